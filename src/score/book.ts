import type { Bar, Score, Signal, SignalName } from '../types';
import { notReached, raised, settled } from './bar';
import { counted } from './counted';
import { counts } from './counts';
import type { Criteria } from './criteria';
import { scoreOf, type When } from './scoreOf';
import { emptyTally, MAX_APART, type Heard, type Tally } from './tally';
import { valueOf } from './value';

/** What one rule has heard, and where it stands. */
export interface Book {
  /** Of the signals that mean anything to it. */
  readonly names: readonly SignalName[];
  /** Undefined where the signal means nothing to the rule after all. */
  hear(signal: Signal, when: When): Score | undefined;
  at(when: When): Score;
  bar(when: When): Bar;
  spoke(): void;
  /** The book as it would be without some of the signals. What is too old to be told apart stays. */
  without(isGone: (signal: Signal) => boolean): Book;
}

/** What was heard of one kind lately, and what had been counted before that. */
interface Page {
  readonly before: Tally;
  readonly heard: readonly Heard[];
}

export function createBook(criteria: Criteria, start?: readonly Tally[]): Book {
  const { rule, kinds, maxes, fades } = criteria;
  const resolving = rule.resolved.flatMap((way) => (way.kind === 'signal' ? way.signal : []));
  const indexOf = new Map(kinds.map(({ signal }, index) => [signal, index]));
  const nothing = kinds.map(emptyTally);
  let tallies: readonly Tally[] = start ?? nothing;
  let pages = tallies.map((before): Page => ({ before, heard: [] }));
  let bar = notReached;
  /** What stands in the tallies of each term, and since when. */
  const points = criteria.maxes.map(() => 0);
  const since = criteria.maxes.map(() => 0);

  /** The points of the rule: at most `max` of each term. */
  function said(now: number): number {
    let sum = 0;
    for (let index = 0; index < points.length; index++) sum += Math.min(maxes[index] ?? 0, (points[index] ?? 0) * (fades[index]?.(now - (since[index] ?? 0)) ?? 0));
    return sum;
  }

  tallies.forEach((tally, index) => put(index, tally));

  const at = (when: When): Score => scoreOf(criteria, tallies, when, said(when.now));
  const barAt = ({ now }: When): Bar => (bar === notReached ? bar : settled(bar, rule, valueOf(criteria, tallies, now, said(now))));

  /** Counts a new sighting on; with more about a known one, or with one taken back, its kind is counted anew. */
  function count(signal: Signal, told: number): boolean {
    const index = indexOf.get(signal.name) ?? -1;
    const [kind, page, tally] = [kinds[index], pages[index], tallies[index]];
    if (!kind || !page || !tally) return false;
    const place = signal.amends ? page.heard.findLastIndex((each) => each.signal.id === signal.id) : page.heard.length;
    const known = page.heard[place];
    const terms = known?.terms ?? kind.terms.filter((term) => counts(rule, term, signal));
    if (place < 0 || !terms.length) return false;
    const one: Heard = { signal, strength: strengthOf(signal), told: known?.told ?? told, terms };
    const heard = [...page.heard.slice(0, place), one, ...page.heard.slice(place + 1)];
    const now = known ? heard.reduce(counted, page.before) : counted(tally, one);
    const oldest = heard.length > MAX_APART ? heard.shift() : undefined;
    pages[index] = { before: oldest ? counted(page.before, oldest) : page.before, heard };
    if (now !== tally) put(index, now);
    return true;
  }

  function put(index: number, tally: Tally): void {
    const changed = tallies.slice();
    changed[index] = tally;
    tallies = changed;
    const { kind: { terms: { length }, first }, at: told } = tally;
    for (let term = 0; term < length; term++) {
      points[first + term] = tally.points[term] ?? 0;
      since[first + term] = told;
    }
  }

  function forget(): boolean {
    tallies = nothing;
    pages = nothing.map((before) => ({ before, heard: [] }));
    points.fill(0);
    return true;
  }

  function hear(signal: Signal, when: When): Score | undefined {
    const [was, before] = [barAt(when), tallies];
    const isOver = !signal.amends && resolving.includes(signal.name) && forget();
    if (!count(signal, when.now) && !isOver) return undefined;
    const score = at(when);
    const isNewTrouble = !signal.amends && tallies !== before && rule.signals.some((term) => term.signal === signal.name && term.points > 0);
    bar = raised(was, rule, score, isNewTrouble);
    return score;
  }

  return {
    names: [...indexOf.keys(), ...resolving],
    hear, at, bar: barAt,
    spoke() {
      bar = { ...bar, spoken: true };
    },
    without(isGone) {
      const book = createBook(criteria, pages.map(({ before }) => before));
      const heard = pages.flatMap((page) => page.heard).filter(({ signal }) => !isGone(signal)).sort((a, b) => a.told - b.told);
      for (const { signal, told } of heard) book.hear({ ...signal, amends: false }, { at: told, now: told });
      return book;
    },
  };
}

/** As a fact tells it. */
function strengthOf({ strength }: Signal): number {
  return Math.round(Math.min(1, Math.max(0, strength || 0)) * 100) / 100;
}
