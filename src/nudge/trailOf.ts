import type { Contribution, Score, SignalName } from '../types';
import { troublesOf } from './troublesOf';

/** What a visitor still has in mind. */
const RECENT_MS = 300_000;

/** As much as somebody reads before they hand it over. */
const MOST = 5;

/** The troubles of the last minutes, the last first, as far as they still count for a rule; without those that the visitor is told of anyway. */
export function trailOf(scores: readonly Score[], told: readonly Contribution[], lastAt: (name: SignalName) => number | undefined, now: number): readonly Contribution[] {
  const known = new Set(told.map(keyOf));
  const at = ({ signal }: Contribution): number => (signal === 'model' ? undefined : lastAt(signal)) ?? -Infinity;
  return scores.flatMap(troublesOf)
    .filter((trouble) => !known.has(keyOf(trouble)) && known.add(keyOf(trouble)) && now - at(trouble) < RECENT_MS)
    .sort((a, b) => at(b) - at(a))
    .slice(0, MOST);
}

function keyOf({ signal, place }: Contribution): string {
  return `${signal} ${place}`;
}
