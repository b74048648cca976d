import type { Amend, Detector, Failure, Press } from '../types';
import { hash } from '../watch/hash';

/** The server could not (5xx), would not now (429) or waited in vain (408); or nobody was reached. */
const STRENGTH = 0.5;
/** Any other refusal may be the page's way to ask: a name that is free, a visitor who is not signed in. */
const REFUSED_STRENGTH = 0.3;
/** A visitor asked for it. */
const PRESSED = 0.2;
/** What a page loads of its own accord it needs, within this time. */
const LOAD_MS = 10_000;
/** What is asked for again within this, by itself, is polling, and nobody waits for it. */
const POLL_MS = 2000;
/** A request begins this soon after the press that it belongs to. */
const REQUEST_MS = 1000;
/** Addresses remembered at once. */
const MOST_ADDRESSES = 64;

/**
 * Sees requests that fail where a visitor is waiting for them: after a press that nothing useful came of, while the page
 * loads, or for the page itself. Forgives polling, other sites, what goes on all the same, and being offline (offline-action).
 */
export function netFailure(): Detector {
  return {
    name: 'net-failure',
    family: 'page',
    start(watch, emit) {
      const { performance, navigator, location, document } = watch.window;
      const seen = new Map<number, number>();
      const told = new WeakMap<Press, Amend>();
      let from = 0;

      function tell(strength: number, kind: Failure['kind'], press?: Press): void {
        const target = press?.target;
        if (watch.ignored(target ?? document.body, 'net-failure')) return;
        const amend = emit({ name: 'net-failure', at: press?.at ?? watch.now(), strength, evidence: { kind, ...(press && { input: press.kind }) }, ...(target && { target }) });
        if (!press) return;
        told.set(press, amend);
        watch.onLate(press, ({ productive }) => { if (productive) amend({ strength: 0 }); });
      }

      function judge(press: Press, strength: number, kind: Failure['kind']): void {
        const { productive, unknown } = watch.response(press);
        if (!productive && !unknown && !watch.claimed(press) && !told.has(press)) tell(strength, kind, press);
      }

      watch.onFailure(({ kind, status, press }) => {
        if (!press || !navigator.onLine || (kind !== 'http' && kind !== 'network')) return;
        const strength = (isServers(status ?? 0) || kind === 'network' ? STRENGTH : REFUSED_STRENGTH) + PRESSED;
        if (watch.response(press).settled) return judge(press, strength, kind);
        watch.onSettled(press, () => judge(press, strength, kind));
      });

      function requested({ name, initiatorType, responseStatus, startTime }: PerformanceResourceTiming): void {
        if (!/^(fetch|xmlhttprequest)$/.test(initiatorType) || !isServers(responseStatus) || !name.startsWith(`${location.origin}/`)) return;
        const address = hash(name.split('?')[0] ?? '');
        const times = (seen.get(address) ?? 0) + 1;
        if (seen.size >= MOST_ADDRESSES) seen.clear();
        seen.set(address, times);
        if (times > 1 || startTime - from > LOAD_MS || watch.cause(startTime, REQUEST_MS)) return;
        watch.after(POLL_MS, () => { if (seen.get(address) === 1) tell(STRENGTH, 'http'); });
      }

      // what failed before furrow began
      for (const entry of performance.getEntriesByType('resource')) if (isRequest(entry)) requested(entry);
      watch.onRequest(requested);
      watch.onRoute(() => { from = watch.now(); });

      const [load] = performance.getEntriesByType('navigation');
      if (load && 'responseStatus' in load && isServers(Number(load.responseStatus))) tell(STRENGTH + PRESSED, 'http');
    },
  };
}

function isServers(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function isRequest(entry: PerformanceEntry): entry is PerformanceResourceTiming {
  return 'initiatorType' in entry;
}
