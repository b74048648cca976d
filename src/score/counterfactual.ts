import type { Counterfactual, Rule, Signal } from '../types';
import type { Book } from './book';
import { keyOf } from './contributions';
import type { When } from './scoreOf';

/** As many as a decision gives reasons. */
const MAX_REASONS = 3;

/**
 * The fewest of the reasons, from the heaviest on, without which the rule would have stayed silent: its score would not have reached the bar,
 * or it would not have been sure enough. Found by scoring again without them, so that it is always true. Undefined where help is not due, or no
 * three of them would change that.
 */
export function counterfactual({ help }: Rule, book: Book, when: When): Counterfactual | undefined {
  const { confidence, contributions } = book.at(when);
  if (book.bar(when).reachedAt === undefined || confidence < help.confidence) return undefined;
  const reasons = contributions.filter(({ points, signal }) => points > 0 && signal !== 'model').sort((a, b) => b.points - a.points).slice(0, MAX_REASONS);
  const gone = new Set<string>();
  for (const { signal, place } of reasons) {
    gone.add(`${signal} ${place}`);
    const left = book.without((each: Signal) => gone.has(keyOf(each)));
    const { value: score, confidence: sure } = left.at(when);
    const found = { without: gone.size, score, confidence: sure };
    if (score < help.score && left.bar(when).reachedAt === undefined) return { ...found, flips: 'score', needs: help.score };
    if (sure < help.confidence) return { ...found, flips: 'confidence', needs: help.confidence };
  }
  return undefined;
}
