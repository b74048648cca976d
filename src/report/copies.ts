import type { Fact } from '../types';
import { filled } from './filled';

export interface Copies {
  add(fact: Fact): void;
  /** They need no copy any more. */
  drop(facts: readonly Fact[]): void;
  clear(): void;
  /** Sends what has not arrived, as long as there is room for it. Synchronous: the page may be gone a moment later. */
  send(): void;
}

/** There is room for some hundred facts; when a collector is away for long, the oldest need not be held for that. */
const MOST_FACTS = 500;

/** The facts of this page that have not arrived, for the moment when it is left. Their originals stay in the queue. */
export function createCopies(send: (facts: readonly Fact[]) => boolean): Copies {
  const facts = new Map<string, Fact>();

  function drop(gone: readonly Fact[]): void {
    for (const { id } of gone) facts.delete(id);
  }

  return {
    drop,
    clear: () => facts.clear(),
    add(fact) {
      facts.set(fact.id, fact);
      drop([...facts.values()].slice(0, -MOST_FACTS));
    },
    send() {
      for (;;) {
        const newest = filled([...facts.values()].toReversed()); // they may not be kept yet
        if (!newest.length || !send(newest.toReversed())) return; // told in the order in which it happened
        drop(newest);
      }
    },
  };
}
