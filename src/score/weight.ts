import type { Contribution } from '../types';
import { confidence } from './confidence';
import { contributionsOf } from './contributions';
import type { Criteria } from './criteria';
import type { Tally } from './tally';
import { valueOf } from './value';

/** What has been counted amounts to this, at a moment. */
export interface Weight {
  /** Unix time in ms, a whole second. */
  readonly now: number;
  readonly value: number;
  /** These two are worked out when they are asked for. */
  confidence(): number;
  contributions(): readonly Contribution[];
}

/** Pure, so that the page and the command line agree to the last bit. */
export function weigh(criteria: Criteria, tallies: readonly Tally[], now: number): Weight {
  let sureness: number | undefined;
  let parts: readonly Contribution[] | undefined;
  return {
    now,
    value: valueOf(criteria, tallies, now),
    confidence: () => sureness ??= confidence(criteria, tallies, now),
    contributions: () => parts ??= contributionsOf(criteria, tallies, now),
  };
}
