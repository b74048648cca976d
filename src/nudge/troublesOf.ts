import type { Contribution, Score } from '../types';

/** What made a score, the heaviest first; without what went well, and without the model's own part, which nobody can see. */
export function troublesOf({ contributions }: Score): readonly Contribution[] {
  return contributions.filter(({ signal, points }) => points > 0 && signal !== 'model').sort((a, b) => b.points - a.points);
}
