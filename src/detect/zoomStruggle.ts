import type { Amend, Detector } from '../types';
import { tellMore } from './tellMore';
import { createTurns } from './turns';
import { innermost } from '../watch/innermost';

/** In and out again by so much: less is a hand that slips. */
const LEAST = Math.log(1.15);
/** In, out, in and out within this time: once in and out is a look at something small. */
const TURNS = 3;
const WITHIN_MS = 15_000;
const STRENGTH = 0.55;
const AGAIN = 0.1;
const MOST_STRENGTH = 0.85;

/** What is there to be looked at closely. */
const PICTURES = 'img,picture,figure,svg,canvas,video,object,embed,[role=img],[role=application],[data-furrow-opaque]';

/**
 * Sees the page made larger and smaller again and again, by fingers, keys or wheel, as if no size were right.
 * Forgives a steady size, whatever it is, going up or down in steps, and fingers that look at a picture or a map.
 */
export function zoomStruggle(): Detector {
  return {
    name: 'zoom-struggle',
    family: 'pointer',
    start(watch, emit) {
      const { window } = watch;
      const view = window.visualViewport;
      const turned = createTurns(LEAST);
      let turns: readonly number[] = [];
      let amend: Amend | undefined;
      let isLooking = false;
      let isWaiting = false;

      watch.on('touchstart', (event) => {
        if (event.touches.length > 1) isLooking = !!innermost(event)?.closest(PICTURES);
      });
      watch.on('wheel', () => { isLooking = false; });
      watch.on('keydown', () => { isLooking = false; });
      view?.addEventListener('resize', () => {
        if (isWaiting) return;
        isWaiting = true;
        watch.soon(look);
      }, { passive: true, signal: watch.end });

      function look(): void {
        isWaiting = false;
        const now = watch.now();
        if (!turned(Math.log((view?.scale ?? 1) * window.devicePixelRatio)) || isLooking) return;
        turns = [...turns.filter((at) => now - at < WITHIN_MS), now].slice(-2 * TURNS);
        const [at = now] = turns;
        const n = turns.length;
        if (n < TURNS) return void (amend = undefined);
        const strength = Math.min(MOST_STRENGTH, STRENGTH + AGAIN * (n - TURNS));
        const evidence = { n, spanMs: now - at };
        amend = tellMore(emit, amend, { name: 'zoom-struggle', at, strength, evidence });
      }
    },
  };
}
