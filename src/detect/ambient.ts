/** What changes in the page while nobody does anything: clocks, tickers, promotions, polling. */
export interface Ambient {
  /** Something changed while no press waited. */
  note(node: Node): void;
  /** So much silence has been watched. */
  watched(ms: number): void;
  /** Whether a change here, so long after a press, would as well have come without it. */
  isHabit(node: Node, target: Element, afterMs: number): boolean;
}

/** One change is an event; a second one is a habit. */
const HABIT = 2;
/** Beside the control, a change that had less than this chance of coming anyway is believed. */
const CHANCE = 0.1;

export function createAmbient(): Ambient {
  const seen = new WeakMap<Node, number>();
  let watchedMs = 0;

  return {
    note: (node) => void seen.set(node, (seen.get(node) ?? 0) + 1),
    watched: (ms) => { watchedMs += ms; },
    isHabit(node, target, afterMs) {
      const count = seen.get(node) ?? 0;
      if (count < HABIT) return false;
      return !isNear(node, target) || (count * afterMs) / Math.max(watchedMs, 1000) > CHANCE;
    },
  };
}

/** In the same part of the page. */
function isNear(node: Node, target: Element): boolean {
  const part = target.closest('section,form,fieldset,dialog,article,aside,nav,header,footer,li,tr') ?? target;
  return node.contains(target) || part.contains(node);
}
