import type { Amend, Detector, SignalName } from '../types';
import { editedIn, fieldOf, isField } from '../watch/field';
import { innermost } from '../watch/innermost';

const NAME: SignalName = 'field-churn';
/** Coming back to a field that was filled already. */
const RETURNS = 3;
/** Emptied and written again; a field that held less was hardly written. */
const CLEARS = 2;
const CLEARED_CHARS = 3;
/** Edits of which half take something away; a longer text is written by taking away. */
const EDITS = 12;
const LONG_EDITS = 60;
/** One choice made and unmade: twice is trying out, this often is not knowing. */
const TOGGLES = 3;
const TOGGLES_WITHIN_MS = 20_000;
const PASTES = 1;
/** All of it within this time. */
const WITHIN_MS = 120_000;

const STRENGTH = 0.4;
const PER_EXTRA = 0.1;
const MOST_STRENGTH = 0.9;
const INVALID = 0.2;
/** What is looked for in a list is meant to be changed. */
const SEARCH = 0.2;

interface Churn {
  readonly at: number;
  /** The longest that the value was since it was empty. */
  most: number;
  returns: number;
  clears: number;
  edits: number;
  deletes: number;
  toggles: readonly number[];
  pastes: number;
  isCleared: boolean;
  pasting: boolean;
  amend: Amend | undefined;
}

/**
 * Sees a visitor fight with one field: coming back, taking away, emptying and writing again, choosing back and forth, a paste
 * that is not taken. Knows what kind of edit it was and how long the value is, never the value.
 * Forgives composing (IME), what the page itself formats, searches, long texts, and choices outside a form, which work at once.
 */
export function fieldChurn(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      const churns = new WeakMap<Element, Churn>();
      /** The field that was entered last; a window or a toolbar gives back a focus that went nowhere else. */
      let entered: Element | undefined;

      function churnOf(field: HTMLInputElement): Churn {
        const at = watch.now();
        const known = churns.get(field);
        if (known && at - known.at < WITHIN_MS) return known;
        const churn = { at, most: field.value.length, returns: 0, clears: 0, edits: 0, deletes: 0, toggles: [], pastes: 0, isCleared: false, pasting: false, amend: undefined };
        churns.set(field, churn);
        return churn;
      }

      function judge(field: HTMLInputElement, churn: Churn): void {
        const edits = field.localName === 'textarea' ? LONG_EDITS : EDITS;
        const isTakingAway = churn.edits >= edits && churn.deletes * 2 >= churn.edits;
        const over = [
          churn.returns - RETURNS, churn.clears - CLEARS, churn.toggles.length - TOGGLES, churn.pastes - PASTES, isTakingAway ? 0 : -1,
        ].filter((each) => each >= 0);
        if (!over.length || watch.ignored(field, NAME)) return;
        const extra = over.length - 1 + over.reduce((sum, each) => sum + each, 0);
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * extra + (field.matches('[aria-invalid=true]') ? INVALID : 0)) - (field.matches('[role=combobox]') ? SEARCH : 0);
        const evidence = { n: churn.edits, count: churn.returns + churn.clears + churn.toggles.length + churn.pastes, field: fieldOf(field) ?? 'choice', spanMs: watch.now() - churn.at };
        if (churn.amend) churn.amend({ strength, evidence });
        else churn.amend = emit({ name: NAME, at: churn.at, strength, target: field, evidence });
      }

      function write(churn: Churn, { value }: HTMLInputElement, inputType: string): void {
        churn.edits++;
        if (inputType.startsWith('delete')) churn.deletes++;
        if (inputType === 'insertFromPaste') churn.pasting = false;
        if (value && churn.isCleared) churn.clears++;
        churn.isCleared = !value && (churn.isCleared || churn.most >= CLEARED_CHARS);
        churn.most = value ? Math.max(churn.most, value.length) : 0;
      }

      watch.on('input', (event) => {
        const field = editedIn(event);
        if (!field || ('isComposing' in event && event.isComposing)) return;
        const inputType = 'inputType' in event ? event.inputType : '';
        const churn = churnOf(field);
        const now = watch.now();
        if (inputType) write(churn, field, inputType);
        // outside a form a choice works at once, and trying out is use
        else if (field.form && !fieldOf(field)) churn.toggles = [...churn.toggles.filter((at) => now - at < TOGGLES_WITHIN_MS), now];
        judge(field, churn);
      });
      watch.on('focusin', (event) => {
        const field = innermost(event);
        if (!isField(field) || !fieldOf(field)) return;
        const churn = field === entered ? undefined : churns.get(field);
        entered = field;
        if (!churn?.edits || !field.value || watch.now() - churn.at > WITHIN_MS) return;
        churn.returns++;
        judge(field, churn);
      });
      watch.on('paste', (event) => {
        const field = innermost(event);
        // a picture is put beside the text
        if (!isField(field) || !fieldOf(field) || !event.clipboardData?.types.includes('text/plain')) return;
        const churn = churnOf(field);
        const { length } = field.value;
        churn.pasting = true;
        watch.soon(() => {
          if (churn.pasting && field.value.length <= length && field.matches(':focus')) churn.pastes++;
          churn.pasting = false;
          judge(field, churn);
        });
      });
    },
  };
}
