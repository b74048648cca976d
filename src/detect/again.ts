import type { Amend, Emit, Evidence, Press, SignalName, Watch } from '../types';

/** Tells of one more press on a thing: `how` says how sure that makes it. */
export type Again = (press: Press, target: Element, how: (count: number) => { strength: number; evidence: Evidence }) => void;

/**
 * Counts presses on the same thing that come to nothing, each within this time of the one before: they are one trouble, told
 * once and then amended. Answered after all, it was a hiccup.
 */
export function createAgain(watch: Watch, emit: Emit, name: SignalName, sameMs: number): Again {
  let told: { readonly target: Element; readonly at: number; readonly count: number; readonly amend: Amend } | undefined;

  return (press, target, how) => {
    const { at } = press;
    const before = told?.target === target && at - told.at < sameMs ? told : undefined;
    const count = (before?.count ?? 0) + 1;
    const change = how(count);
    before?.amend(change);
    const amend = before?.amend ?? emit({ name, at, target, ...change });
    told = { target, at, count, amend };
    watch.onLate(press, () => amend({ strength: 0 }));
  };
}
