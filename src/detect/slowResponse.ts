import type { Detector, Press, Response } from '../types';

/** Past 1 s an answer breaks the thought (Nielsen); told from half a second over the limit, so from 3 s, when doubt is over too. */
const LIMIT_MS = 2500;
/** Who is used to waiting here waits longer, but twice as long is slow for everybody. */
const MOST_LIMIT_MS = 5000;
/** An answer this many spreads over the visitor's usual one is no chance (three σ). */
const SPREADS = 3;
/** At the limit it is not told yet; 2 s over it, it is as sure as it gets. */
const STRENGTH = 0.4;
const MOST_MORE = 0.4;
const PER_MS = 1 / 5000;

/**
 * Sees that the first sign of an answer to a press was long in coming: 3 s and more, and longer than this visitor is used to here.
 * Forgives what shows at once that it is at work, windows that lost the focus meanwhile, and presses that are a higher signal's.
 */
export function slowResponse(): Detector {
  return {
    name: 'slow-response',
    family: 'pointer',
    start(watch, emit) {
      watch.onPress((press) => {
        if (press.excused || !/effectful|stateful/.test(press.control) || watch.ignored(press.target, 'slow-response')) return;
        const here = `answer ${watch.route()}`;
        watch.onSettled(press, (response) => {
          judge(press, response, here);
          if (!response.alive) watch.onLate(press, (late) => judge(press, late, here));
        });
      });

      function judge(press: Press, { alive, unknown, afterMs: ms }: Response, here: string): void {
        if (!alive || unknown || ms === undefined) return;
        const baseline = watch.baseline(here);
        const { median = 0, spread = 0 } = baseline.usual() ?? {};
        const limitMs = Math.min(MOST_LIMIT_MS, Math.max(LIMIT_MS, Math.round(median + SPREADS * spread)));
        baseline.add(ms);
        if (ms < limitMs || watch.claimed(press)) return;
        const { at, target, kind } = press;
        const strength = STRENGTH + Math.min(MOST_MORE, (ms - limitMs) * PER_MS);
        emit({ name: 'slow-response', at, strength, target, evidence: { ms, limitMs, input: kind } });
      }
    },
  };
}
