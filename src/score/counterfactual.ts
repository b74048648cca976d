import type { Counterfactual, Rule } from '../types';
import { createAccount, type Account, type When } from './account';
import type { Book } from './book';
import { keyOf } from './contributions';

/** Where a rule stands, and the book behind it. */
export interface Opening {
  readonly book: Book;
  readonly account: Account;
}

/** As many as a decision gives reasons. */
const MAX_REASONS = 3;

/**
 * The fewest of the reasons, from the heaviest on, without which the rule would have stayed silent: its score would not have reached the bar,
 * or it would not have been sure enough. Found by scoring again without them, so that it is always true. Undefined where help is not due, and
 * where no three would do.
 */
export function counterfactual(rule: Rule, { book, account }: Opening, when: When): Counterfactual | undefined {
  const { help } = rule;
  const { confidence, contributions } = account.at(when);
  if (account.bar(when).reachedAt === undefined || confidence < help.confidence) return undefined;
  const reasons = contributions.filter(({ points, signal }) => points > 0 && signal !== 'model');
  const gone: string[] = [];
  for (const { signal, place } of reasons.sort((a, b) => b.points - a.points).slice(0, MAX_REASONS)) {
    gone.push(keyOf(signal, place));
    const left = book.before();
    const otherwise = createAccount(rule, left);
    for (const { signal: each, told } of book.heard()) {
      const change = gone.includes(keyOf(each.name, each.place)) ? undefined : left.hear({ ...each, amends: false }, told);
      if (change) otherwise.follow(change, { at: told, now: told });
    }
    const { value: score, confidence: sure } = otherwise.at(when);
    const found = { without: gone.length, score, confidence: sure };
    if (score < help.score && otherwise.bar(when).reachedAt === undefined) return { ...found, flips: 'score', needs: help.score };
    if (sure < help.confidence) return { ...found, flips: 'confidence', needs: help.confidence };
  }
  return undefined;
}
