import type { Contribution, Signal } from '../types';
import type { Criteria } from './criteria';
import { agreed, meantBy } from './model';
import type { Share, Tally } from './tally';
import { saidBy } from './value';

/** Points, and the sighting that gave them; none gave those of the model's base. */
interface Part {
  readonly points: number;
  readonly signal: Signal | undefined;
}

/**
 * What a score is made of: one contribution for each signal and place, and one for the model's base. Summed they are the score, before it is
 * held between 0 and 100. What is too old to be told apart counts with the oldest of its kind that is not.
 */
export function contributionsOf(criteria: Criteria, tallies: readonly Tally[], now: number): readonly Contribution[] {
  const groups = new Map<string, Part[]>();
  for (const part of partsOf(criteria, tallies, now)) {
    const key = part.signal ? keyOf(part.signal.name, part.signal.place) : '';
    groups.set(key, [...groups.get(key) ?? [], part]);
  }
  return [...groups.values()].map(contributionOf);
}

/** Equal for the same signal at the same place. */
export function keyOf(signal: string, place: string): string {
  return `${signal} ${place}`;
}

/** As far as the whole score is moved from what the rule says to what the model says, so far is each of its parts. */
function partsOf({ model }: Criteria, tallies: readonly Tally[], now: number): readonly Part[] {
  const said = saidBy(tallies, now);
  const meant = meantBy(model, tallies, now, said);
  const whole = agreed(model, said, meant);
  const way = whole === said ? 0 : (whole - said) / (meant - said);
  const parts = tallies.flatMap((tally) => ruledOf(tally, now).map(({ signal, points, leaning }): Part => ({ signal, points: points + way * (leaning - points) })));
  return parts.length && model ? [...parts, { signal: undefined, points: whole - pointsOf(parts) }] : parts;
}

/** What each sighting of a kind gives now, by the rule and by the model; the first with all that came before it. */
function ruledOf(tally: Tally, now: number): readonly Pick<Share, 'signal' | 'points' | 'leaning'>[] {
  const { kind, at, shares } = tally;
  const ruled = shares.map((share) => {
    const { signal, term, leaning } = share;
    const full = (tally.points[kind.terms.indexOf(term)] ?? 0) * term.fade(now - at);
    const points = share.points * term.fade(now - share.at) * Math.min(1, term.max / Math.max(1, full));
    return { signal, points, leaning: leaning * kind.fade(now - share.at) };
  });
  const before = saidBy([tally], now) - pointsOf(ruled);
  return ruled.map((each, index) => (index ? each : { ...each, points: each.points + before }));
}

/** All points together, the evidence that weighs most, the element seen last. */
function contributionOf(parts: readonly Part[]): Contribution {
  const { signal } = parts.reduce((most, part) => (Math.abs(part.points) > Math.abs(most.points) ? part : most));
  const target = parts.findLast((part) => part.signal?.target)?.signal?.target;
  return {
    signal: signal?.name ?? 'model',
    place: signal?.place ?? '',
    points: pointsOf(parts),
    count: new Set(parts.flatMap((part) => part.signal ?? [])).size,
    evidence: signal?.evidence ?? {},
    ...(target && { target }),
  };
}

function pointsOf(parts: readonly Pick<Part, 'points'>[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
