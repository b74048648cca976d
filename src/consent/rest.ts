import type { PromptAnswer } from '../parts';
import type { Receipt } from '../types';

const DAY_MS = 86_400_000;
/** A question that was closed is put again after a month, and twice in a year at most. */
const CLOSED_DAYS = 30;
const YEAR_DAYS = 365;

/** How long a question rests that was closed now; `last` is the receipt before. */
export function restOf(last: Receipt | undefined, now = Date.now()): Required<Pick<PromptAnswer, 'dismissals' | 'expires'>> {
  const dismissals = [...[last?.dismissals ?? []].flat().filter((at) => Date.parse(at) > now - YEAR_DAYS * DAY_MS), isoOf(now)];
  // From the second one on, the one before has to be a year old.
  const before = Date.parse(dismissals.at(-2) ?? '') + YEAR_DAYS * DAY_MS;
  return { dismissals, expires: isoOf(Math.max(now + CLOSED_DAYS * DAY_MS, before || 0)) };
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
