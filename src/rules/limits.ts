import type { Limits } from '../types';
import { readDuration } from './forms';
import { number, record, type Read } from './shape';

/** No count that a person would still call help. */
const MAX_TIMES = 100;

/** Limits as given; what is left out is as in `otherwise`. */
export function limitsReader(otherwise: Limits): Read<Limits> {
  const readTimes = number(0, MAX_TIMES);
  return record((field) => ({
    perPage: field('perPage', readTimes, otherwise.perPage),
    perSession: field('perSession', readTimes, otherwise.perSession),
    perDay: field('perDay', readTimes, otherwise.perDay),
    perWeek: field('perWeek', readTimes, otherwise.perWeek),
    ever: field('ever', readTimes, otherwise.ever),
    gapMs: field('gap', readDuration, otherwise.gapMs),
    afterDismissMs: field('afterDismiss', readDuration, otherwise.afterDismissMs),
    stopAfterDismissals: field('stopAfterDismissals', number(1, 5), otherwise.stopAfterDismissals),
    afterHelpedMs: field('afterHelped', readDuration, otherwise.afterHelpedMs),
  }));
}
