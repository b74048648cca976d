import type { Batch, Store } from '../types';

/** A batch that waits in this browser, as its key tells of it: enough to choose, count and expire it without reading it. */
export interface Kept {
  readonly key: string;
  /** When its first fact came, in Unix ms. */
  readonly at: number;
  readonly facts: number;
  /** Facts that it tells to be given up. */
  readonly dropped: number;
}

export function keyOf(at: number, { id, facts, dropped }: Batch): string {
  return [at, facts.length, dropped, id].join('.');
}

/** All that wait, oldest first. */
export async function listKept(store: Store): Promise<readonly Kept[]> {
  const kept = (await store.keys()).map((key) => {
    const [at = 0, facts = 0, dropped = 0] = key.split('.').map((part) => Number(part) || 0);
    return { key, at, facts, dropped };
  });
  return kept.sort((a, b) => a.at - b.at);
}

/** Another tab may have been quicker, and what lies in a browser may be anything. */
export async function readKept(store: Store, { key }: Kept): Promise<Batch | undefined> {
  const kept = await store.get(key);
  return isBatch(kept) ? kept : undefined;
}

function isBatch(kept: unknown): kept is Batch {
  return typeof kept === 'object' && !!kept && 'facts' in kept && Array.isArray(kept.facts);
}
