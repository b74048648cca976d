import type { Signal, SignalTerm } from '../types';

/** A signal and when it was told first. */
export interface Heard {
  readonly signal: Signal;
  readonly told: number;
}

/** Sightings that count together, once there were enough of them in time. */
export interface Match {
  /** When the last of them was told. */
  readonly at: number;
  readonly heard: readonly Heard[];
}

/**
 * The matches of a term in all that it heard, oldest first: `atLeast` sightings within `withinMs` make one, and then counting begins anew.
 * What was taken back (strength 0) counts as never seen.
 */
export function matchesOf(term: SignalTerm, heard: readonly Heard[]): readonly Match[] {
  const found: Match[] = [];
  let open: readonly Heard[] = [];
  for (const each of heard) {
    if (!each.signal.strength) continue;
    open = [...open.filter(({ told }) => each.told - told <= term.withinMs), each];
    if (open.length < term.atLeast) continue;
    found.push({ at: each.told, heard: open });
    open = [];
  }
  return found;
}
