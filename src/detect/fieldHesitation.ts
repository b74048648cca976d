import type { Amend, Detector, Off, PressKind } from '../types';
import { innermost } from './innermost';
import { watchWavering } from './wavering';

type Field = keyof typeof LIMIT_MS;

/** From focus to the first change; how long people need differs with what is asked. */
const LIMIT_MS = { text: 8000, select: 6000, textarea: 15_000, password: 10_000, otp: 30_000, number: 12_000 };
/** Nobody is judged more strictly than this, however fast they were before. */
const LEAST_MS = 6000;
/** Against the visitor's own pace: this many times the median of their other fields. */
const OWN_PACE = 4;
/** A keyboard on glass is slower, and so is the first field. */
const TOUCH_FACTOR = 1.5;
const FIRST_FACTOR = 1.5;
/** Without a move, a key or a scroll for this long the visitor may not be there … */
const IDLE_MS = 10_000;
/** … and is looked for again this often, until it would be about something else. */
const LOOK_AGAIN_MS = 1000;
const CAP_MS = 60_000;
/** Told at the limit; twice the limit is as sure as it gets. */
const STRENGTH = 0.5;
const PER_OVER = 0.3;
/** The visitor's own pace is that of their last fields. */
const MOST_PACES = 20;

/**
 * Sees a visitor stand in a field without an answer, longer than the kind of field and their own pace explain; and one who
 * wavers between two buttons. Forgives time away from the page, search fields, fields that are filled already, and autofocus.
 */
export function fieldHesitation(): Detector {
  return {
    name: 'field-hesitation',
    start(watch, emit) {
      const paces: number[] = [];
      let input: PressKind = 'mouse';
      /** A page that sets the focus itself has not been asked for anything yet. */
      let begun = false;
      let activeAt = -Infinity;
      let stay: { readonly target: HTMLInputElement; readonly from: number; readonly end: Off } | undefined;

      function leave(): void {
        stay?.end();
        stay = undefined;
      }

      function enter(target: Element | undefined): void {
        leave();
        const field = isField(target) && !target.value && !watch.ignored(target, 'field-hesitation') ? fieldOf(target) : undefined;
        if (!field || !isField(target)) return;
        const from = watch.now();
        const limitMs = limitOf(field, paces, input);
        const end = watch.after(limitMs, () => tell(target, field, from, limitMs));
        stay = { target, from, end };
      }

      function tell(target: HTMLInputElement, field: Field, from: number, limitMs: number): void {
        const now = watch.now();
        if (target.value || now - from > CAP_MS) return;
        if (now - activeAt > IDLE_MS) return void (stay = { target, from, end: watch.after(LOOK_AGAIN_MS, () => tell(target, field, from, limitMs)) });
        const seen = (): { ms: number; limitMs: number; field: Field; input: PressKind } => ({ ms: watch.now() - from, limitMs, field, input });
        const amend: Amend = emit({ name: 'field-hesitation', at: from, strength: STRENGTH, target, evidence: seen() });
        const end = watch.after(limitMs, () => amend({ strength: STRENGTH + PER_OVER, evidence: seen() }));
        stay = { target, from, end };
      }

      for (const type of ['pointermove', 'scroll'] as const) watch.on(type, () => { activeAt = watch.now(); });
      for (const type of ['pointerdown', 'keydown'] as const) watch.on(type, (event) => {
        activeAt = watch.now();
        begun = true;
        input = 'pointerType' in event ? kindOf(event) : input;
      });
      watch.on('focusin', (event) => { if (begun) enter(innermost(event)); });
      watch.on('input', (event) => {
        if (!stay || innermost(event) !== stay.target) return;
        paces.push(watch.now() - stay.from);
        paces.splice(0, paces.length - MOST_PACES);
        leave();
      });
      watch.on('focusout', leave);
      watch.on('visibilitychange', leave);
      watchWavering(watch, emit);
    },
  };
}

/** The kind of field, for fields that ask for something to be written or chosen. */
function fieldOf({ localName, type, autocomplete, readOnly }: HTMLInputElement): Field | undefined {
  if (localName === 'textarea' || localName === 'select') return localName;
  if (localName !== 'input' || readOnly) return undefined;
  if (autocomplete === 'one-time-code') return 'otp';
  if (type === 'password') return 'password';
  if (/^(number|date|time|month|week|datetime-local)$/.test(type)) return 'number';
  return /^(text|email|tel|url)$/.test(type) ? 'text' : undefined;
}

function limitOf(field: Field, paces: readonly number[], input: PressKind): number {
  const limit = LIMIT_MS[field] * (input === 'touch' ? TOUCH_FACTOR : 1);
  const own = [...paces].sort((a, b) => a - b)[paces.length >> 1];
  return own === undefined ? limit * FIRST_FACTOR : Math.max(Math.min(limit, LEAST_MS), Math.min(limit, OWN_PACE * own));
}

function kindOf({ pointerType }: PointerEvent): PressKind {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}

/** By its properties, because a frame has classes of its own. */
function isField(target: Element | undefined): target is HTMLInputElement {
  return !!target && 'value' in target;
}
