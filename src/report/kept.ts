import type { Batch, Erasure, Fact, Store } from '../types';

/** What goes to the collector. */
export type Letter = Batch | Erasure;

/** A letter that waits in this browser, as its key tells of it: enough to choose, count and expire it without reading it. */
export interface Kept {
  readonly key: string;
  /** When its first fact came, in Unix ms. */
  readonly at: number;
  /** 0 is an erasure. */
  readonly facts: number;
  /** Facts that it tells to be given up. */
  readonly dropped: number;
}

export function keyOf(at: number, letter: Letter): string {
  const { facts, dropped } = 'erase' in letter ? { facts: [], dropped: 0 } : letter;
  return [at, facts.length, dropped, letter.id].join('.');
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
export async function readKept(store: Store, { key }: Kept): Promise<Letter | undefined> {
  const kept = await store.get(key);
  return isLetter(kept) ? kept : undefined;
}

/** The facts of all that wait, oldest first. */
export async function factsIn(store: Store): Promise<readonly Fact[]> {
  const letters = await Promise.all((await listKept(store)).map((kept) => readKept(store, kept)));
  return letters.flatMap((letter) => (letter && 'facts' in letter ? letter.facts : []));
}

function isLetter(kept: unknown): kept is Letter {
  return typeof kept === 'object' && !!kept && (('facts' in kept && Array.isArray(kept.facts)) || 'erase' in kept);
}
