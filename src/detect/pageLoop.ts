import type { Amend, Detector } from '../types';

/** So many times at one page … */
const TIMES = 3;
/** … within this: nobody goes round that fast and finds something. */
const WITHIN_MS = 15_000;
const STRENGTH = 0.6;
const PER_EXTRA = 0.05;
const MOST_STRENGTH = 0.8;

/**
 * Sees a visitor come to one page again and again by links, going round in circles. Forgives the history's own buttons (they
 * are quick-back's), reloads, redirects, pages that send to themselves, and tabs that have an address.
 */
export function pageLoop(): Detector {
  return {
    name: 'page-loop',
    family: 'paths',
    start(watch, emit) {
      const { document, performance } = watch.window;
      let told: { readonly of: number; readonly at: number; readonly amend: Amend } | undefined;

      watch.onView((views) => {
        const now = views.at(-1);
        if (!now?.pressed || watch.ignored(document.body, 'page-loop')) return;
        const [first, ...more] = views.filter(({ of, at, back, reload }, i) => (
          // a page that sends to itself, as a cart does with each change, goes round nowhere
          of === now.of && views[i - 1]?.of !== of && now.at - at < WITHIN_MS && !back && !reload
        ));
        const n = more.length + 1;
        if (!first || n < TIMES) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * (n - TIMES));
        const evidence = { n, spanMs: now.at - first.at };
        const amend = told?.of === now.of && now.at - told.at < WITHIN_MS ? told.amend : undefined;
        amend?.({ strength, evidence });
        told = { of: now.of, at: now.at, amend: amend ?? emit({ name: 'page-loop', at: first.at - performance.timeOrigin, strength, evidence }) };
      });
    },
  };
}
