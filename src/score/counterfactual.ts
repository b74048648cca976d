import type { Counterfactual, Rule } from '../types';
import { notReached, raised, settled } from './bar';
import type { Book } from './book';
import { keyOf } from './contributions';

/** As many as a decision gives reasons. */
const MAX_REASONS = 3;

/**
 * The fewest of the reasons, from the heaviest on, without which the rule would have stayed silent: its score would not have reached the bar,
 * or it would not have been sure enough. Found by scoring again without them, so that it is always true. Undefined where no three would do.
 */
export function counterfactual(rule: Rule, book: Book, now: number): Counterfactual | undefined {
  const { help } = rule;
  const gone: string[] = [];
  const reasons = book.weigh(now).contributions().filter(({ points, signal }) => points > 0 && signal !== 'model');
  for (const { signal, place } of reasons.sort((a, b) => b.points - a.points).slice(0, MAX_REASONS)) {
    gone.push(keyOf(signal, place));
    const left = book.before();
    let bar = notReached;
    for (const { signal: each, told: at } of book.heard()) {
      const change = gone.includes(keyOf(each.name, each.place)) ? undefined : left.hear({ ...each, amends: false }, at);
      if (change) bar = raised(settled(bar, rule, change.was), rule, { value: left.weigh(at).value, at }, false);
    }
    const { value: score, confidence } = left.weigh(now);
    const found = { without: gone.length, score, confidence: confidence() };
    if (score < help.score && settled(bar, rule, score).reachedAt === undefined) return { ...found, flips: 'score', needs: help.score };
    if (found.confidence < help.confidence) return { ...found, flips: 'confidence', needs: help.confidence };
  }
  return undefined;
}
