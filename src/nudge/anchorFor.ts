import type { Rule, Score } from '../types';
import { troublesOf } from './troublesOf';

/** Finds what the rules name. */
export interface Finder {
  /** The element of that name that is on the page now. */
  find(name: string): Element | undefined;
  /** Where the rules want the help for the element of that name to stand, when not at the element itself. */
  near(name: string): Element | undefined;
}

/** The element that help stands at: the one its text names in `at`, else what is in trouble, or what the rules want it near. */
export function anchorFor({ where }: Rule, at: string | undefined, score: Score, { find, near }: Finder): Element | undefined {
  const troubles = troublesOf(score);
  const there = at ? undefined : troubles.find(({ target }) => target?.isConnected)?.target;
  for (const name of at ? [at] : [...where.element, ...troubles.map(({ place }) => place)]) {
    const spot = near(name);
    if (spot && (!there || find(name)?.contains(there))) return spot;
    const element = there ? undefined : find(name);
    if (element) return element;
  }
  return there;
}
