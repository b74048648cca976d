import type { Detector } from '../types';
import { hash } from '../watch/hash';
import { isReload } from '../watch/isReload';

const KEY = 'reloads';
/** Twice is trying again; three times is hoping. */
const TIMES = 3;
const WITHIN_MS = 60_000;
/** A key for reloading counts for the reload that follows at once, the server's time included. */
const KEY_MS = 10_000;
/** Gaps that differ less than this share are a machine's: a page that reloads itself, a developer's server. */
const REGULAR_SHARE = 0.1;
const STRENGTH = 0.55;
const PER_EXTRA = 0.1;
/** What failed before explains it. */
const AFTER_ERROR = 0.2;

/** What the page before left behind. */
interface Kept {
  readonly of: number;
  /** Unix times of the reloads, in ms. */
  readonly times: readonly number[];
  /** Failures in the pages that were reloaded. */
  readonly errors: number;
  /** The visitor was there; and they reloaded by a key. */
  readonly active: boolean;
  readonly keyed: boolean;
}

/**
 * Sees a visitor reload one page again and again. Forgives pages that reload by themselves: in a steady rhythm, or with
 * nobody there.
 */
export function refreshLoop(): Detector {
  return {
    name: 'refresh-loop',
    family: 'paths',
    start(watch, emit) {
      const { performance, location, document } = watch.window;
      const [entry] = performance.getEntriesByType('navigation');
      const found = watch.tab.read(KEY);
      const of = (): number => hash(location.pathname + location.search);
      const before = entry && 'type' in entry && entry.type === 'reload' && isKept(found) && found.of === of() && found.active ? found : undefined;
      const times = before ? [...before.times, performance.timeOrigin].filter((at) => performance.timeOrigin - at < WITHIN_MS) : [];
      const n = times.length;
      let errors = before?.errors ?? 0;
      let keyedAt = -Infinity;

      watch.onFailure(() => { errors++; });
      watch.on('keydown', (event) => { if (isReload(event)) keyedAt = watch.now(); });
      watch.onLeave(() => watch.tab.write(KEY, { of: of(), times, errors, active: watch.activeMs() > 0, keyed: watch.now() - keyedAt < KEY_MS } satisfies Kept));

      if (!before || n < TIMES || (!before.keyed && isRegular(times)) || watch.ignored(document.body, 'refresh-loop')) return;
      const strength = Math.min(1, STRENGTH + PER_EXTRA * (n - TIMES) + (errors ? AFTER_ERROR : 0));
      const spanMs = performance.timeOrigin - (times[0] ?? 0);
      emit({ name: 'refresh-loop', at: -spanMs, strength, evidence: { n, spanMs, errors } });
    },
  };
}

function isRegular(times: readonly number[]): boolean {
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at));
  const most = Math.max(...gaps);
  return most - Math.min(...gaps) < REGULAR_SHARE * most;
}

/** What is kept in a tab may have been written by anybody. */
function isKept(value: unknown): value is Kept {
  return value instanceof Object && 'times' in value && Array.isArray(value.times) && value.times.every(Number.isFinite) && 'errors' in value && Number.isFinite(value.errors);
}
