import type { Detector, SignalName } from '../types';
import { fieldOf, isField } from '../watch/field';
import { formOf } from '../watch/form';
import { innermost } from '../watch/innermost';

const NAME: SignalName = 'tab-away';
/** A glance at a message is shorter. */
const AWAY_MS = 10_000;
/** Whoever comes back after so long was doing something else (the usual session of web analytics). */
const GONE_MS = 30 * 60_000;
/** Twice in this time is fetching something, or comparing. */
const TIMES = 2;
const WITHIN_MS = 180_000;
/** Going away this soon after something failed is going for help: once is enough. */
const AFTER_FAILURE_MS = 30_000;
/** A page that hides this soon after a press was hidden by what the press opened. */
const OPENED_MS = 1000;

const STRENGTH = 0.4;
const PER_TIME = 0.1;
const AFTER_FAILURE = 0.2;
const MOST_STRENGTH = 0.9;

/** A code that comes by mail or by phone has to be fetched. */
const EXPECTED = '[autocomplete=one-time-code]';

/**
 * Sees a visitor leave the tab in the middle of a step or of a form, and come back: twice, or once after something failed.
 * Forgives glances, codes that must be fetched, windows that the page opened, and long absence.
 */
export function tabAway(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      const { document } = watch.window;
      let aways: readonly number[] = [];
      let hiddenAt: number | undefined;
      /** A page that is left is hidden afterwards, and shown again when the history goes back to it. */
      let isLeft = false;
      let failedAt = -Infinity;
      /** The field that was written in last. */
      let field: Element | undefined;

      function isUnfinished(): boolean {
        return watch.steps().length > 0 || (isField(field) && field.isConnected && !!field.value && !!fieldOf(field) && !!formOf(field));
      }

      function isExpected(at: number): boolean {
        const { body } = document;
        const opened = watch.cause(at, OPENED_MS);
        return opened?.control === 'effectful' || !!document.querySelector(EXPECTED) || watch.ignored(body, NAME);
      }

      function back(from: number): void {
        const now = watch.now();
        const ms = now - from;
        if (ms < AWAY_MS || ms > GONE_MS) return;
        aways = [...aways.filter((at) => now - at < WITHIN_MS), now];
        const n = aways.length;
        const errors = from - failedAt < AFTER_FAILURE_MS ? 1 : 0;
        if (n + errors < TIMES) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_TIME * n + AFTER_FAILURE * errors);
        emit({ name: NAME, at: from, strength, evidence: { n, ms, errors } });
      }

      watch.on('input', (event) => { field = innermost(event); });
      watch.onAttempt(({ state }) => { if (state === 'done') field = undefined; });
      watch.onFailure(({ at, press }) => { if (press) failedAt = at; });
      watch.on('visibilitychange', () => {
        const from = hiddenAt;
        const now = watch.now();
        hiddenAt = document.hidden && !isLeft && isUnfinished() && !isExpected(now) ? now : undefined;
        isLeft &&= document.hidden;
        if (!document.hidden && from !== undefined) back(from);
      });
      watch.onLeave(() => {
        isLeft = true;
        hiddenAt = undefined;
      });
    },
  };
}
