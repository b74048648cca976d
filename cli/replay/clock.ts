import type { Page } from '../../src/types';

/** A clock that stands still until it is moved. Times are Unix times in ms. */
export interface Clock {
  now(): number;
  readonly after: Page['after'];
  /** Moves to a time, and does on the way what was to be done by then. */
  to(at: number): Promise<void>;
}

export function createClock(): Clock {
  let timers: readonly { readonly at: number; readonly task: () => void }[] = [];
  let now = 0;

  return {
    now: () => now,
    after(ms, task) {
      const timer = { at: now + Math.max(0, ms), task };
      timers = [...timers, timer].sort((a, b) => a.at - b.at);
      return () => { timers = timers.filter((each) => each !== timer); };
    },
    async to(at) {
      for (let next = timers[0]; next && next.at <= at; next = timers[0]) {
        timers = timers.slice(1);
        now = Math.max(now, next.at);
        next.task();
        await promisesKept();
      }
      now = Math.max(now, at);
    },
  };
}

/** Waits until whatever waits for no clock is done. */
export function promisesKept(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}
