import type { Batch, Fact, Page, Store } from '../types';
import { keyOf, listKept, readKept, type Kept, type Letter } from './kept';
import { newId } from './newId';
import type { Send } from './send';

export interface DeliveryContext {
  readonly page: Page;
  readonly store: Store;
  readonly send: Send;
  /** Unix time in ms. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** True while nothing may be written: the page is being left, or the visit is over. */
  paused(): boolean;
  /** These facts have arrived. */
  onArrived(facts: readonly Fact[]): void;
  /** So many facts were refused, and are given up. */
  onGivenUp(facts: number): void;
  onError(cause: unknown): void;
}

export interface Delivery {
  /** A letter of this page that may go. */
  ready(key: string): void;
  /** Sends what is due, one after the other; resolves when that is done or has to wait. */
  drain(): Promise<unknown>;
}

/** A page seals its batches within 5 s; what has waited for longer was left over by a page that is gone. */
const LEFT_OVER_MS = 15_000;
/** What earlier pages left is looked for when this one has had its start. */
const FIRST_MS = 1000;
/** From and to. Jitter that grows on what it was (“decorrelated”), so that many browsers do not come back together; after `stop` no page lives long enough. */
const BACKOFF_MS = { later: [1000, 300_000], denied: [300_000, 21_600_000], stop: [1e9, 1e9] } as const;

/** Takes the letters to the collector, one at a time, and from one page of the origin at a time. */
export function createDelivery({ page, store, send, now, random, paused, onArrived, onGivenUp, onError }: DeliveryContext): Delivery {
  const own = new Set<string>();
  let draining: Promise<unknown> = Promise.resolve();
  let stopWaiting = () => {};
  let heldUntil = 0;
  let backoffMs = 0;

  const due = ({ key, at }: Kept) => own.has(key) || Math.abs(now() - at) > LEFT_OVER_MS;
  wake(FIRST_MS);

  function wake(ms: number): void {
    stopWaiting();
    stopWaiting = page.after(ms, () => void drain());
  }

  /** Where there are no Web Locks it goes without: the collector counts each fact once. */
  function drain(): Promise<unknown> {
    const work = () => deliverAll().catch(onError);
    return (draining = draining
      .then(() => page.window.navigator.locks.request('furrow.send', { ifAvailable: true }, (lock) => (lock ? work() : wake(LEFT_OVER_MS * (1 + random())))))
      .catch(work));
  }

  async function deliverAll(): Promise<void> {
    while (!paused()) {
      if (heldUntil > page.now()) return wake(heldUntil - page.now());
      const waiting = await listKept(store);
      // an erasure goes last: a collector that does not know it must not hold up the facts
      const next = waiting.find((kept) => kept.facts && due(kept)) ?? waiting.find(due);
      if (!next) return waiting.length ? wake(LEFT_OVER_MS) : undefined;
      await deliver(next);
    }
  }

  async function deliver(kept: Kept): Promise<void> {
    const letter = await readKept(store, kept);
    if (!letter) return store.delete([kept.key]);
    if (paused()) return;
    const { verdict, note, waitMs } = await send.now(letter);
    if (paused()) return; // it stays, and is sent once more
    if (note) onError(note);
    if (verdict === 'stored') return arrived(kept, letter);
    if (verdict === 'refused') return 'erase' in letter ? store.delete([kept.key]) : halve(kept, letter);
    const [least, most] = BACKOFF_MS[verdict];
    backoffMs = Math.min(most, least + random() * Math.max(0, 3 * backoffMs - least));
    heldUntil = page.now() + (verdict === 'stop' ? backoffMs : waitMs || backoffMs);
    if (verdict === 'stop') return store.clear();
  }

  function arrived({ key }: Kept, letter: Letter): Promise<void> {
    onArrived('erase' in letter ? [] : letter.facts);
    backoffMs = 0;
    return store.delete([key]);
  }

  /** Too large, or one fact in it is at fault: its halves are tried, and what is refused alone is given up. */
  async function halve({ key, at }: Kept, batch: Batch): Promise<void> {
    const { facts, dropped } = batch;
    const middle = facts.length >> 1;
    if (!(await store.get(key))) return; // deleted meanwhile: its halves would bring it back
    if (middle) {
      await keepHalf(at, { ...batch, id: newId(), facts: facts.slice(0, middle) });
      await keepHalf(at, { ...batch, id: newId(), facts: facts.slice(middle), dropped: 0 });
    } else onGivenUp(facts.length + dropped);
    await store.delete([key]);
  }

  async function keepHalf(at: number, half: Batch): Promise<void> {
    if (page.end.aborted) return; // withdrawn meanwhile: what is deleted stays deleted
    own.add(keyOf(at, half));
    return store.set(keyOf(at, half), half);
  }

  return { ready: (key) => void own.add(key), drain };
}
