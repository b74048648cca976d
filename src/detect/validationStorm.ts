import type { Amend, Attempt, Detector, SignalName } from '../types';
import { innermost } from './innermost';

const NAME: SignalName = 'validation-storm';
/** Fields refused at once: one or two are overlooked, three were not understood. */
const FIELDS = 3;
const STRENGTH = 0.6;
/** Refused again after so many corrections, what the field wants is not understood. */
const CORRECTIONS = 2;
const STUCK_STRENGTH = 0.75;

interface Fixing {
  edited: boolean;
  corrections: number;
}

/**
 * Sees many fields of a form refused at once, or one field refused again after it was corrected twice.
 * Forgives one or two fields that were overlooked; getting through takes it back.
 */
export function validationStorm(): Detector {
  return {
    name: NAME,
    start(watch, emit) {
      const fixing = new WeakMap<Element, Fixing>();
      const told = new WeakMap<Element, Amend>();

      /** How often the field has been corrected in vain. */
      function correctionsOf(field: Element): number {
        const { edited, corrections } = fixing.get(field) ?? { edited: false, corrections: 0 };
        const count = corrections + (edited ? 1 : 0);
        fixing.set(field, { edited: false, corrections: count });
        return count;
      }

      function refused({ form, wrong, at }: Attempt): void {
        const n = wrong.length;
        const count = Math.max(0, ...wrong.map(correctionsOf));
        const isStuck = count >= CORRECTIONS;
        if (n < FIELDS && !isStuck) return;
        const strength = isStuck ? STUCK_STRENGTH : STRENGTH;
        const evidence = { n, count, hiccup: false };
        const amend = told.get(form);
        if (amend) return amend({ strength, evidence });
        told.set(form, emit({ name: NAME, at, strength, target: isStuck ? wrong[0] ?? form : form, evidence }));
      }

      watch.on('input', (event) => {
        const field = innermost(event);
        const known = field && fixing.get(field);
        if (known) known.edited = true;
      });
      watch.onAttempt((attempt) => {
        const { form, state } = attempt;
        if (state === 'failed' && !watch.ignored(form, NAME)) refused(attempt);
        if (state === 'done') told.get(form)?.({ strength: 0, evidence: { hiccup: true } });
      });
    },
  };
}
