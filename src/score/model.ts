import type { Model } from '../types';
import type { Tally } from './tally';

/** What the model says: its base, and its weight for all that counts. Where nothing counts it agrees with the rule: it never speaks alone. */
export function meantBy(model: Model | undefined, tallies: readonly Tally[], now: number, said: number): number {
  if (!model || !tallies.some(({ shares }) => shares.length)) return said;
  return tallies.reduce((meant, { kind, leaning, at }) => meant + leaning * kind.fade(now - at), model.base);
}

/** The points that both come to: the rule's, moved toward the model's by no more than `within`. */
export function agreed(model: Model | undefined, said: number, meant: number): number {
  const within = model?.within ?? 0;
  return said + Math.min(within, Math.max(-within, meant - said));
}

/** The confidence of a score, on straight lines between the points of the curve; its ends are held. */
export function calibrated(curve: Model['calibration'], score: number): number {
  let [fromScore, from] = [0, curve[0]?.[1] ?? 0];
  for (const [toScore, to] of curve) {
    if (score < toScore) return from + ((to - from) * (score - fromScore)) / (toScore - fromScore);
    [fromScore, from] = [toScore, to];
  }
  return from;
}
