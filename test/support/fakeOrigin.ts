import type { Batch, Fact, Page, Store } from '../../src/types';
import { createMemoryStore } from '../../src/browser/store';
import { newId } from '../../src/report/newId';
import { createQueue, type Queue } from '../../src/report/queue';
import { createSend } from '../../src/report/send';
import { furrowFormat } from '../../src/report/encode/furrow';
import { createFakePage, type FakePage } from './fakePage';

/** How a collector answers one request. `store` is called where it keeps the batch. */
export type Answering = (body: string, store: () => void, signal: AbortSignal) => Promise<Response>;

export interface FakeTab {
  readonly page: FakePage;
  readonly queue: Queue;
  readonly errors: readonly unknown[];
  /** Requests of this tab, in their order. */
  readonly sent: readonly { readonly batch: Batch; readonly init: RequestInit }[];
  hide(): void;
  show(): void;
  /** The process dies: nothing that was under way goes on. */
  kill(): void;
}

export interface FakeOrigin {
  readonly store: Store;
  /** Facts that the collector holds, and how often each came. */
  readonly arrived: ReadonlyMap<string, number>;
  /** Facts that lie in storage now. */
  kept(): Promise<readonly string[]>;
  open(): FakeTab;
  answer(how: Answering): void;
  /** Moves the clocks of every tab that lives, a little at a time, and lets everything come to rest. */
  advance(ms: number): Promise<void>;
}

/** With a fraction, as browsers have it. */
const START = Date.UTC(2026, 9, 28) + 0.375;
/** The clocks of several tabs go together in steps of this. */
const STEP_MS = 500;

/** A browser's tabs on one origin, with one storage and one lock, and a collector. */
export function createFakeOrigin({ store = createMemoryStore(), locks = true } = {}): FakeOrigin {
  const arrived = new Map<string, number>();
  const tabs = new Set<FakeTab & { readonly window: object }>();
  let held: object | undefined;
  let elapsed = 0;
  let answering: Answering = acknowledge;

  function open(): FakeTab {
    let alive = true;
    const sent: { batch: Batch; init: RequestInit }[] = [];
    const errors: unknown[] = [];
    const never = new Promise<never>(() => {});
    const mortal = <T>(work: () => Promise<T>): Promise<T> => (alive ? work().then((value) => (alive ? value : never)) : never);
    const document = { hidden: false };
    const window = {
      document,
      navigator: {
        ...(locks && { locks: { request: async (_: string, __: object, work: (lock: object | null) => unknown) => {
          if (held) return work(null);
          held = window;
          try { return await work({}); } finally { if (held === window) held = undefined; }
        } } }),
      },
      fetch: (_: string, init: RequestInit) => {
        const body = init.body as string;
        if (init.signal?.aborted) return Promise.reject(new DOMException('aborted', 'AbortError'));
        sent.push({ batch: JSON.parse(body) as Batch, init });
        const keep = () => { for (const { id } of (JSON.parse(body) as Partial<Batch>).facts ?? []) arrived.set(id, (arrived.get(id) ?? 0) + 1); };
        return mortal(() => answering(body, keep, init.signal ?? new AbortController().signal));
      },
    };
    const page = createFakePage({ window: window as unknown as Page['window'] });
    const wall = (at: number) => START + openedAt + at;
    const openedAt = elapsed;
    const own: Store = {
      get: (key) => mortal(() => store.get(key)), set: (key, value) => mortal(() => store.set(key, value)),
      delete: (keys) => mortal(() => store.delete(keys)), keys: () => mortal(() => store.keys()), clear: () => mortal(() => store.clear()),
    };
    const queue = createQueue({
      page, store: own, send: createSend(page, 'https://collector.test/collect', furrowFormat, () => wall(page.now())), visit: () => VISIT,
      purposes: ['notice', 'improve'], sdk: 'furrow/0.0.0', wall, onError: (cause) => errors.push(cause), random: () => 0.5,
    });
    const tab = {
      page, queue, errors, sent, window,
      hide() { document.hidden = true; page.fire('visibilitychange'); },
      show() { document.hidden = false; page.fire('visibilitychange'); },
      kill() { alive = false; tabs.delete(tab); if (held === window) held = undefined; },
    };
    tabs.add(tab);
    return tab;
  }

  return {
    store, arrived, open,
    async kept() {
      const batches = await Promise.all((await store.keys()).map((key) => store.get(key)));
      return batches.flatMap((batch) => (batch as Partial<Batch> | undefined)?.facts?.map(({ id }) => id) ?? []); // one may have gone meanwhile
    },
    answer(how) { answering = how; },
    async advance(ms) {
      await rest();
      for (let left = ms; left > 0; left -= STEP_MS) {
        elapsed += Math.min(left, STEP_MS);
        for (const { page } of tabs) page.advance(Math.min(left, STEP_MS));
        await rest();
      }
    },
  };
}

/** The key of every tab’s visit. */
export const VISIT = newId();

export const acknowledge: Answering = (_, store) => {
  store();
  return Promise.resolve(Response.json({ ok: true }));
};

export function makeFact(more: object = {}): Fact {
  const id = newId();
  return { id, at: Math.floor(START), route: '/checkout/*', kind: 'signal', name: 'dead-click', place: 'main>button', strength: 0.8, signal: id, evidence: { count: 1 }, ...more } as unknown as Fact;
}

/** Everything that waits for nothing but its turn has had it. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
}
