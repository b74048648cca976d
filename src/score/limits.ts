import type { Limits } from '../types';
import { readDuration } from './forms';
import { number, record, type Read } from './shape';

/** No count that a person could still call help. */
const MAX_TIMES = 100;

/** Limits as given; what is left out is as in `otherwise`. */
export function readLimits(otherwise: Limits): Read<Limits> {
  return record((field) => {
    const times = number(0, MAX_TIMES);
    return {
      perPage: field('perPage', times, otherwise.perPage),
      perSession: field('perSession', times, otherwise.perSession),
      perDay: field('perDay', times, otherwise.perDay),
      perWeek: field('perWeek', times, otherwise.perWeek),
      ever: field('ever', times, otherwise.ever),
      gapMs: field('gap', readDuration, otherwise.gapMs),
      afterDismissMs: field('afterDismiss', readDuration, otherwise.afterDismissMs),
      stopAfterDismissals: field('stopAfterDismissals', number(1, 5), otherwise.stopAfterDismissals),
    };
  });
}
