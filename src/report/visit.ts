import type { Records } from '../types';
import { newId } from './newId';

/** Half an hour away ends a visit, as web analytics has counted visits since its beginnings. */
const IDLE_MS = 30 * 60_000;
/** A visit is noted as alive no more often than this: a write for each fact would tell nothing more. */
const NOTED_EVERY_MS = 60_000;

/** What the tab remembers of its visit. */
interface Kept {
  readonly key: string;
  /** Unix time in ms. */
  readonly at: number;
  /** Page loads so far, this one included. */
  readonly loads: number;
}

export interface VisitKey {
  /** Random, derived from nothing, and forgotten half an hour after it was last asked for. */
  key(): string;
  /** Which of the visit's page loads this is, from 1. */
  load(): number;
}

/** Which visit this is. `records` are those of the tab (`sessionStorage`); `now` is Unix time in ms. */
export function createVisit(records: Records, now: () => number): VisitKey {
  let here = { key: '', load: 0 };

  function current(): typeof here {
    const kept = alive(records.read('visit'), now());
    const key = kept?.key ?? newId();
    const isNew = key !== here.key;
    // a page that comes back from the browser's cache stays the load it was
    const loads = (kept?.loads ?? 0) + Number(isNew);
    if (isNew) here = { key, load: loads };
    if (isNew || Math.abs(now() - Number(kept?.at)) > NOTED_EVERY_MS) records.write('visit', { key, at: now(), loads } satisfies Kept);
    return here;
  }

  return { key: () => current().key, load: () => current().load };
}

/** Undefined when the visit is over, or what is found is rubbish. */
function alive(found: unknown, now: number): Kept | undefined {
  const { key, at, loads }: { readonly [K in keyof Kept]?: unknown } = typeof found === 'object' ? { ...found } : {};
  const idleMs = Math.abs(now - Number(at)); // a clock set back is no reason to link two visits
  return typeof key === 'string' && typeof loads === 'number' && loads > 0 && idleMs < IDLE_MS ? { key, at: Number(at), loads } : undefined;
}
