import type { Amend, Attempt, Detector, SignalName } from '../types';
import { tellMore } from './tellMore';

const NAME: SignalName = 'repeated-failure';
/** Failures further apart are not one struggle. */
const WITHIN_MS = 120_000;
const FAILURES = 2;
/** Twice is trouble, three times is being stuck; more is not surer. */
const STRENGTH = 0.6;
const PER_EXTRA = 0.2;
const MOST_STRENGTH = 0.8;
/** Asking again and again without opening what was found. */
const SEARCHES = 3;
const SEARCHES_WITHIN_MS = 90_000;
/** Pressed twice is not asked twice. */
const TWICE_MS = 1000;
/** Where the host marks that nothing was found, one more search is enough. */
const EMPTY = '[data-furrow-empty]:not([hidden])';
/** Forms followed at once. */
const MOST_FORMS = 8;

interface Run {
  readonly form: Element;
  readonly kind: Attempt['kind'];
  failed: readonly number[];
  /** The attempt that seemed to get through; a slow server may still refuse it. */
  doneAt: number | undefined;
  amend: Amend | undefined;
}

/**
 * Sees the visitor fail at the same form again: refused by the browser, the page or the server; and a visitor who searches
 * again and again without opening anything. Forgives failures of scripts, single ones, forms that get through after all, and
 * searches of which a result was opened.
 */
export function repeatedFailure(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      const kept = watch.tab.read(NAME);
      let runs: readonly Run[] = [];
      /** Unix times in ms; a search may load a page. */
      let searches: readonly number[] = Array.isArray(kept) ? kept.map(Number) : [];

      /** A form that is rendered anew goes on with the run of the one it replaces. */
      function runOf({ form, kind, at }: Attempt): Run {
        const known = runs.filter(({ failed }) => at - (failed.at(-1) ?? 0) < WITHIN_MS);
        const before = known.find((run) => run.form === form) ?? known.find((run) => run.kind === kind && !run.form.isConnected);
        const over = !before || (before.doneAt !== undefined && before.doneAt !== at);
        const run = { ...(over ? { failed: [], amend: undefined } : before), doneAt: undefined, form, kind };
        runs = [...known.filter((each) => each !== before), run].slice(-MOST_FORMS);
        return run;
      }

      function failedAgain(attempt: Attempt): void {
        const { form, kind, at } = attempt;
        const run = runOf(attempt);
        run.failed = [...run.failed.filter((each) => each !== at && at - each < WITHIN_MS), at];
        const n = run.failed.length;
        const [first = at] = run.failed;
        if (n < FAILURES) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * (n - FAILURES));
        const evidence = { n, kind, spanMs: at - first };
        run.amend = tellMore(emit, run.amend, { name: NAME, at: first, strength, target: form, evidence });
      }

      function gotThrough({ form, at }: Attempt): void {
        const run = runs.find((each) => each.form === form);
        run?.amend?.({ strength: 0 });
        if (run) run.doneAt = at;
      }

      function searched({ form }: Attempt): void {
        const now = Date.now();
        const before = searches.filter((at) => now >= at && now - at < SEARCHES_WITHIN_MS);
        const [first = now] = before;
        if (now - (before.at(-1) ?? 0) < TWICE_MS) return;
        keep([...before, now].slice(-SEARCHES));
        const n = before.length + 1;
        if (n < SEARCHES - (form.ownerDocument.querySelector(EMPTY) ? 1 : 0)) return;
        emit({ name: NAME, at: watch.now(), strength: STRENGTH, target: form, evidence: { n, kind: 'search', spanMs: now - first } });
      }

      function keep(times: readonly number[]): void {
        searches = times;
        watch.tab.write(NAME, times);
      }

      watch.onAttempt((attempt) => {
        const { form, kind, state } = attempt;
        if (watch.ignored(form, NAME)) return;
        if (state === 'failed') failedAgain(attempt);
        if (state === 'done') gotThrough(attempt);
        if (state === 'begun' && kind === 'search') searched(attempt);
      });
      // what was found is opened, or something else is done
      watch.onPress(({ control, target }) => {
        const isOwn = !target.closest('a[href]') && target.closest('form,[role=search]');
        if (searches.length && control === 'effectful' && !isOwn) keep([]);
      });
    },
  };
}
