import { half } from './half';

/** What is left of a thing after so many ms, told in whole seconds. */
export type Fade = (ageMs: number) => number;

/** What is left is worked out for each second of a quarter of an hour, and for each quarter of an hour. */
const SECOND_MS = 1000;
const QUARTER_S = 900;

/** `half` of one half-life, each step of it worked out once: all rules ask for the same ages, again and again. */
export function createFade(halfLifeMs: number): Fade {
  const seconds = createSteps(SECOND_MS, halfLifeMs);
  const quarters = createSteps(SECOND_MS * QUARTER_S, halfLifeMs);
  return (ageMs) => {
    if (ageMs <= 0) return 1;
    const ageS = Math.floor(ageMs / SECOND_MS);
    return ageS < QUARTER_S ? seconds(ageS) : seconds(ageS % QUARTER_S) * quarters(Math.floor(ageS / QUARTER_S));
  };
}

function createSteps(stepMs: number, halfLifeMs: number): (step: number) => number {
  const left: number[] = [];
  return (step) => {
    // without a gap, so that the engine keeps it as an array
    while (left.length <= step) left.push(half(left.length * stepMs, halfLifeMs));
    return left[step] ?? 0;
  };
}
