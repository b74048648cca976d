import type { Attempt, Failure, Off, Press, Watch } from '../types';
import { formOf, purposeOf, wrongIn } from './form';
import { innermost } from './innermost';

/** No failure for so long is success, as far as anybody can see (SIGNALS, form-abandon). */
const DONE_MS = 3000;
/** A slow server may still refuse, as long as the page's answer to a press is awaited. */
const LATE_MS = 10_000;
/** A button that asks the server does so at once. */
const REQUEST_MS = 1000;
/** The submit event comes with the press that brings it about, and the press is told of after the next paint. */
const SAME_MS = 500;

/**
 * Follows the visitor's attempts to get a form through: submitted, or a button of it pressed that was refused or that asked
 * the server. One at a time: who begins another has given up waiting for the last.
 */
export function watchAttempts(watch: Pick<Watch, 'on' | 'onRoute' | 'onPress' | 'onFailure' | 'onRequest' | 'after' | 'now'>, tell: (attempt: Attempt) => void): void {
  let current: Attempt | undefined;
  let waiting: Off | undefined;
  let pressed: { readonly form: Element; readonly at: number } | undefined;

  function say(attempt: Attempt): void {
    current = attempt;
    tell(attempt);
  }

  function begin(form: Element, at: number): void {
    waiting?.();
    waiting = watch.after(DONE_MS, done);
    say({ at, form, kind: purposeOf(form), state: 'begun', wrong: [] });
  }

  function done(): void {
    if (current?.state === 'begun') say({ ...current, state: 'done' });
  }

  function failed({ at, kind, press, target }: Failure): void {
    // what a script throws may be anything; what goes wrong while another field is entered is about that field
    if (kind === 'js' || kind === 'promise' || (press && !submits(press))) return;
    const from = press?.target ?? target;
    const form = from && formOf(from);
    if (!form) return;
    // where the browser refuses a form nothing is submitted, so that the next press is the next attempt
    const isNext = current?.state === 'failed' && !!press && press.at > current.at;
    const isCurrent = current?.form === form && at - current.at < LATE_MS && !isNext;
    if (!isCurrent && !press) return;
    if (!isCurrent) begin(form, press?.at ?? at);
    if (current && current.state !== 'failed') say({ ...current, state: 'failed', wrong: wrongIn(form) });
  }

  watch.on('submit', (event) => {
    const form = innermost(event);
    if (form) begin(form, watch.now());
  });
  watch.onPress((press) => {
    const form = submits(press) ? formOf(press.target) : undefined;
    const isSubmitted = form === current?.form && press.at > (current?.at ?? 0) - SAME_MS;
    pressed = form && !isSubmitted ? { form, at: press.at } : undefined;
  });
  watch.onRequest(({ initiatorType, responseStatus, startTime }) => {
    if (!pressed || !/^(fetch|xmlhttprequest)$/.test(initiatorType) || !(responseStatus < 400)) return;
    const { form, at } = pressed;
    if (startTime < at || startTime - at > REQUEST_MS) return;
    pressed = undefined;
    begin(form, at);
  });
  watch.onFailure(failed);
  watch.onRoute(done);
}

/** Whether a press may be meant to get a form through; links lead out of it. */
function submits({ control, target }: Press): boolean {
  return control === 'effectful' && !target.closest('a[href],summary,label,[type=reset]');
}
