import type { Amend, Detector } from '../types';
import { tellMore } from './tellMore';

/** Through the whole of it so many times … */
const TIMES = 3;
/** … within this: too fast to read, and fast enough to look for something. */
const WITHIN_MS = 20_000;
/** That is the whole of it, give or take a header and a footer. */
const WHOLE_SHARE = 0.8;
/** What is shorter is seen without a search. */
const LEAST_SCREENS = 2;
/** Who presses this often has found something to do. */
const PRESSES = 2;
const STRENGTH = 0.5;
const PER_EXTRA = 0.1;
const MOST_STRENGTH = 0.8;

/**
 * Sees a visitor go through a whole page, from end to end and back, looking for something that is not there.
 * Forgives pages that grow meanwhile (endless lists), short ones, jumps by key or search, and who presses something.
 */
export function scrollHunt(): Detector {
  return {
    name: 'scroll-hunt',
    family: 'paths',
    start(watch, emit) {
      let begun: readonly number[] = [];
      let legAt = 0;
      let counted = false;
      let range = 0;
      let presses = 0;
      let last: Element | undefined;
      let amend: Amend | undefined;

      watch.onPress(() => { if (++presses >= PRESSES) begun = []; });
      watch.onScroll(({ at, target, byHand, turned, legPx, rangePx, screenPx }) => {
        if (target !== last || rangePx > range || !byHand) begun = [];
        if (target !== last || turned) {
          legAt = at;
          counted = false;
        }
        last = target;
        range = rangePx;
        if (counted || !byHand || rangePx < LEAST_SCREENS * screenPx || legPx < WHOLE_SHARE * rangePx) return;
        counted = true;
        begun = [...begun.filter((each) => at - each < WITHIN_MS), ...(at - legAt < WITHIN_MS ? [legAt] : [])];
        if (begun.length < 2) presses = 0;
        tell(at, target);
      });

      function tell(now: number, target: Element): void {
        const [at = now] = begun;
        const n = begun.length;
        if (n < TIMES) amend = undefined;
        if (n < TIMES || watch.ignored(target, 'scroll-hunt')) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * (n - TIMES));
        const evidence = { n, spanMs: now - at };
        amend = tellMore(emit, amend, { name: 'scroll-hunt', at, strength, target, evidence });
      }
    },
  };
}
