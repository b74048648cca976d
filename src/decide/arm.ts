import type { Experiment, Rules } from '../types';

/**
 * A number from 0 to 1 that is always the same for a key and a salt, and tells nothing of the same key under another salt:
 * FNV-1a over both, stirred by the last step of MurmurHash3, because a key that differs in its last letter only must not come out near by.
 */
export function armOf(key: string, salt: string): number {
  const text = `${salt}\0${key}`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
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
