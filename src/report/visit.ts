import type { Records } from '../types';
import { newId } from './newId';

/** Half an hour away ends a visit, as web analytics has counted visits since its beginnings. */
const IDLE_MS = 30 * 60_000;
/** A visit is noted as alive no more often than this: a write for each fact would tell nothing more. */
const NOTED_EVERY_MS = 60_000;

/**
 * The key of this visit: random, derived from nothing, and forgotten half an hour after it was last asked for.
 * `records` are those of the tab (`sessionStorage`); `now` is Unix time in ms.
 */
export function createVisit(records: Records, now: () => number): () => string {
  return () => {
    const found = records.read('visit');
    const kept: { readonly key?: unknown; readonly at?: unknown } = typeof found === 'object' ? { ...found } : {};
    const idleMs = Math.abs(now() - Number(kept.at)); // a clock set back is no reason to link two visits
    const key = typeof kept.key === 'string' && idleMs < IDLE_MS ? kept.key : newId();
    if (key !== kept.key || idleMs > NOTED_EVERY_MS) records.write('visit', { key, at: now() });
    return key;
  };
}
