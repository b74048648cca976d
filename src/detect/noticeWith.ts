import type { Notice } from '../parts';
import type { Detector } from '../types';
import { createEmit } from './emit';
import { createWatch } from '../watch/watch';

/** The detect stage with these detectors, in the order of their hierarchy, as far as the visitor agreed to their family. */
export function noticeWith(all: readonly Detector[]): Notice {
  return (page, surroundings, workflows, families) => {
    const detectors = families ? all.filter(({ family }) => families.includes(family)) : all;
    const watch = createWatch(page, surroundings, workflows);
    let emit: ReturnType<typeof createEmit> | undefined;

    return {
      signals: detectors.map(({ name }) => name),
      start(onSignal) {
        const see = (emit = createEmit(page, surroundings, onSignal));
        for (const detector of detectors) page.attempt(() => detector.start(watch, see), `starting ${detector.name}`);
      },
      tell: (name, detail) => page.attempt(() => {
        if (!/^app:/.test(name)) throw new Error(`“${name}” is furrow's to tell; yours begin with “app:”`);
        const { target, strength = 1 } = detail ?? {};
        const isStrength = strength >= 0 && strength <= 1;
        watch.told(name);
        emit?.({ name, at: page.now(), strength: isStrength ? strength : 1, ...(target && { target }) });
        if (!isStrength) throw new Error(`the strength of “${name}” is a number from 0 to 1, not ${strength}; it was taken as 1`);
      }),
    };
  };
}
