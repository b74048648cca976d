import type { Bar, Rule, Score } from '../types';
import { notReached, raised, settled } from './bar';
import type { Book, Change } from './book';
import { scoreOf } from './scoreOf';

/** A moment in the page's time, and in whole seconds of Unix time (ms). */
export interface When {
  readonly at: number;
  readonly now: number;
}

/** Where one rule stands to what has been counted. */
export interface Account {
  /** The book has changed. */
  follow(change: Change, when: When): Score;
  at(when: When): Score;
  bar(when: When): Bar;
  spoke(): void;
}

export function createAccount(rule: Rule, book: Pick<Book, 'weigh'>): Account {
  let bar = notReached;

  const at = (when: When): Score => scoreOf(rule.id, when.at, book.weigh(when.now));

  return {
    follow({ was, isNewTrouble }, when) {
      const score = at(when);
      bar = raised(settled(bar, rule, was), rule, score, isNewTrouble);
      return score;
    },
    at,
    bar: ({ now }) => settled(bar, rule, book.weigh(now).value),
    spoke() {
      bar = { ...bar, spoken: true };
    },
  };
}
