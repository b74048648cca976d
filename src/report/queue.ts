import type { Batch, Fact, Off, Page, Purpose, Store } from '../types';
import { createDelivery } from './delivery';
import { keyOf, listKept } from './kept';
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
  /** Facts that wait in this browser. */
  waiting(): Promise<number>;
  /** Forgets everything that waits, here and in storage. */
  clear(): Promise<void>;
}

/** Facts come in bursts (a signal, its decision, its nudge); one write keeps them all. */
const GATHER_MS = 100;
/** A batch waits this long for more. */
const SEAL_MS = 5000;
/** Of one batch, and small enough that two fit into what a page may still send when it is left. */
const MOST_FACTS = 50;
const MOST_BYTES = 24_576;
/** Of a batch without its facts: two ids, purposes, names. */
const ENVELOPE_BYTES = 512;
/** The most that waits in a browser (some hundred kB), and for how long: after a week a fact helps nobody any more. */
const MOST_KEPT_FACTS = 2000;
const KEPT_MS = 7 * 86_400_000;
/** A page that still lives then was hidden and not left, and may write again. */
const LIVES_ON_MS = 400;

/** Gathers facts into batches, keeps each before it is sent, and sends copies of what has not arrived when the page is left. */
export function createQueue({ page, store, send, visit, purposes, sdk, wall, onError, random = Math.random }: QueueContext): Queue {
  const now = () => wall(page.now());
  const unarrived = new Map<string, Fact>();
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
  const delivery = createDelivery({
    page, store, send, now, random, paused, onError,
    onArrived: (facts) => facts.forEach(({ id }) => unarrived.delete(id)),
    onGivenUp: (facts) => void (dropped += facts),
  });
  page.on('visibilitychange', () => { if (page.window.document.hidden) leave(); });
  page.onLeave(leave);

  function add(fact: Fact): void {
    if (page.end.aborted) return;
    if (!open.length) openedAt = now();
    open = [...open, fact];
    unarrived.set(fact.id, fact);
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
        const { key, batch } = await keepOpen(filled(open));
        const full = batch.facts.length < open.length || batch.facts.length === MOST_FACTS;
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

  /** A batch that is kept never changes; the larger one takes its place. */
  async function keepOpen(facts: readonly Fact[]): Promise<{ readonly key: string; readonly batch: Batch }> {
    if (kept?.batch.facts.length === facts.length) return kept;
    const gone = await surplus();
    const batch = batchOf(facts, dropped);
    const larger = { key: keyOf(openedAt, batch), batch };
    await store.set(larger.key, batch);
    await store.delete(kept ? [kept.key, ...gone] : gone);
    return (kept = larger);
  }

  /** What has to go: too old, or the oldest of too many. It is counted. */
  async function surplus(): Promise<readonly string[]> {
    let waiting = 0;
    const gone = (await listKept(store)).toReversed().filter(({ at, facts }) => (waiting += facts) > MOST_KEPT_FACTS || now() - at > KEPT_MS);
    for (const batch of gone) dropped += batch.facts + batch.dropped;
    return gone.map(({ key }) => key);
  }

  /** Synchronous, and without a write: one that is under way when a page ends is lost, and can block the storage of the next page. */
  function leave(): void {
    leaving?.();
    leaving = page.after(LIVES_ON_MS, () => {
      leaving = undefined;
      void flush();
    });
    for (let facts = filled([...unarrived.values()].toReversed()); facts.length && send.leaving(batchOf(facts, 0)); facts = filled([...unarrived.values()].toReversed())) {
      for (const { id } of facts) unarrived.delete(id);
    }
  }

  return {
    add,
    flush,
    async waiting() {
      const waiting = await listKept(store);
      return waiting.reduce((sum, { facts }) => sum + facts, open.length - (kept?.batch.facts.length ?? 0));
    },
    clear() {
      open = [];
      return store.clear();
    },
  };
}

/** As many of the first facts as one batch takes. */
function filled(facts: readonly Fact[]): readonly Fact[] {
  let bytes = ENVELOPE_BYTES;
  return facts.slice(0, MOST_FACTS).filter((fact) => (bytes += new TextEncoder().encode(JSON.stringify(fact)).length + 1) <= MOST_BYTES);
}
