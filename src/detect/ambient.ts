/** What changes in the page while nobody does anything: clocks, tickers, promotions. */
export interface Ambient {
  /** Something changed while no press waited. */
  note(node: Node, now: number): void;
  /** So much silence has been watched. */
  watched(ms: number): void;
  /** Whether a change here, so long after a press, would as well have come without it. */
  isHabit(node: Node, target: Element, afterMs: number): boolean;
  /** Whether it changed without a press since then. */
  isAgain(node: Node, since: number): boolean;
}

/** Twice may be a page that is still coming; a third time is a habit. */
const HABIT = 3;
/** Changes closer together than this are one. */
const ONE_MS = 100;
/** Beside the control, a change that had less than this chance of coming anyway is believed. */
const CHANCE = 0.1;

export function createAmbient(): Ambient {
  const seen = new WeakMap<Node, { readonly count: number; readonly at: number }>();
  let watchedMs = 0;

  return {
    note(node, now) {
      const { count, at } = seen.get(node) ?? { count: 0, at: -Infinity };
      if (now - at > ONE_MS) seen.set(node, { count: count + 1, at: now });
    },
    watched: (ms) => { watchedMs += ms; },
    isHabit(node, target, afterMs) {
      const { count } = seen.get(node) ?? { count: 0 };
      return count >= HABIT && (!isNear(node, target) || (count * afterMs) / Math.max(watchedMs, 1000) > CHANCE);
    },
    isAgain: (node, since) => (seen.get(node)?.at ?? -Infinity) > since,
  };
}

/** In the same part of the page. */
export function isNear(node: Node, target: Element): boolean {
  const part = target.closest('section,form,fieldset,dialog,article,aside,nav,header,footer,li,tr') ?? target;
  return node.contains(target) || part.contains(node);
}
