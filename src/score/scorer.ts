import type { Bar, Counterfactual, Rule, Rules, Score, Signal, SignalName } from '../types';
import { createBook, type Book } from './book';
import { counterfactual } from './counterfactual';
import { createCriteria } from './criteria';
import type { When } from './scoreOf';

export interface Scorer {
  /** Hears a signal, or more about one that it heard. Returns the scores it touched, in the order of the rules. */
  add(signal: Signal, now: number): readonly Score[];
  at(rule: Rule, now: number): Score;
  /** Where the rule's score stands to what the rule needs. */
  bar(rule: Rule, now: number): Bar;
  /** The rule has spoken; its bar counts as spent until the score has fallen. */
  spoke(rule: Rule): void;
  /** When a signal of that name was last told, in page time. */
  lastAt(name: SignalName): number | undefined;
  /** What would have kept the rule silent, had it not happened. Undefined where help is not due, or no three reasons would change that. */
  without(rule: Rule, now: number): Counterfactual | undefined;
}

/**
 * Keeps the scores of all rules. It knows no clock and no page: time and place come with each question. Times are page times, but what is
 * counted are the whole seconds of the `wall` (Unix time in ms), because that is what facts tell: so who has the facts can score again
 * and come to the same numbers, to the last bit. Asking changes nothing.
 */
export function createScorer({ rules, model }: Pick<Rules, 'rules' | 'model'>, wall: (pageMs: number) => number = (pageMs) => pageMs): Scorer {
  const criteriaOf = createCriteria(model);
  const books = new Map(rules.map((rule) => [rule, createBook(criteriaOf(rule))]));
  const listeners = new Map<SignalName, Book[]>();
  for (const book of books.values()) for (const name of new Set(book.names)) listeners.set(name, [...listeners.get(name) ?? [], book]);
  const lastAt = new Map<SignalName, number>();

  const bookOf = (rule: Rule): Book => books.get(rule) ?? createBook(criteriaOf(rule));
  const when = (at: number): When => ({ at, now: Math.floor(wall(at) / 1000) * 1000 });

  return {
    add(signal, now) {
      if (!signal.amends) lastAt.set(signal.name, now);
      const told = when(now);
      return (listeners.get(signal.name) ?? []).flatMap((book) => book.hear(signal, told) ?? []);
    },
    at: (rule, now) => bookOf(rule).at(when(now)),
    bar: (rule, now) => bookOf(rule).bar(when(now)),
    spoke: (rule) => bookOf(rule).spoke(),
    lastAt: (name) => lastAt.get(name),
    without: (rule, now) => counterfactual(rule, bookOf(rule), when(now)),
  };
}
