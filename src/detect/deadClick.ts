import type { Detector, Press } from '../types';
import { createAgain } from './again';

/** Presses on one dead control within this time are one trouble. */
const SAME_MS = 7000;

/** Presses on one control with less between them are one run; where it gave something, its end is no trouble (a stepper at its last value). */
const RUN_MS = 1000;

/** How sure, by what the control promises (issue trackers of other SDKs: most false alarms come from boxes that only look pressable). */
const STRENGTH = { native: 0.75, role: 0.75, cursor: 0.55 };
/** Trying again says that something was expected. */
const AGAIN = 0.1;

/**
 * Sees a press on something that looks operable, after which nothing happened that a person could perceive.
 * Forgives text, fields, canvases, empty space and what is disabled (a signal of its own), presses with modifier keys, on what is chosen already or right after
 * waking the page, what runs on past the end of what worked, and whatever cannot be known. Answered within 10 s after all, it was a hiccup.
 */
export function deadClick(): Detector {
  return {
    name: 'dead-click',
    family: 'pointer',
    start(watch, emit) {
      const tell = createAgain(watch, emit, 'dead-click', SAME_MS);
      let run: { readonly target: Element; at: number; gave: boolean } | undefined;

      watch.onPress((press) => {
        const { target, at, looks, kind: input } = press;
        if (!mayBeDead(press) || watch.ignored(target, 'dead-click')) return;
        const current = run && run.target === target && at - run.at < RUN_MS ? run : { target, at, gave: false };
        current.at = at;
        run = current;
        watch.onSettled(press, ({ alive, productive, unknown, errors }) => {
          current.gave ||= productive;
          if (alive || unknown || current.gave || watch.claimed(press)) return;
          tell(press, target, (count) => ({ strength: STRENGTH[looks] + (count > 1 ? AGAIN : 0), evidence: { count, looks, input, errors } }));
        });
      });
    },
  };
}

function mayBeDead({ control, excused }: Press): boolean {
  return !excused && /effectful|stateful/.test(control);
}
