import type { Signal } from '../types';
import type { Kind, Term } from './criteria';

/** A sighting as a rule heard it. */
export interface Heard {
  readonly signal: Signal;
  /** As sure as a fact can tell, to two decimals; 0 was taken back. */
  readonly strength: number;
  /** When it was told first: Unix time in ms, a whole second. */
  readonly told: number;
  /** The terms of the rule that mean it. */
  readonly terms: readonly Term[];
}

/** A sighting that counts for a term. */
export interface Share {
  readonly signal: Signal;
  readonly told: number;
  readonly term: Term;
  /** When it began to count: with the last sighting of its match. */
  readonly at: number;
  /** What it gave then. */
  readonly points: number;
  /** What it proves while it is fresh; less than 0 for a good sign. */
  readonly proof: number;
  /** What the model gave for it then: once, however many terms count it. */
  readonly leaning: number;
}

/** What a rule has counted of one kind, as it stood at `at`; from there it only fades. Never changed: a score keeps the tallies it was made of. */
export interface Tally {
  readonly kind: Kind;
  readonly at: number;
  /** Of each term, however much. */
  readonly points: readonly number[];
  /** What the model gives for all of it. */
  readonly leaning: number;
  /** The last ones, oldest first. */
  readonly shares: readonly Share[];
  /** What those before them prove together. */
  readonly proof: number;
  /** Sightings that are not enough for their term yet. */
  readonly waiting: readonly { readonly term: Term; readonly heard: Heard }[];
}

/** So many are told apart, and one of them can be told more of or taken back. That comes within seconds, and a page tells at most thirty in a minute. */
export const MAX_APART = 12;

export function emptyTally(kind: Kind): Tally {
  return { kind, at: 0, points: [], leaning: 0, shares: [], proof: 0, waiting: [] };
}
