import type { Signal } from '../types';
import type { Criteria } from './criteria';
import { calibrated } from './model';
import type { Heard, Share, Tally } from './tally';
import { valueOf } from './value';

/** Two looks at one kind of trouble are not independent: the second counts half, or three quarters where the trouble lasts, until the first has faded. */
const AGAIN = 0.5;
const LASTING = 0.75;

/** A second burst within this time is the same moment of trouble. */
const MOMENT_MS = 10_000;

/** What a visitor does tells less than what a page fails to do. */
const BEHAVIOUR_ALONE = 0.9;

/**
 * How sure it is that the visitor is in trouble, from 0 to 1: one minus the chance that every piece of evidence is wrong,
 * lessened by good signs. More evidence never makes it less sure. A model that has learned it from outcomes knows better.
 */
export function confidence(criteria: Criteria, tallies: readonly Tally[], now: number): number {
  const curve = criteria.model?.calibration ?? [];
  if (curve.length && tallies.some(({ shares }) => shares.length)) return calibrated(curve, valueOf(criteria, tallies, now));
  let allWrong = 1;
  let noGoodSign = 1;
  for (const { kind, at, proof, shares } of tallies) {
    allWrong *= 1 - proof * kind.fade(now - at);
    for (const share of shares) {
      const sure = share.proof * freshness(share, now);
      if (sure < 0) noGoodSign *= 1 + sure;
      else allWrong *= 1 - sure;
    }
  }
  return (1 - allWrong) * noGoodSign;
}

/** What a sighting proves while it is fresh, after the `first` of its kind; less than 0 for a good sign. */
export function proofOf({ signal, strength, told }: Heard, points: number, first: Pick<Share, 'told' | 'term'> | undefined): number {
  if (points < 0) return (strength * points) / 100;
  const independent = first ? 1 - (1 - (told - first.told < MOMENT_MS ? AGAIN : LASTING)) * freshness(first, told) : 1;
  return strength * independent * (pageFailed(signal) ? 1 : BEHAVIOUR_ALONE);
}

/** Full for one half-life, because doubt does not grow while a visitor waits; then it fades as the points do. */
export function freshness({ told, term: { fade, fadesMs } }: Pick<Share, 'told' | 'term'>, now: number): number {
  const age = now - told;
  return age <= fadesMs ? 1 : 2 * fade(age);
}

/** The page did not answer, or answered with an error; the host's own word counts as such. */
function pageFailed({ name, evidence }: Signal): boolean {
  return name === 'dead-click' || name === 'error-loop' || name.startsWith('app:')
    || evidence.dead === true || evidence.blocked === true || Number(evidence.errors) > 0;
}
