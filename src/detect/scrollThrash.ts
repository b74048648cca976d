import type { Amend, Detector } from '../types';
import { tellMore } from './tellMore';

/** All of it within this time. */
const WITHIN_MS = 4000;
/** So many turns, each a quarter of a screen at least, are thrashing however short the way … */
const TURNS = 6;
/** … and so many, if the way is as long as this many screens: five times up and down is no comparing of two places. */
const LONG_TURNS = 4;
const LONG_SCREENS = 4;
const STRENGTH = 0.5;
/** Each further turn is surer, and so is racing. */
const PER_EXTRA = 0.05;
const RACING = 0.1;
const RACING_SCREENS = 10;
const MOST_STRENGTH = 0.9;

interface Turn {
  readonly at: number;
  /** How far it had gone before. */
  readonly px: number;
}

/**
 * Sees a visitor scroll up and down, up and down. Forgives what scrolls by itself, the Home and End keys, twitches, and
 * sideways scrolling.
 */
export function scrollThrash(): Detector {
  return {
    name: 'scroll-thrash',
    family: 'paths',
    start(watch, emit) {
      let turns: readonly Turn[] = [];
      let px = 0;
      let amend: Amend | undefined;

      watch.onScroll(({ at, target, byHand, turned, legPx, screenPx }) => {
        turns = byHand ? turns.filter((turn) => at - turn.at < WITHIN_MS) : [];
        if (byHand && turned) turns = [...turns, { at, px }];
        px = legPx;
        if (!turns.length) amend = undefined;
        if (turned) tell(target, screenPx);
      });

      function tell(target: Element, screenPx: number): void {
        const [first] = turns;
        const n = turns.length;
        const screens = turns.reduce((sum, turn) => sum + turn.px, 0) / screenPx;
        const isLong = n >= LONG_TURNS && screens >= LONG_SCREENS;
        if (!first || (n < TURNS && !isLong) || watch.ignored(target, 'scroll-thrash')) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * (n - LONG_TURNS) + (screens >= RACING_SCREENS ? RACING : 0));
        const evidence = { n, spanMs: watch.now() - first.at };
        amend = tellMore(emit, amend, { name: 'scroll-thrash', at: first.at, strength, target, evidence });
      }
    },
  };
}
