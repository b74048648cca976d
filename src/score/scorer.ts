import type { Bar, Counterfactual, Rule, Rules, Score, Signal, SignalName } from '../types';
import { createAccount, type When } from './account';
import { createBook, type Book, type Change } from './book';
import { counterfactual, type Opening } from './counterfactual';
import { createCriteria } from './criteria';

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
  const books = new Map<string, Book>();
  const openings = new Map(rules.map((rule) => [rule, open(rule)]));
  const lastAt = new Map<SignalName, number>();

  /** Rules that count alike share a book. */
  function open(rule: Rule): Opening {
    const key = JSON.stringify([rule.where, rule.signals, rule.resolved]);
    const book = books.get(key) ?? createBook(criteriaOf(rule));
    books.set(key, book);
    return { book, account: createAccount(rule, book) };
  }

  const when = (at: number): When => ({ at, now: Math.floor(wall(at) / 1000) * 1000 });
  const of = (rule: Rule): Opening => openings.get(rule) ?? open(rule);

  return {
    add(signal, at) {
      if (!signal.amends) lastAt.set(signal.name, at);
      const told = when(at);
      const changes = new Map<Book, Change>();
      for (const book of books.values()) {
        const change = book.hear(signal, told.now);
        if (change) changes.set(book, change);
      }
      if (!changes.size) return [];
      return [...openings.values()].flatMap(({ book, account }) => {
        const change = changes.get(book);
        return change ? account.follow(change, told) : [];
      });
    },
    at: (rule, at) => of(rule).account.at(when(at)),
    bar: (rule, at) => of(rule).account.bar(when(at)),
    spoke: (rule) => of(rule).account.spoke(),
    lastAt: (name) => lastAt.get(name),
    without: (rule, at) => counterfactual(rule, of(rule), when(at)),
  };
}
