import type { Fact } from '../types';

/** Of one batch, and small enough that two fit into what a page may still send when it is left. */
const MOST_FACTS = 50;
const MOST_BYTES = 24_576;
/** Of a batch without its facts: two ids, purposes, names. */
const ENVELOPE_BYTES = 512;

/** As many of the first facts as one batch takes. */
export function filled(facts: readonly Fact[]): readonly Fact[] {
  let bytes = ENVELOPE_BYTES;
  return facts.slice(0, MOST_FACTS).filter((fact) => (bytes += new TextEncoder().encode(JSON.stringify(fact)).length + 1) <= MOST_BYTES);
}

/** Whether waiting for another fact would be in vain. */
export function isFull(facts: readonly Fact[]): boolean {
  return facts.length === MOST_FACTS;
}
