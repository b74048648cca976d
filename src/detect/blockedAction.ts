import type { Detector } from '../types';
import { createAgain } from './again';

/** A control pressed this recently was disabled by that press, so that it works once: a form on its way, a stepper at its end. */
const DEBOUNCE_MS = 1500;
/** Presses on one control within this time are one trouble. */
const SAME_MS = 10_000;
/** A control that says that it is disabled promises little; without a reason to be read nearby it is worth more. */
const STRENGTH = 0.5;
const NO_REASON = 0.15;
/** Trying again says that the reason was not understood. */
const AGAIN = 0.1;

const BLOCKED = ':disabled:not(fieldset),[aria-disabled=true],[readonly]';
/** What may say why: at the control, or in its form. */
const EXPLAINED = '[title],[aria-describedby]';
const WRONG = '[aria-invalid=true]';

/**
 * Sees a press on a control that is disabled, and that still is after 2 s without a word.
 * Forgives what loads (`aria-busy`), what the visitor's own press disabled, what is enabled in the meantime, and a press that
 * says why. Answered within 10 s after all, it was a hiccup.
 */
export function blockedAction(): Detector {
  return {
    name: 'blocked-action',
    family: 'pointer',
    start(watch, emit) {
      const worked = new WeakMap<Element, number>();
      const tell = createAgain(watch, emit, 'blocked-action', SAME_MS);

      watch.onPress((press) => {
        const { target, at, control, excused, kind: input } = press;
        if (/effectful|stateful/.test(control)) worked.set(target, at);
        if (control !== 'blocked' || excused || at - (worked.get(target) ?? -Infinity) < DEBOUNCE_MS || watch.ignored(target, 'blocked-action')) return;
        watch.onSettled(press, ({ alive, unknown, pending }) => {
          if (alive || unknown || pending || watch.claimed(press) || !isBlocked(target)) return;
          tell(press, target, (count) => ({
            strength: Math.min(1, STRENGTH + (hasReason(target) ? 0 : NO_REASON) + AGAIN * (count - 1)),
            evidence: { count, blocked: true, input },
          }));
        });
      });
    },
  };
}

function isBlocked(target: Element): boolean {
  return target.isConnected && !!target.closest(BLOCKED);
}

function hasReason(target: Element): boolean {
  return !!target.closest(EXPLAINED) || !!target.closest('form,fieldset,dialog')?.querySelector(WRONG);
}
