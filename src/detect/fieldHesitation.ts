import type { Amend, Detector, Off, PressKind } from '../types';
import { fieldOf, isField, type Field } from '../watch/field';
import { innermost } from '../watch/innermost';
import { watchWavering } from './wavering';

/** From focus to the first change; how long people need differs with what is asked. */
const LIMIT_MS: Readonly<Record<Field, number>> = { text: 8000, select: 6000, textarea: 15_000, password: 10_000, otp: 30_000, number: 12_000 };
/** A text takes thought and a code has to be fetched, however fast the field before was filled. */
const LONG = /textarea|otp/;
/** Nobody is judged more strictly than this, however fast they were before. */
const LEAST_MS = 6000;
/** Against the visitor's own pace: this many times what is usual for them, … */
const OWN_PACE = 4;
/** … and never so soon as this many times, however slow they are. */
const LEAST_PACE = 2;
/** A keyboard on glass is slower, and so is the first field. */
const TOUCH_FACTOR = 1.5;
const FIRST_FACTOR = 1.5;
/** Who is not there is looked for again this often, until it would be about something else. */
const LOOK_AGAIN_MS = 1000;
const CAP_MS = 60_000;
/** Told at the limit; twice the limit is as sure as it gets. */
const STRENGTH = 0.5;
const PER_OVER = 0.3;

/** A field that was entered and not yet answered. */
interface Stay {
  readonly target: HTMLInputElement;
  readonly field: Field;
  readonly from: number;
  /** How long the visitor had been at it in this page. */
  readonly activeMs: number;
  readonly limitMs: number;
  readonly input: PressKind;
}

/**
 * Sees a visitor stand in a field without an answer, longer than the kind of field and their own pace explain; and one who
 * wavers between two buttons. Forgives time away from the page, search fields, fields that are filled already or by a calendar beside them, and autofocus.
 */
export function fieldHesitation(): Detector {
  return {
    name: 'field-hesitation',
    family: 'forms',
    start(watch, emit) {
      let input: PressKind = 'mouse';
      /** A page that sets the focus itself has not been asked for anything yet. */
      let begun = false;
      /** Until enough is known of a kind of field, the last field says how fast the visitor is. */
      let lastMs: number | undefined;
      let stay: Stay | undefined;
      let end: Off | undefined;

      /** What is known of the visitor in this kind of field: at this step, and everywhere. */
      function paces(field: Field, by: PressKind) {
        const everywhere = `field ${field} ${by}`;
        return [...watch.steps().slice(0, 1).map((step) => `${everywhere} ${step}`), everywhere].map(watch.baseline);
      }

      function limitOf(field: Field): number {
        const limit = LIMIT_MS[field] * (input === 'touch' ? TOUCH_FACTOR : 1);
        const usual = paces(field, input).map((pace) => pace.usual()).find(Boolean);
        const own = usual?.median ?? (lastMs === undefined || !LONG.test(field) ? lastMs : limit);
        if (own === undefined) return limit * FIRST_FACTOR;
        return Math.max(Math.min(limit, LEAST_MS), Math.min(limit, OWN_PACE * own), usual ? LEAST_PACE * own : 0);
      }

      function leave(): void {
        end?.();
        stay = undefined;
      }

      function enter(target: Element | undefined): void {
        leave();
        if (!isField(target) || target.value || watch.ignored(target, 'field-hesitation')) return;
        const field = fieldOf(target);
        if (!field) return;
        const limitMs = limitOf(field);
        const entered = { target, field, from: watch.now(), activeMs: watch.activeMs(), limitMs, input };
        stay = entered;
        end = watch.after(limitMs, () => look(entered));
      }

      /** Time in which the visitor was not there does not count. */
      function look(entered: Stay): void {
        const { target, from, activeMs, limitMs } = entered;
        if (!target.isConnected || target.value || watch.now() - from > CAP_MS) return;
        const missingMs = limitMs - (watch.activeMs() - activeMs);
        if (missingMs <= 0) return tell(entered);
        end = watch.after(Math.max(LOOK_AGAIN_MS, missingMs), () => look(entered));
      }

      function tell({ target, field, from, limitMs, input: by }: Stay): void {
        const seen = (): Readonly<Record<string, number | string>> => ({ ms: watch.now() - from, limitMs, field, input: by });
        const amend: Amend = emit({ name: 'field-hesitation', at: from, strength: STRENGTH, target, evidence: seen() });
        end = watch.after(limitMs, () => amend({ strength: STRENGTH + PER_OVER, evidence: seen() }));
      }

      function answered(event: Event): void {
        if (!stay || innermost(event) !== stay.target) return;
        lastMs = watch.now() - stay.from;
        for (const pace of paces(stay.field, stay.input)) pace.add(lastMs);
        leave();
      }

      watch.on('pointerdown', (event) => {
        begun = true;
        input = kindOf(event);
      });
      watch.on('keydown', (event) => {
        begun = true;
        // a date has no value until its last part is written; in a list a key may only open it
        if (event.key?.length === 1 && !event.ctrlKey && !event.metaKey && stay?.field !== 'select') answered(event);
      });
      watch.on('focusin', (event) => { if (begun) enter(innermost(event)); });
      watch.on('input', answered);
      // calendars and lists of the page's own leave the focus in the field that they fill
      watch.onPress(({ control }) => { if (control === 'effectful') leave(); });
      watch.on('focusout', leave);
      watch.on('visibilitychange', leave);
      watchWavering(watch, emit);
    },
  };
}

function kindOf({ pointerType }: PointerEvent): PressKind {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}
