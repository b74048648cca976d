import type { Signal } from '../types';

/** A sighting that counts for a rule. */
export interface Evidenced {
  readonly signal: Signal;
  /** When it was told. */
  readonly told: number;
  readonly points: number;
  readonly fadesMs: number;
}

/** Two looks at one kind of trouble are not independent: the second counts half, or three quarters where the trouble lasts. */
const AGAIN = 0.5;
const LASTING = 0.75;

/** A second burst within this time is the same moment of trouble. */
const MOMENT_MS = 10_000;

/** What a visitor does tells less than what a page fails to do. */
const BEHAVIOUR_ALONE = 0.9;

/**
 * How sure it is that the visitor is in trouble, from 0 to 1: one minus the chance that every piece of evidence is wrong,
 * lessened by good signs. More evidence never makes it less sure.
 */
export function confidence(evidence: readonly Evidenced[], now: number): number {
  const firstTold = new Map<string, number>();
  let allWrong = 1;
  let noGoodSign = 1;
  for (const { signal, told, points, fadesMs } of evidence) {
    const sure = signal.strength * freshness(now - told, fadesMs);
    if (points < 0) {
      noGoodSign *= 1 - (sure * -points) / 100;
      continue;
    }
    const first = firstTold.get(signal.name);
    if (first === undefined) firstTold.set(signal.name, told);
    const independent = first === undefined ? 1 : told - first < MOMENT_MS ? AGAIN : LASTING;
    allWrong *= 1 - sure * independent * (pageFailed(signal) ? 1 : BEHAVIOUR_ALONE);
  }
  return (1 - allWrong) * noGoodSign;
}

/** Full for one half-life, because doubt does not grow while a visitor waits; then it fades as the points do. */
function freshness(ageMs: number, fadesMs: number): number {
  return Math.min(1, 2 * 2 ** (-ageMs / fadesMs));
}

/** The page did not answer, or answered with an error; the host's own word counts as such. */
function pageFailed({ name, evidence }: Signal): boolean {
  return name === 'dead-click' || name === 'error-loop' || name.startsWith('app:')
    || evidence.dead === true || evidence.blocked === true || Number(evidence.errors) > 0;
}
