import type { Criteria } from './criteria';
import { agreed, meantBy } from './model';
import type { Tally } from './tally';

/** A score goes from 0 to this. */
const MAX_POINTS = 100;

/** The score at a moment. */
export function valueOf({ model }: Criteria, tallies: readonly Tally[], now: number): number {
  const said = saidBy(tallies, now);
  return Math.min(MAX_POINTS, Math.max(0, agreed(model, said, meantBy(model, tallies, now, said))));
}

/** What the rule says: of each term as much as its `max` allows. */
export function saidBy(tallies: readonly Tally[], now: number): number {
  let said = 0;
  for (const { kind, at, points } of tallies) {
    for (let index = 0; index < points.length; index++) {
      const term = kind.terms[index];
      if (term) said += Math.min(term.max, (points[index] ?? 0) * term.fade(now - at));
    }
  }
  return said;
}
