import { half } from './half';

/** What is left of a thing after so many ms, in whole seconds. */
export type Fade = (ageMs: number) => number;

/** Ages that are asked for all the time: the first hour. */
const KEPT_S = 3600;

/** `half` of one half-life, worked out once for each second of age: all rules ask for the same ones, again and again. */
export function createFade(halfLifeMs: number): Fade {
  const kept: number[] = [];
  return (ageMs) => {
    const ageS = Math.max(0, ageMs / 1000);
    if (ageS >= KEPT_S) return half(ageMs, halfLifeMs);
    // without a gap, because an array with gaps is slower than working it out
    while (kept.length <= ageS) kept.push(half(kept.length * 1000, halfLifeMs));
    return kept[ageS] ?? 1;
  };
}
