import type { Off, Page, PageEvents } from '../../src/types';

/** A page whose clock stands still until a test moves it. */
export interface FakePage extends Page {
  /** Tells an event to every listener of its type, as the real page would; what a listener throws goes to `errors`. */
  fire<K extends keyof PageEvents>(type: K, event?: PageEvents[K]): void;
  /** Moves the clock and runs what falls due, in order, each at its own time. */
  advance(ms: number): void;
  /** Paints: runs what waits for the next paint. `advance` paints too. */
  paint(): void;
  /** The visitor goes to another path without a page load. */
  goTo(path: string): void;
  /** The visitor leaves or hides the page. */
  leave(): void;
  /** Ends the visit. */
  finish(): void;
  /** Timers that still wait. */
  timers(): number;
  /** Listeners that still listen, for one type or altogether. */
  listeners(type?: keyof PageEvents): number;
  /** What parts of furrow threw; `attempt` keeps it from the page. */
  readonly errors: readonly unknown[];
}

export interface FakePageOptions {
  /** Where the clock stands at first, in ms since the page began. */
  readonly now?: number;
  readonly path?: string;
  /** The test's own window; left out, the window of the test environment, if it has one. */
  readonly window?: Page['window'];
}

/** Makes a page for a test: nothing in it moves by itself. */
export function createFakePage({ now = 0, path = '/', window = globalThis.window }: FakePageOptions = {}): FakePage {
  const visit = new AbortController();
  const heard = new Map<string, ((event: never) => void)[]>();
  const routes: ((path: string) => void)[] = [];
  const leaves: (() => void)[] = [];
  const errors: unknown[] = [];
  let waiting: { readonly due: number; readonly task: () => void }[] = [];
  let painting: (() => void)[] = [];

  const live = () => !visit.signal.aborted;
  const listen = <T>(list: T[], listener: T) => { if (live()) list.push(listener); };
  const heardOf = (type: string) => heard.get(type) ?? heard.set(type, []).get(type) ?? [];

  function attempt(task: () => void): void {
    try { task(); } catch (error) { errors.push(error); }
  }

  function tell<T>(list: readonly ((value: T) => void)[], value: T): void {
    for (const listener of [...list]) attempt(() => { if (live()) listener(value); });
  }

  function after(ms: number, task: () => void): Off {
    const timer = { due: now + ms, task };
    if (live()) waiting.push(timer);
    return () => { waiting = waiting.filter((other) => other !== timer); };
  }

  function paint(): void {
    const tasks = painting;
    painting = [];
    for (const task of tasks) attempt(task);
  }

  function advance(ms: number): void {
    const until = now + ms;
    paint();
    for (let next = earliest(waiting, until); next; next = earliest(waiting, until)) {
      const timer = next;
      waiting = waiting.filter((other) => other !== timer);
      now = Math.max(now, timer.due);
      attempt(timer.task);
      paint();
    }
    now = until;
  }

  visit.signal.addEventListener('abort', () => {
    waiting = [];
    painting = [];
    heard.clear();
  });

  return {
    window,
    end: visit.signal,
    on: (type, listener) => listen(heardOf(type), listener as (event: never) => void),
    onRoute: (listener) => listen(routes, listener),
    roots: () => [],
    onLeave: (listener) => listen(leaves, listener),
    after,
    soon: (task) => listen(painting, task),
    attempt,
    now: () => now,
    path: () => path,
    fire: (type, event) => tell(heardOf(type) as ((value: unknown) => void)[], event ?? new Event(type)),
    advance,
    paint,
    goTo: (next) => { path = next; tell(routes, next); },
    leave: () => tell(leaves, undefined),
    finish: () => visit.abort(),
    timers: () => waiting.length,
    listeners: (type) => (type ? [heardOf(type)] : [...heard.values()]).flat().length,
    errors,
  };
}

function earliest<T extends { readonly due: number }>(timers: readonly T[], until: number): T | undefined {
  return timers.filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due)[0];
}
