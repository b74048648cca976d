import type { Off } from '../../../src/types';
import { createFakeLocks } from '../fakeBrowser';

/** The browser of one visitor: a clock that is moved by hand, and what all tabs share. */
export interface Browser {
  /** Never set back. */
  now(): number;
  /** What the computer's clock says: Unix time in ms. */
  wall(): number;
  /** Somebody sets the clock. */
  setClock(byMs: number): void;
  at(due: number, task: () => void): Off;
  /** How much waits for its time. */
  waiting(): number;
  /** Moves the clock; what falls due on the way happens at its time, and what it promised is kept before the next. */
  advance(ms: number): Promise<void>;
  /** `localStorage` of the site. */
  readonly kept: Map<string, string>;
  readonly locks: ReturnType<typeof createFakeLocks>;
}

/** Enough for the longest chain of promises there is. */
const TURNS = 25;

export function createBrowser(startMs: number): Browser {
  let now = 0;
  let setByMs = 0;
  let serial = 0;
  let tasks: { readonly due: number; readonly order: number; readonly task: () => void }[] = [];

  function first(until: number): typeof tasks[number] | undefined {
    return tasks.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due || a.order - b.order)[0];
  }

  return {
    now: () => now,
    wall: () => startMs + now + setByMs,
    setClock: (byMs) => { setByMs += byMs; },
    at(due, task) {
      const entry = { due, order: serial++, task };
      tasks.push(entry);
      return () => { tasks = tasks.filter((each) => each !== entry); };
    },
    waiting: () => tasks.length,
    async advance(ms) {
      const until = now + ms;
      await kept();
      for (let next = first(until); next; next = first(until)) {
        const due = next;
        tasks = tasks.filter((each) => each !== due);
        now = Math.max(now, due.due);
        due.task();
        await kept();
      }
      now = until;
    },
    kept: new Map(),
    locks: createFakeLocks(),
  };
}

/** What was promised happens. */
async function kept(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
}
