import type { Signal } from '../types';
import { counted } from './counted';
import { counts } from './counts';
import type { Criteria } from './criteria';
import { emptyTally, MAX_APART, type Heard, type Tally } from './tally';
import { valueOf } from './value';
import { weigh, type Weight } from './weight';

/** What a signal changed. */
export interface Change {
  /** The value just before. */
  readonly was: number;
  /** It tells of new trouble. */
  readonly isNewTrouble: boolean;
}

/** What has been heard and counted, for all rules that count alike. */
export interface Book {
  /** Undefined where the signal means nothing here. `now` is Unix time in ms, a whole second. */
  hear(signal: Signal, now: number): Change | undefined;
  /** What was heard counts no more. */
  forget(): void;
  weigh(now: number): Weight;
  /** What was heard lately, oldest first. */
  heard(): readonly Heard[];
  /** A book that begins where this one was before what it heard lately; nothing in it is resolved any more. */
  before(): Book;
}

/** Of one kind: what was heard lately, and what had been counted before that. */
interface Page {
  readonly before: Tally;
  readonly heard: readonly Heard[];
}

export function createBook(criteria: Criteria, start: readonly Tally[] = criteria.kinds.map(emptyTally)): Book {
  const { kinds, where } = criteria;
  const resolving = criteria.resolved.flatMap((way) => (way.kind === 'signal' ? way.signal : []));
  const indexOf = new Map(kinds.map(({ signal }, index) => [signal, index]));
  let tallies = [...start];
  let pages = start.map((before): Page => ({ before, heard: [] }));
  let weight: Weight | undefined;

  function weighed(now: number): Weight {
    if (weight?.now !== now) weight = weigh(criteria, tallies, now);
    return weight;
  }

  /** Counts a new sighting on; with more about a known one, or with one taken back, its kind is counted anew. */
  function count(signal: Signal, told: number): boolean {
    const index = indexOf.get(signal.name) ?? -1;
    const page = pages[index];
    const tally = tallies[index];
    if (!page || !tally) return false;
    const place = signal.amends ? page.heard.findLastIndex((each) => each.signal.id === signal.id) : page.heard.length;
    const known = page.heard[place];
    const terms = known?.terms ?? tally.kind.terms.filter((term) => counts(where, term, signal));
    if (place < 0 || !terms.length) return false;
    const one: Heard = { signal, strength: strengthOf(signal), told: known?.told ?? told, terms };
    const heard = [...page.heard];
    heard[place] = one;
    const oldest = heard.length > MAX_APART ? heard.shift() : undefined;
    pages[index] = { before: oldest ? counted(page.before, oldest) : page.before, heard };
    // a score keeps the tallies that it was made of
    tallies = [...tallies];
    tallies[index] = known ? heard.reduce(counted, page.before) : counted(tally, one);
    return true;
  }

  function forget(): void {
    tallies = kinds.map(emptyTally);
    pages = tallies.map((before): Page => ({ before, heard: [] }));
    weight = undefined;
  }

  return {
    hear(signal, now) {
      const before = tallies;
      const isOver = !signal.amends && resolving.includes(signal.name);
      if (isOver) forget();
      if (!count(signal, now) && !isOver) return undefined;
      weight = undefined;
      const index = indexOf.get(signal.name) ?? -1;
      const isNewTrouble = !signal.amends && tallies[index] !== before[index] && !!kinds[index]?.terms.some(({ points }) => points > 0);
      return { was: valueOf(criteria, before, now), isNewTrouble };
    },
    forget,
    weigh: weighed,
    heard: () => pages.flatMap(({ heard }) => heard).sort((a, b) => a.told - b.told),
    before: () => createBook({ ...criteria, resolved: [] }, pages.map(({ before }) => before)),
  };
}

/** As a fact tells it. */
function strengthOf({ strength }: Signal): number {
  return Math.round(Math.min(1, Math.max(0, strength || 0)) * 100) / 100;
}
