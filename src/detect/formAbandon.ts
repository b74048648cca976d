import type { Amend, Attempt, Detector, Press, SignalName } from '../types';
import { editedIn, fieldOf, isField } from '../watch/field';
import { fieldsOf, formOf, purposeOf } from '../watch/form';
import { isReload } from '../watch/isReload';

const NAME: SignalName = 'form-abandon';
/** So many keys, or so many fields, are a beginning; fewer are a slip. */
const KEYS = 3;
const FIELDS = 2;
/** Busy elsewhere in the page for so long, the visitor will hardly come back. */
const ELSEWHERE_MS = 60_000;
/** What a button of the form brings about is there by then; a form that goes with it was got through. */
const GOING_ON_MS = 10_000;
/** A page that was asked for has come by then, or it was a file. */
const STAYED_MS = 5000;
/** Who stayed longer meant it. */
const EARNEST_MS = 30_000;

/** A form of which one field in five was filled is half sure; a full one that was refused is nearly sure. */
const STRENGTH = 0.45;
const PER_FILLED = 0.25;
const AFTER_FAILURE = 0.15;
const EARNEST = 0.1;
/** A login, a search and a single line, as for a newsletter, are tried in passing. */
const LIGHT = 0.3;
/** Choices that nothing sends work at once: filters, settings. */
const SEND = '[type=submit],button:not([type])';
/** Forms followed at once; the one that was begun first goes first. */
const MOST_DRAFTS = 8;

/** A form that the visitor has begun to fill in. */
interface Draft {
  form: Element;
  readonly at: number;
  /** How long the visitor had been at it in this page, at first and at last. */
  readonly sinceMs: number;
  lastMs: number;
  readonly fields: Set<HTMLInputElement>;
  last: HTMLInputElement;
  keys: number;
  errors: number;
  readonly steps: readonly string[];
  isTold: boolean;
  amend: Amend | undefined;
}

/**
 * Sees a form begun and left: the page closed or left, the form put away, or a minute spent elsewhere in the page.
 * Forgives what a browser filled in, choices that work at once, forms sent or put away by a button, the next step of a workflow, reloads.
 * Coming back takes it back. Told once for each form.
 */
export function formAbandon(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      const forms = new WeakMap<Element, Element | undefined>();
      let drafts: readonly Draft[] = [];
      let pressed: { readonly form: Element | undefined; readonly press: Press } | undefined;
      let sent: Attempt | undefined;
      let reloadedAt = -Infinity;

      function formAround(field: Element): Element | undefined {
        if (!forms.has(field)) forms.set(field, watch.ignored(field, NAME) ? undefined : formOf(field));
        return forms.get(field);
      }

      function draftOf(form: Element, last: HTMLInputElement): Draft {
        const known = drafts.find((each) => each.form === form);
        if (known) return known;
        const sinceMs = watch.activeMs();
        const draft = { form, at: watch.now(), sinceMs, lastMs: sinceMs, fields: new Set<HTMLInputElement>(), last, keys: 0, errors: 0, steps: watch.steps(), isTold: false, amend: undefined };
        drafts = [...drafts, draft].slice(-MOST_DRAFTS);
        return draft;
      }

      function back(draft: Draft): void {
        if (draft.isTold) draft.amend?.({ strength: 0 });
        draft.isTold = false;
      }

      function tell(draft: Draft): void {
        const { form, at, fields, last, errors, keys, isTold, amend } = draft;
        const isBegun = keys >= KEYS || fields.size >= FIELDS;
        if (isTold || !isBegun || ([...fields].every(isChoice) && !form.querySelector(SEND))) return;
        const all = fieldsOf(form);
        const n = [...fields].filter((field) => (fieldOf(field) ? field.value : field.checked)).length;
        const count = Math.max(all.length, fields.size);
        const ms = draft.lastMs - draft.sinceMs;
        const isLight = /login|search/.test(purposeOf(form)) || (count === 1 && last.localName !== 'textarea');
        const strength = STRENGTH + (PER_FILLED * n) / count + (errors && AFTER_FAILURE) + (ms > EARNEST_MS ? EARNEST : 0) - (isLight ? LIGHT : 0);
        const evidence = { n, count, errors, ms, index: Math.max(0, all.indexOf(last)), field: fieldOf(last) ?? 'choice' };
        if (!n) return;
        draft.isTold = true;
        if (amend) amend({ strength, evidence });
        else draft.amend = emit({ name: NAME, at, strength, target: form, evidence });
      }

      function drop(draft: Draft): void {
        drafts = drafts.filter((each) => each !== draft);
      }

      /** It was sent, or a button of its own does something, or it is followed by the next step. */
      function goesOn({ form, steps }: Draft): boolean {
        const now = watch.now();
        // one button may send all the forms of a page; a search sends none but its own
        const going = sent && sent.state !== 'failed' && now - sent.at < GOING_ON_MS ? sent : undefined;
        if (going && (going.form === form || going.kind !== 'search')) return true;
        if (pressed?.form !== form || now - pressed.press.at > GOING_ON_MS) return isNextStep(steps, watch.steps());
        const { alive, settled } = watch.response(pressed.press);
        return alive || !settled;
      }

      /** Looks for forms that are no longer there. */
      function look(): void {
        for (const draft of drafts) {
          const { form, last } = draft;
          if (form.isConnected && [form, last].some((each) => each.checkVisibility?.() !== false)) continue;
          const anew = form.isConnected ? undefined : successorOf(last);
          if (anew) draft.form = anew;
          if (!anew && !goesOn(draft)) tell(draft);
          if (!anew) drop(draft);
        }
      }

      function left(): void {
        if (watch.now() - reloadedAt > GOING_ON_MS) for (const draft of drafts) if (!goesOn(draft)) tell(draft);
      }

      watch.on('input', (event) => {
        const field = editedIn(event);
        const form = field && formAround(field);
        if (!form) return;
        const draft = draftOf(form, field);
        draft.fields.add(field);
        draft.last = field;
        draft.keys++;
        draft.lastMs = watch.activeMs();
        back(draft);
      });
      watch.onAttempt((attempt) => {
        const { form, state } = attempt;
        const draft = drafts.find((each) => each.form === form);
        sent = attempt;
        if (state === 'failed') pressed = undefined;
        if (draft && state === 'failed') draft.errors++;
        if (draft && state === 'done') drop(draft);
      });
      watch.onPress((press) => {
        const { control, target } = press;
        if (!drafts.length) return;
        const form = formOf(target);
        const isElsewhere = drafts.every((draft) => draft.form !== form);
        if (control === 'effectful') pressed = { form: target.closest('a[href]') ? undefined : form, press };
        watch.onSettled(press, look);
        if (isElsewhere) for (const draft of drafts) if (watch.activeMs() - draft.lastMs > ELSEWHERE_MS) tell(draft);
      });
      watch.onRoute(() => { if (drafts.length) watch.soon(look); });
      watch.on('keydown', (event) => { if (isReload(event)) reloadedAt = watch.now(); });
      // told when another page is asked for, because help and facts need their time; who is still here later has not left
      watch.on('navigate', ({ currentTarget, destination, downloadRequest, navigationType, formData }) => {
        if (navigationType === 'reload') reloadedAt = watch.now();
        const isLeaving = currentTarget === watch.window.navigation && !destination.sameDocument && /^http/.test(destination.url);
        if (!drafts.length || !isLeaving || formData || downloadRequest !== null) return;
        left();
        watch.after(STAYED_MS, () => drafts.forEach(back));
      });
      watch.onLeave(left);
      watch.on('pageshow', ({ persisted }) => { if (persisted) drafts.forEach(back); });
    },
  };
}

/** The form that was rendered in place of the one that held the field. */
function successorOf({ ownerDocument, localName, name, type }: HTMLInputElement): Element | undefined {
  const field = name && fieldsOf(ownerDocument.documentElement).find((each) => each.localName === localName && isField(each) && each.name === name && each.type === type);
  return field ? formOf(field) : undefined;
}

function isChoice(field: HTMLInputElement): boolean {
  return (fieldOf(field) ?? 'select') === 'select';
}

/** Still in the workflow, at another of its steps. */
function isNextStep(before: readonly string[], now: readonly string[]): boolean {
  return before.some((step) => now.some((other) => other !== step && other.split('/')[0] === step.split('/')[0]));
}
