import type { Detector } from '../types';

/** Of all reasons for a press to come to nothing, this one is known. */
const STRENGTH = 0.7;

/**
 * Sees a press come to nothing while the browser is offline. Forgives what works offline. It takes the press: being offline
 * is one trouble, not a dead button and a failed request besides.
 */
export function offlineAction(): Detector {
  return {
    name: 'offline-action',
    family: 'pointer',
    start(watch, emit) {
      watch.onPress((press) => {
        const { target, at, kind, control, excused } = press;
        if (watch.window.navigator.onLine || excused || !/effectful|stateful/.test(control) || watch.ignored(target, 'offline-action')) return;
        watch.claim([press]);
        watch.onSettled(press, ({ productive, unknown }) => {
          if (productive || unknown) return;
          const amend = emit({ name: 'offline-action', at, strength: STRENGTH, target, evidence: { input: kind } });
          watch.onLate(press, (late) => { if (late.productive) amend({ strength: 0 }); });
        });
      });
    },
  };
}
