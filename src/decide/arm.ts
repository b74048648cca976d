import type { Experiment, Rules } from '../types';
import { hash } from '../hash';

/** A number from 0 to 1 that is always the same for a key and a salt, and tells nothing of the same key under another salt. */
export function armOf(key: string, salt: string): number {
  return hash(`${salt}\0${key}`) / 2 ** 32;
}

/** Whether this visit never sees any nudge. */
export function isHeldOut({ percent, salt }: Rules['holdout'], visit: string): boolean {
  return armOf(visit, `holdout ${salt}`) * 100 < percent;
}

/**
 * What this visit is shown of an experiment, the same after each reload. Control is drawn apart from the variants, so that it
 * can be added, or made larger, without anybody changing from one variant to the other.
 */
export function armIn({ id, control, variants }: Experiment, visit: string): string {
  if (armOf(visit, `control ${id}`) * 100 < control) return 'control';
  const drawn = armOf(visit, `variant ${id}`) * 100;
  let upTo = 0;
  // shares such as 33.3 may leave a little over: it is the last one's
  return (variants.find(({ share }) => drawn < (upTo += share)) ?? variants.at(-1))?.id ?? 'control';
}
