import type { Amend, Attempt, Detector, SignalName } from '../types';
import { innermost } from '../watch/innermost';

const NAME: SignalName = 'validation-storm';
/** Fields refused at once: one or two are overlooked, three were not understood. */
const FIELDS = 3;
const STRENGTH = 0.6;
/** Refused again after so many corrections, what the field wants is not understood. */
const CORRECTIONS = 2;
const STUCK_STRENGTH = 0.75;

/** Boxes of one code, parts of one date, buttons of one choice: one field, however many are marked. */
const PART = '[maxlength="1"],[role=spinbutton],[type=radio],[role=radio]';
const WHOLE = '[role=group],[role=radiogroup],fieldset,form';

interface Fixing {
  edited: boolean;
  corrections: number;
}

/**
 * Sees many fields of a form refused at once, or one field refused again after it was corrected twice.
 * Forgives one or two fields that were overlooked, and forms that are filled in again and again; getting through takes it back.
 */
export function validationStorm(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      let fixing = new WeakMap<Element, Fixing>();
      const told = new WeakMap<Element, Amend>();
      /** The form that seemed to get through at last; a slow server may still refuse it. */
      let through: Element | undefined;

      /** How often the field has been corrected in vain. */
      function correctionsOf(field: Element): number {
        const { edited, corrections } = fixing.get(field) ?? { edited: false, corrections: 0 };
        const count = corrections + (edited ? 1 : 0);
        fixing.set(field, { edited: false, corrections: count });
        return count;
      }

      function refused({ form, wrong, at }: Attempt): void {
        const n = new Set(wrong.map((field) => (field.matches(PART) ? field.closest(WHOLE) : field))).size;
        const corrections = wrong.map(correctionsOf);
        const count = Math.max(0, ...corrections);
        const isStuck = count >= CORRECTIONS;
        if (n < FIELDS && !isStuck) return;
        const strength = isStuck ? STUCK_STRENGTH : STRENGTH;
        const evidence = { n, count };
        const amend = told.get(form);
        if (amend) return amend({ strength, evidence });
        told.set(form, emit({ name: NAME, at, strength, target: (isStuck && wrong[corrections.indexOf(count)]) || form, evidence }));
      }

      watch.on('input', (event) => {
        const field = innermost(event);
        const known = field && fixing.get(field);
        if (known) known.edited = true;
      });
      watch.onAttempt((attempt) => {
        const { form, state } = attempt;
        if (state === 'begun' && form === through) {
          told.delete(form);
          fixing = new WeakMap();
        }
        through = state === 'done' ? form : undefined;
        if (state === 'failed' && !watch.ignored(form, NAME)) refused(attempt);
        if (through) told.get(form)?.({ strength: 0 });
      });
    },
  };
}
