import { elementOf } from './changes';
import { hostOf } from './hostOf';

/** What changes in the page while nobody does anything: clocks, tickers, promotions. */
export interface Ambient {
  /** Something changed. `isQuiet`: and no press can have been the cause. */
  note(node: Node, now: number, isQuiet: boolean): void;
  /** So much silence has been watched. */
  watched(ms: number): void;
  /** Whether a change here, so long after a press, would as well have come without it. */
  isHabit(node: Node, target: Element, afterMs: number): boolean;
  /** Whether a change that came at once may be a habit too: it was seen in silence. */
  isSuspect(node: Node): boolean;
  /** Whether it changed again and again since then. */
  isRepeated(node: Node, since: number): boolean;
}

interface Seen {
  readonly quiet: number;
  readonly times: readonly number[];
}

/** Once is an event, twice may be its end (a message that goes again); a third time is a habit. */
const HABIT = 3;
/** Changes closer together than this are one. */
const ONE_MS = 100;
/** Beside the control, a change that had less than this chance of coming anyway is believed. */
const CHANCE = 0.1;

export function createAmbient(): Ambient {
  const seen = new WeakMap<Node, Seen>();
  let watchedMs = 0;

  function of(node: Node): Seen {
    return seen.get(node) ?? { quiet: 0, times: [] };
  }

  return {
    note(node, now, isQuiet) {
      const { quiet, times } = of(node);
      if (now - (times.at(-1) ?? -Infinity) > ONE_MS) seen.set(node, { quiet: quiet + Number(isQuiet), times: [...times, now].slice(-HABIT) });
    },
    watched: (ms) => { watchedMs += ms; },
    isHabit(node, target, afterMs) {
      const { quiet } = of(node);
      return quiet >= HABIT && (!isNear(node, target) || (quiet * afterMs) / Math.max(watchedMs, 1000) > CHANCE);
    },
    isSuspect: (node) => of(node).quiet > 0,
    isRepeated(node, since) {
      const { quiet, times } = of(node);
      const again = times.filter((at) => at >= since).length;
      return again > 1 && quiet + again >= HABIT;
    },
  };
}

/** The host says that what changes here answers nobody: a console, a log, a panel about the page. */
export function isMarkedAmbient(node: Node): boolean {
  const host = hostOf(node);
  return !!elementOf(node)?.closest('[data-furrow-ambient]') || (!!host && isMarkedAmbient(host));
}

/** In the same part of the page. */
export function isNear(node: Node, target: Element): boolean {
  const part = target.closest('section,form,fieldset,dialog,article,aside,nav,header,footer,li,tr') ?? target;
  return node.contains(target) || part.contains(node);
}
