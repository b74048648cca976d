import type { NudgeText, Rule } from '../types';

/** What a rule would show: what comes `then`, what the visit has drawn, or its own nudge. */
export function nudgeOf({ nudge, experiment, then }: Rule, stage: number, arm: string | undefined): NudgeText | undefined {
  return stage ? then[stage - 1]?.nudge : experiment?.variants.find(({ id }) => id === arm)?.nudge ?? nudge;
}
