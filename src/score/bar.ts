import type { Bar, Rule } from '../types';

export const notReached: Bar = { reachedAt: undefined, upSince: undefined, spoken: false };

/**
 * How far a score must fall before it counts as not reached (half of what is needed, where that is little). So who was offered help is not
 * offered it again for the same trouble, and help that waits for a quiet moment is not lost to a few seconds of fading.
 */
const FALL_POINTS = 10;

/** The bar after time alone has passed. */
export function settled(bar: Bar, { help }: Rule, value: number): Bar {
  return bar.reachedAt === undefined || value < Math.max(help.score - FALL_POINTS, help.score / 2) ? notReached : bar;
}

/** The bar after a signal. New trouble renews the time; more about a known one does not. */
export function raised(bar: Bar, rule: Rule, score: { readonly value: number; readonly at: number }, isNewTrouble: boolean): Bar {
  if (score.value < rule.help.score) return settled(bar, rule, score.value);
  return isNewTrouble || bar.reachedAt === undefined ? { ...bar, reachedAt: score.at, upSince: bar.upSince ?? score.at } : bar;
}
