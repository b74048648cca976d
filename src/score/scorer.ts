import type { Scorer } from '../parts';
import type { Bar, Rule, Rules, Score, SignalName } from '../types';
import { notReached, raised, settled } from './bar';
import { createBook, type Book, type Change } from './book';
import { counterfactual } from './counterfactual';
import { createCriteria, type Criteria } from './criteria';
import { scoreOf } from './scoreOf';
import type { Weight } from './weight';

/**
 * Keeps the scores of all rules. It knows no clock and no page: time and place come with each question. Times are page times, but what is
 * counted are the whole seconds of the `wall` (Unix time in ms), because that is what facts tell: so who has the facts can score again
 * and come to the same numbers, to the last bit. Asking changes nothing. Who scores the same rules again and again passes criteria that are
 * ready.
 */
export function createScorer(
  { rules, model }: Pick<Rules, 'rules' | 'model'>, wall: (pageMs: number) => number = (pageMs) => pageMs, criteriaOf = createCriteria(model),
): Scorer {
  const shared = new Map<Criteria, Book>();
  const books = new Map(rules.map((rule) => [rule, open(rule)]));
  const bars = new Map<Rule, Bar>();
  const lastAt = new Map<SignalName, number>();

  /** Rules that count alike share a book. */
  function open(rule: Rule): Book {
    const criteria = criteriaOf(rule);
    const book = shared.get(criteria) ?? createBook(criteria);
    shared.set(criteria, book);
    return book;
  }

  const second = (now: number): number => Math.floor(wall(now) / 1000) * 1000;
  const weigh = (rule: Rule, now: number): Weight => (books.get(rule) ?? open(rule)).weigh(second(now));
  const barOf = (rule: Rule, value: number): Bar => settled(bars.get(rule) ?? notReached, rule, value);

  function follow(rule: Rule, { was, isNewTrouble }: Change, now: number): Score {
    const score = scoreOf(rule.id, now, weigh(rule, now));
    bars.set(rule, raised(barOf(rule, was), rule, score, isNewTrouble));
    return score;
  }

  return {
    add(signal, now) {
      if (!signal.amends) lastAt.set(signal.name, now);
      const changes = new Map<Book, Change>();
      for (const book of shared.values()) {
        const change = book.hear(signal, second(now));
        if (change) changes.set(book, change);
      }
      return changes.size ? [...books].flatMap(([rule, book]) => {
        const change = changes.get(book);
        return change ? follow(rule, change, now) : [];
      }) : [];
    },
    at: (rule, now) => scoreOf(rule.id, now, weigh(rule, now)),
    bar: (rule, now) => barOf(rule, weigh(rule, now).value),
    forget: (rule) => books.get(rule)?.forget(),
    spoke(rule) {
      bars.set(rule, { ...bars.get(rule) ?? notReached, spoken: true });
    },
    lastAt: (name) => lastAt.get(name),
    without(rule, now) {
      const { value, confidence } = weigh(rule, now);
      const isDue = barOf(rule, value).reachedAt !== undefined && confidence() >= rule.help.confidence;
      return isDue ? counterfactual(rule, books.get(rule) ?? open(rule), second(now)) : undefined;
    },
  };
}
