import type { Off, Page } from '../../src/types';
import type { LedgerContext } from '../../src/decide/ledger';
import { createLock } from '../../src/browser/lock';
import { DAY_MS, MORNING_MS } from './given';

/** How storage and locks of the browser behave. */
export interface FakeBrowserOptions {
  readonly hasLocks: boolean;
  /** The times that writes take on their way to the browser and from there to the other tabs, in ms, one after the other. */
  readonly delaysMs: readonly number[];
}

/** A page in a tab, and all that a ledger may use of it. */
export interface FakeTab {
  readonly visit: string;
  readonly page: string;
  /** For the page that is in the tab now. */
  ledgerContext(): LedgerContext & { readonly records: { read(key: string): unknown; write(key: string, value: unknown): void } };
  after(ms: number, task: () => void): Off;
  /** The page is loaded anew: what it was doing is lost. */
  reload(): void;
  newVisit(): void;
  /** The tab sleeps: what falls due is done when it wakes. */
  freeze(ms: number): void;
  isAsleep(): boolean;
  /** What storage looks like from here. */
  text(): string | undefined;
}

export interface FakeBrowser {
  readonly tabs: readonly FakeTab[];
  /** Never set back. */
  now(): number;
  wall(): number;
  advance(ms: number): Promise<void>;
  /** Somebody sets the clock. */
  setClock(byMs: number): void;
  /** Every tab sees the same, and nothing is on its way. */
  isCalm(): boolean;
  /** The visitor withdraws. */
  clear(): void;
}

/**
 * One browser with several tabs, each with its own view of storage, as browsers with a process for each tab have it: a write is seen by the
 * writer at once, by the others when it has gone through the browser, and of several the browser keeps the last. Times are moved by hand.
 */
export function createFakeBrowser(tabCount: number, { hasLocks, delaysMs }: FakeBrowserOptions): FakeBrowser {
  let now = 0;
  let setByMs = 0;
  let serial = 0;
  let tasks: { readonly due: number; readonly order: number; readonly run: () => void }[] = [];
  let stored: string | undefined;
  let writes = 0;
  let onTheirWay = 0;
  const locks = createFakeLocks();

  function at(due: number, run: () => void): Off {
    const task = { due, order: serial++, run };
    tasks.push(task);
    return () => { tasks = tasks.filter((each) => each !== task); };
  }

  function delayMs(): number {
    return delaysMs[writes++ % delaysMs.length] ?? 0;
  }

  /** Later words on one line never overtake earlier ones. */
  function createLine(): (run: () => void) => void {
    let free = 0;
    let waiting = 0;
    return (run) => {
      const wait = delayMs();
      if (!wait && !waiting) return run();
      free = Math.max(free, now + wait);
      waiting++;
      onTheirWay++;
      at(free, () => { waiting--; onTheirWay--; run(); });
    };
  }

  const views: { seen: string | undefined; own: number; readonly up: ReturnType<typeof createLine>; readonly down: ReturnType<typeof createLine> }[] = [];

  function createTab(index: number): FakeTab {
    const view = { seen: stored, own: 0, up: createLine(), down: createLine() };
    views.push(view);
    let visits = 0;
    let pages = 0;
    let awakeAt = 0;
    let life = new AbortController();

    function after(ms: number, task: () => void): Off {
      const { signal } = life;
      const run = (): void => {
        if (signal.aborted) return;
        if (now < awakeAt) at(awakeAt, run);
        else task();
      };
      return at(now + ms, run);
    }

    function write(text: string): void {
      view.seen = text;
      view.own++;
      view.up(() => {
        stored = text;
        for (const each of views) {
          each.down(() => {
            if (each === view) each.own--;
            else if (!each.own) each.seen = text;
          });
        }
      });
    }

    return {
      get visit() { return `visit ${index}.${visits}`; },
      get page() { return `page ${index}.${pages}`; },
      after,
      text: () => view.seen,
      ledgerContext() {
        const { signal } = life;
        const visit = `visit ${index}.${visits}`;
        const window = { navigator: hasLocks ? { locks: locks.of(signal) } : {} } as unknown as Page['window'];
        return {
          visit: () => visit, page: `page ${index}.${pages}`, after,
          // a page that is gone ends nothing any more; the browser takes its locks
          lock: createLock({ window, end: new AbortController().signal, after }),
          wall: () => MORNING_MS + now + setByMs,
          records: {
            read: () => (view.seen === undefined ? undefined : JSON.parse(view.seen) as unknown),
            write: (_, value) => { if (!signal.aborted) write(JSON.stringify(value)); },
          },
        };
      },
      reload() {
        life.abort();
        life = new AbortController();
        pages++;
      },
      newVisit() {
        this.reload();
        visits++;
      },
      freeze(ms) { awakeAt = now + ms; },
      isAsleep: () => now < awakeAt,
    };
  }

  return {
    tabs: Array.from({ length: tabCount }, (_, index) => createTab(index)),
    now: () => now,
    wall: () => MORNING_MS + now + setByMs,
    async advance(ms) {
      const until = now + ms;
      await promises();
      for (let next = first(tasks, until); next; next = first(tasks, until)) {
        const task = next;
        tasks = tasks.filter((each) => each !== task);
        now = Math.max(now, task.due);
        task.run();
        await promises();
      }
      now = until;
      await promises();
    },
    setClock: (byMs) => { setByMs = Math.max(setByMs + byMs, -1000 * DAY_MS); },
    isCalm: () => !onTheirWay && views.every(({ seen }) => seen === stored),
    clear() {
      stored = undefined;
      for (const view of views) view.seen = undefined;
    },
  };
}

function first<T extends { readonly due: number; readonly order: number }>(tasks: readonly T[], until: number): T | undefined {
  return tasks.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due || a.order - b.order)[0];
}

/** What was promised and is due happens. */
async function promises(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** Web Locks of one browser: one holder, the others in a queue, and what a page held or waited for ends with it. */
export function createFakeLocks(): { of(life: AbortSignal): LockManager } {
  const queue: { readonly life: AbortSignal; readonly grant: () => Promise<unknown> }[] = [];
  let holder: object | undefined;

  function next(): void {
    if (holder) return;
    const waiting = queue.shift();
    if (!waiting) return;
    const held = {};
    const release = (): void => {
      if (holder !== held) return;
      holder = undefined;
      next();
    };
    if (waiting.life.aborted) return next();
    holder = held;
    waiting.life.addEventListener('abort', release);
    void waiting.grant().finally(release);
  }

  return {
    of: (life) => ({
      request(_: string, { signal }: LockOptions, task: () => Promise<unknown>) {
        return new Promise((resolve, reject) => {
          if (signal?.aborted) return reject(new DOMException('', 'AbortError'));
          const waiting = { life, grant: () => { const done = task(); resolve(done); return done; } };
          queue.push(waiting);
          signal?.addEventListener('abort', () => {
            const index = queue.indexOf(waiting);
            if (index < 0) return;
            queue.splice(index, 1);
            reject(new DOMException('', 'AbortError'));
          });
          queueMicrotask(next);
        });
      },
    }) as unknown as LockManager,
  };
}
