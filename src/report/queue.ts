import type { Batch, Erasure, Fact, Off, Page, Purpose, Store } from '../types';
import { createCopies } from './copies';
import { createDelivery } from './delivery';
import { filled, isFull } from './filled';
import { factsIn, keyOf, listKept, type Kept } from './kept';
import { newId } from './newId';
import type { Send } from './send';

export interface QueueContext {
  readonly page: Page;
  readonly store: Store;
  readonly send: Send;
  /** The key of this visit. */
  visit(): string;
  readonly purposes: readonly Purpose[];
  /** Name and version of what sends. */
  readonly sdk: string;
  /** Unix time in ms of a moment of the page. */
  wall(at: number): number;
  onError(cause: unknown): void;
  /** From 0 to 1; tests give their own. */
  random?(): number;
}

export interface Queue {
  /** Takes a fact. A moment later it is kept, and then nothing removes it but the collector's answer. */
  add(fact: Fact): void;
  /** Sends what waits; resolves when that is done, or when the collector does not take it now. */
  flush(): Promise<void>;
  /** How many facts wait in this browser. */
  waiting(): Promise<number>;
  /** The facts that wait in this browser, as they will be sent. */
  facts(): Promise<readonly Fact[]>;
  /** Forgets everything that waits, here and in storage. */
  clear(): Promise<void>;
  /** The same, and asks the collector to delete what it has of this visit. What it does not take now goes like a batch. */
  erase(): Promise<void>;
}

/** Facts come in bursts (a signal, its decision, its nudge); one write keeps them all. */
const GATHER_MS = 100;
/** A batch waits this long for more. */
const SEAL_MS = 5000;
/** The most that waits in a browser (some hundred kB), and for how long: after a week a fact helps nobody any more. */
const MOST_KEPT_FACTS = 2000;
const KEPT_MS = 7 * 86_400_000;
/** Who has asked for something to be deleted is not kept waiting for longer. */
const ERASING_MS = 5000;
/** A page that still lives then was hidden and not left, and may write again. */
const LIVES_ON_MS = 400;

/** Gathers facts into batches, keeps each before it is sent, and sends copies of what has not arrived when the page is left. */
export function createQueue({ page, store, send, visit, purposes, sdk, wall, onError, random = Math.random }: QueueContext): Queue {
  const now = () => Math.floor(wall(page.now())); // browsers count parts of a millisecond
  let open: readonly Fact[] = [];
  let openedAt = 0;
  let kept: { readonly key: string; readonly batch: Batch } | undefined;
  let dropped = 0;
  let keeping = Promise.resolve();
  let gathering: Off | undefined;
  let sealing: Off | undefined;
  let leaving: Off | undefined;

  const paused = () => !!leaving || page.end.aborted;
  const batchOf = (facts: readonly Fact[], lost: number): Batch => ({ v: 1, id: newId(), visit: visit(), sdk, purposes, facts, dropped: lost });
  const copies = createCopies((facts) => send.leaving(batchOf(facts, 0)));
  const delivery = createDelivery({
    page, store, send, now, random, paused, onError,
    onArrived: copies.drop,
    onGivenUp: (facts) => void (dropped += facts),
  });
  page.on('visibilitychange', () => { if (page.window.document.hidden) leave(); });
  page.onLeave(leave);

  function add(fact: Fact): void {
    if (page.end.aborted) return;
    if (!open.length) openedAt = now();
    open = [...open, fact];
    copies.add(fact);
    if (leaving) queueMicrotask(() => page.attempt(leave)); // other parts may hear of the leaving after us
    gathering ??= page.after(GATHER_MS, () => void keep(false));
    sealing ??= page.after(SEAL_MS, () => void flush());
  }

  async function flush(): Promise<void> {
    sealing = undefined;
    await keep(true);
    await delivery.drain();
  }

  /** Keeps what is open, and seals it if asked to or full. One after the other, so that the larger batch follows the smaller. */
  function keep(seal: boolean): Promise<void> {
    gathering = undefined;
    return (keeping = keeping.then(async () => {
      while (open.length && !paused()) {
        const facts = filled(open);
        if (kept?.batch.facts.length !== facts.length) await keepLarger(facts);
        if (!kept || paused()) return;
        const { key, batch } = kept;
        const full = batch.facts.length < open.length || isFull(batch.facts);
        if (!seal && !full) return;
        open = open.slice(batch.facts.length);
        openedAt = now();
        dropped -= batch.dropped;
        kept = undefined;
        delivery.ready(key);
        if (full) void delivery.drain();
      }
    }).catch(onError));
  }

  /** A batch that is kept never changes; the larger one takes its place. What has to go for it is counted in it. */
  async function keepLarger(facts: readonly Fact[]): Promise<void> {
    const gone = surplus(await listKept(store));
    if (paused()) return;
    for (const batch of gone) dropped += batch.facts + batch.dropped;
    const batch = batchOf(facts, dropped);
    const key = keyOf(openedAt, batch);
    await store.set(key, batch);
    await store.delete([...gone.map((old) => old.key), ...(kept ? [kept.key] : [])]);
    kept = { key, batch };
  }

  /** Too old, or the oldest of too many. */
  function surplus(waiting: readonly Kept[]): readonly Kept[] {
    let facts = 0;
    return waiting.toReversed().filter((batch) => (facts += batch.facts) > MOST_KEPT_FACTS || now() - batch.at > KEPT_MS);
  }

  /** Synchronous, and without a write: one that is under way when a page ends is lost, and can block the storage of the next page. */
  function leave(): void {
    leaving?.();
    leaving = page.after(LIVES_ON_MS, () => {
      leaving = undefined;
      void flush();
    });
    copies.send();
  }

  /** What is being kept at this moment goes too. */
  function clear(): Promise<void> {
    open = [];
    copies.clear();
    return (keeping = keeping.then(() => {
      kept = undefined;
      return store.clear();
    }));
  }

  return {
    add,
    flush,
    async waiting() {
      const waiting = await listKept(store);
      return waiting.reduce((sum, { facts }) => sum + facts, open.length - (kept?.batch.facts.length ?? 0));
    },
    async facts() {
      const facts = [...await factsIn(store), ...open]; // of what is open a part is kept already
      return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
    },
    clear,
    async erase() {
      const erasure: Erasure = { v: 1, id: newId(), erase: visit(), sdk };
      const key = keyOf(now(), erasure);
      await clear();
      if (page.end.aborted) return; // withdrawn meanwhile: nothing is kept any more
      await store.set(key, erasure);
      delivery.ready(key);
      await Promise.race([delivery.drain(), new Promise<void>((late) => page.after(ERASING_MS, late))]);
    },
  };
}
