import type { Rule, Rules, Score, Signal } from '../types';
import { notReached, raised, settled, type Bar } from './bar';
import { counts } from './counts';
import type { Heard } from './matches';
import { scoreOf } from './scoreOf';

export interface Scorer {
  /** Hears a signal, or more about one that it heard. Returns the scores it touched, in the order of the rules. */
  add(signal: Signal, now: number): readonly Score[];
  at(rule: Rule, now: number): Score;
  /** Where the rule's score stands to what the rule needs. */
  bar(rule: Rule, now: number): Bar;
  /** The rule has spoken; its bar counts as spent until the score has fallen. */
  spoke(rule: Rule): void;
}

/** Sightings that a term keeps; a detector tells of one place no more than six times in a minute, and by then the first has faded. */
const MAX_HEARD = 50;

/** Keeps the scores of all rules. It knows no clock and no page: time and place come with each question. */
export function createScorer({ rules }: Pick<Rules, 'rules'>): Scorer {
  const bookOf = new Map(rules.map((rule) => [rule, createBook(rule)]));

  return {
    add: (signal, now) => [...bookOf.values()].flatMap((book) => book.hear(signal, now) ?? []),
    at: (rule, now) => bookOf.get(rule)?.at(now) ?? scoreOf(rule, [], now),
    bar: (rule, now) => bookOf.get(rule)?.bar(now) ?? notReached,
    spoke: (rule) => bookOf.get(rule)?.spoke(),
  };
}

/** What one rule has heard, term by term. */
function createBook(rule: Rule) {
  const nothing = rule.signals.map((): readonly Heard[] => []);
  let terms = nothing;
  let bar = notReached;
  let last: Score | undefined;

  /** Asked several times for each signal, so the last answer is kept. */
  function at(now: number): Score {
    if (last?.at !== now) last = scoreOf(rule, terms, now);
    return last;
  }

  function barAt(now: number): Bar {
    return bar.reachedAt === undefined ? notReached : settled(bar, rule, at(now).value);
  }

  return {
    at,
    bar: barAt,
    spoke(): void {
      bar = { ...bar, spoken: true };
    },
    hear(signal: Signal, now: number): Score | undefined {
      const isKnown = terms.some((heard) => heard.some((each) => each.signal.id === signal.id));
      const isNew = !isKnown && !signal.amends;
      const resolves = isNew && rule.resolved.some(({ event }) => event === signal.name);
      const meant = rule.signals.map((term) => isNew && counts(rule, term, signal));
      if (!isKnown && !resolves && !meant.includes(true)) return undefined;
      bar = barAt(now);
      terms = (resolves ? nothing : terms).map((heard, index) => (meant[index]
        ? [...heard, { signal, told: now }].slice(-MAX_HEARD)
        : heard.map((each) => (each.signal.id === signal.id ? { ...each, signal } : each))));
      last = undefined;
      const score = at(now);
      bar = raised(bar, rule, score, rule.signals.some(({ points }, index) => meant[index] && points > 0));
      return score;
    },
  };
}
