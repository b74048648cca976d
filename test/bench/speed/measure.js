import { compare } from './manners.js';
import { resumeProfiler, startProfiler } from './profile.js';
import { dataBytes } from './snapshot.js';
import { sum } from './statistics.js';
import { CATEGORIES, readTimeline } from './timeline.js';
import { openVisit } from './visit.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {{ server: Awaited<ReturnType<import('./server.js').startServer>>, contestant: import('./contestants.js').Contestant, elements: number, rounds: number }} Setting */
/** @typedef {Awaited<ReturnType<typeof measureScript>>} Script */
/** @typedef {Awaited<ReturnType<typeof measureCalls>>} Calls */

/** @param {{ id: string }} contestant */
const addressOf = ({ id }) => `/sdk/${id}/`;

/** Script time, heap, listeners and what was sent. @param {Browser} browser @param {Setting} setting */
export async function measureScript(browser, { rounds, ...setting }) {
  const own = addressOf(setting.contestant);
  let stop = async (/** @type {string} */ _own) => /** @type {Map<string, number>} */ (new Map());
  const visit = await openVisit(browser, { ...setting, before: async ({ cdp }) => { stop = await startProfiler(cdp); } });
  const { cdp } = visit;
  const start = await stop(own);
  await visit.rest();
  stop = await resumeProfiler(cdp);
  const events = await visit.play(rounds);
  const played = await stop(own);
  await visit.rest();
  const heapBytes = await heapOf(cdp);
  const listeners = await listenersOf(cdp);
  await visit.close();
  const { requests, sentBytes, loaded } = setting.server.tally();
  return {
    startMs: sum([...start.values()]), playedMs: sum([...played.values()]), events, heapBytes, listeners, requests, sentBytes,
    brotliBytes: sum([...loaded.values()]), hot: { start, played },
  };
}

/** Each call by itself, forced layout, long tasks, and what is done while the page changes and nobody does anything. @param {Browser} browser @param {Setting} setting */
export async function measureCalls(browser, { rounds, ...setting }) {
  const own = addressOf(setting.contestant);
  const visit = await openVisit(browser, { ...setting, before: ({ page }) => browser.startTracing(page, { categories: CATEGORIES }) });
  const next = async () => {
    const work = readTimeline(await browser.stopTracing(), own);
    await browser.startTracing(visit.page, { categories: CATEGORIES });
    return work;
  };
  const start = await next();
  await visit.rest();
  await visit.play(rounds);
  await visit.rest();
  const played = await next();
  await visit.changeAlone();
  const alone = readTimeline(await browser.stopTracing(), own);
  await visit.close();
  return {
    eventsUs: played.eventsUs, movesUs: played.movesUs, forced: played.forced,
    longestTaskMs: Math.max(start.longestTaskMs, played.longestTaskMs), callsAlone: alone.calls,
  };
}

/** What it replaces and leaves behind in the page's world. @param {Browser} browser @param {Setting} setting */
export async function measureManners(browser, { rounds, ...setting }) {
  const visit = await openVisit(browser, { ...setting, remember: true });
  await visit.rest();
  await visit.play(rounds);
  const manners = await compare(visit.page);
  await visit.close();
  return manners;
}

/**
 * The data in the heap after so many rounds, one after the other in one visit.
 * @param {Browser} browser @param {Omit<Setting, 'rounds'> & { after: readonly number[] }} setting
 */
export async function measureSoak(browser, { after, ...setting }) {
  const visit = await openVisit(browser, setting);
  const heaps = [];
  let played = 0;
  for (const rounds of after) {
    const events = await visit.play(rounds - played);
    played = rounds;
    await visit.rest();
    heaps.push({ events, dataBytes: await dataBytes(visit.cdp) });
  }
  await visit.close();
  return heaps;
}

/** What is still reachable. @param {import('playwright').CDPSession} cdp */
async function heapOf(cdp) {
  // what only a finalizer frees goes with the second
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** @param {import('playwright').CDPSession} cdp */
async function listenersOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0;
}
