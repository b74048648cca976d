import type { Amend, Detector } from '../types';

type Vital = keyof typeof LIMITS;

/** Worse than this is poor for three visitors in four (the limits of Core Web Vitals): ms, and for shifts their score. */
const LIMITS = { lcp: 4000, inp: 500, ttfb: 1800, cls: 0.25 };
/** Shifts within 1 s of each other and 5 s altogether are one. */
const SHIFT_GAP_MS = 1000;
const SHIFT_SPAN_MS = 5000;
/** Of so many interactions the slowest one is left out: the 98th percentile. */
const INTERACTIONS_PER_OUTLIER = 50;
/** Told at the limit; twice the limit is as sure as it gets. */
const STRENGTH = 0.5;
const PER_OVER = 0.3;

/**
 * Sees a page that comes late (ttfb, lcp), answers late (inp) or jumps about (cls), each by its poor limit. Forgives pages
 * that were loaded unseen (also for a while), shifts after a press, and single slow presses among many. Each route is judged by itself.
 */
export function slowPage(): Detector {
  return {
    name: 'slow-page',
    family: 'page',
    start(watch, emit) {
      const { document, performance, PerformanceObserver } = watch.window;
      const told = new Map<Vital, { readonly value: number; readonly amend: Amend }>();
      const [load] = performance.getEntriesByType('navigation');
      const activatedAt = numberIn(load, 'activationStart');
      // what is loaded ahead is hidden until it is shown
      const hidden = performance.getEntriesByType('visibility-state').find(({ name, startTime }) => name === 'hidden' && startTime >= activatedAt);
      let hiddenAt = hidden?.startTime ?? (document.hidden ? 0 : Infinity);
      let countBefore = 0;
      let slow = new Map<number, number>();
      let shift = { score: 0, from: -Infinity, at: -Infinity };

      function tell(kind: Vital, value: number, target?: Element): void {
        const limit = LIMITS[kind];
        if (value <= limit || watch.ignored(target ?? document.body, 'slow-page')) return;
        const strength = STRENGTH + PER_OVER * Math.min(1, value / limit - 1);
        const evidence = kind === 'cls' ? { kind, n: Math.round(value * 100) } : { kind, ms: value, limitMs: limit };
        const before = told.get(kind);
        if (before && before.value >= value) return;
        before?.amend({ strength, evidence });
        told.set(kind, { value, amend: before?.amend ?? emit({ name: 'slow-page', at: watch.now(), strength, evidence, ...(target && { target }) }) });
      }

      function observe(type: string, see: (entry: PerformanceEntry) => void): void {
        if (!PerformanceObserver?.supportedEntryTypes?.includes(type)) return;
        const observer = new PerformanceObserver((list) => { for (const entry of list.getEntries()) watch.attempt(() => see(entry)); });
        observer.observe({ type, buffered: true, ...(type === 'event' && { durationThreshold: LIMITS.inp }) });
        watch.end.addEventListener('abort', () => observer.disconnect());
      }

      function anew(): void {
        countBefore = numberIn(performance, 'interactionCount');
        slow = new Map();
        shift = { score: 0, from: -Infinity, at: -Infinity };
        told.clear();
      }

      function loaded(kind: Vital, at: number): void {
        if (at < hiddenAt) tell(kind, at - activatedAt);
      }

      watch.on('visibilitychange', () => { if (document.hidden) hiddenAt = Math.min(hiddenAt, watch.now()); });
      loaded('ttfb', numberIn(load, 'responseStart'));
      observe('largest-contentful-paint', ({ startTime }) => loaded('lcp', startTime));
      observe('layout-shift', (entry) => {
        const { startTime } = entry;
        if (numberIn(entry, 'hadRecentInput')) return;
        const goesOn = startTime - shift.at < SHIFT_GAP_MS && startTime - shift.from < SHIFT_SPAN_MS;
        shift = { score: (goesOn ? shift.score : 0) + numberIn(entry, 'value'), from: goesOn ? shift.from : startTime, at: startTime };
        tell('cls', shift.score);
      });
      observe('event', (entry) => {
        const id = numberIn(entry, 'interactionId');
        if (!id) return;
        slow.set(id, Math.max(slow.get(id) ?? 0, entry.duration));
        const spared = Math.floor((numberIn(performance, 'interactionCount') - countBefore) / INTERACTIONS_PER_OUTLIER);
        const [worst = 0] = [...slow.values()].sort((a, b) => b - a).slice(spared);
        tell('inp', worst, 'target' in entry && isElement(entry.target) ? entry.target : undefined);
      });
      watch.onRoute(anew);
      watch.on('pageshow', ({ persisted }) => { if (persisted) anew(); });
    },
  };
}

/** Not every browser knows every number, and not every library its type. */
function numberIn(entry: object | undefined, key: string): number {
  return Number(entry && Reflect.get(entry, key)) || 0;
}

function isElement(target: unknown): target is Element {
  return target instanceof Object && 'closest' in target;
}
