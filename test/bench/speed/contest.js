import { versionOf } from './bundle.js';
import { measureCalls, measureManners, measureScript, measureSoak } from './measure.js';
import { quantile } from './statistics.js';

/**
 * What was measured of one contestant; a list has one value for each run.
 * @typedef {{
 *   id: string, title: string, version: string, detects: boolean, note: string, brotliBytes: number,
 *   startMs: number[], playedMs: number[], manyElementsMs: number[], manyEventsMs: number[],
 *   p50Us: number[], p99Us: number[], moveP99Us: number[], heapBytes: number[], listeners: number[], requests: number[], sentBytes: number[],
 *   forced: number[], longestTaskMs: number[], callsAlone: number[], patched: string[], globals: string[],
 * }} Figures
 * @typedef {{ date: string, machine: string, browser: string, runs: number, events: number, manyEvents: number, contestants: Figures[], soak: { events: number, dataBytes: number }[] }} Results
 * @typedef {{ browser: import('playwright').Browser, server: Awaited<ReturnType<import('./server.js').startServer>>, tell: (what: string, share: number) => void }} Bench
 */

export const ELEMENTS = { few: 3000, many: 30_000 };
export const TIMES = 10;
/** What comes after the runs takes about as long as this part of one. */
const LAST = 0.4;
/** Rounds of some 4,600 events: the first past 10,000 events, and the first past 100,000. */
const SOAK_ROUNDS = [3, 22];

/**
 * Measures everybody, so many times, one after the other: what a slow minute does to one it does to all. Each run begins with somebody else.
 * @param {Bench} bench @param {readonly import('./contestants.js').Contestant[]} contestants @param {number} runs @param {string} furrowVersion
 */
export async function holdContest(bench, contestants, runs, furrowVersion) {
  const figures = contestants.map((contestant) => ({ contestant, figures: blank(contestant, furrowVersion) }));
  const seen = { events: 0, manyEvents: 0 };
  for (let run = 0; run < runs; run++) {
    const order = [...figures.slice(run % figures.length), ...figures.slice(0, run % figures.length)];
    for (const [place, each] of order.entries()) {
      bench.tell(`run ${run + 1} of ${runs}, ${place + 1} of ${order.length}: ${each.contestant.title}`, (run + place / order.length) / (runs + LAST));
      Object.assign(seen, await twice(bench, () => measureOnce(bench, each)));
    }
  }
  for (const each of figures) {
    bench.tell(`what it leaves behind: ${each.contestant.title}`, runs / (runs + LAST));
    Object.assign(each.figures, await measureManners(bench.browser, { ...settingOf(bench, each), elements: ELEMENTS.few, rounds: 1 }));
  }
  return { ...seen, contestants: figures.map((each) => each.figures) };
}

/**
 * The data that furrow keeps in the heap after some 10,000 and 100,000 events: the page's own share is taken off.
 * @param {Bench} bench @param {readonly import('./contestants.js').Contestant[]} both furrow, and the page alone.
 */
export async function soak(bench, both) {
  const heaps = [];
  for (const contestant of both) {
    bench.tell(`100,000 events: ${contestant.title}`, 0);
    heaps.push(await measureSoak(bench.browser, { server: bench.server, contestant, elements: ELEMENTS.few, after: SOAK_ROUNDS }));
  }
  const [own = [], alone = []] = heaps;
  return own.map(({ events, dataBytes }, i) => ({ events, dataBytes: dataBytes - (alone[i]?.dataBytes ?? 0) }));
}

/**
 * Once more where it fails: a page that did not come up on a busy machine says nothing about anybody.
 * @template T @param {Bench} bench @param {() => Promise<T>} measure
 */
async function twice(bench, measure) {
  try {
    return await measure();
  } catch (error) {
    bench.tell(`again, because ${error instanceof Error ? error.message : error}`, 0);
    await Promise.all(bench.browser.contexts().map((context) => context.close()));
    await bench.browser.stopTracing().catch(() => {}); // there may be none
    return measure();
  }
}

/** @param {Bench} bench @param {{ contestant: import('./contestants.js').Contestant, figures: Figures }} each */
async function measureOnce(bench, { contestant, figures }) {
  const setting = settingOf(bench, { contestant });
  const few = await measureScript(bench.browser, { ...setting, elements: ELEMENTS.few, rounds: 1 });
  const large = await measureScript(bench.browser, { ...setting, elements: ELEMENTS.many, rounds: 1 });
  const long = await measureScript(bench.browser, { ...setting, elements: ELEMENTS.few, rounds: TIMES });
  const calls = await measureCalls(bench.browser, { ...setting, elements: ELEMENTS.few, rounds: 1 });
  const { startMs, playedMs, heapBytes, listeners, requests, sentBytes, brotliBytes } = few;
  const { forced, longestTaskMs, callsAlone } = calls;
  const once = {
    startMs, playedMs, heapBytes, listeners, requests, sentBytes, forced, longestTaskMs, callsAlone, manyElementsMs: large.playedMs, manyEventsMs: long.playedMs,
    p50Us: quantile(calls.eventsUs, 0.5), p99Us: quantile(calls.eventsUs, 0.99), moveP99Us: quantile(calls.movesUs, 0.99),
  };
  for (const [name, value] of Object.entries(once)) /** @type {Record<string, number[]>} */ (/** @type {unknown} */ (figures))[name]?.push(rounded(value));
  figures.brotliBytes = brotliBytes;
  return { events: few.events, manyEvents: long.events };
}

/** @param {Bench} bench @param {{ contestant: import('./contestants.js').Contestant }} each */
function settingOf({ server }, { contestant }) {
  return { server, contestant };
}

/**
 * @param {import('./contestants.js').Contestant} contestant @param {string} furrowVersion
 * @returns {Figures}
 */
function blank({ id, title, from, detects = false, note = '' }, furrowVersion) {
  const version = from ? versionOf(from) : id === 'furrow' ? furrowVersion : '';
  return {
    id, title, version, detects, note, brotliBytes: 0,
    startMs: [], playedMs: [], manyElementsMs: [], manyEventsMs: [], p50Us: [], p99Us: [], moveP99Us: [], heapBytes: [], listeners: [], requests: [], sentBytes: [],
    forced: [], longestTaskMs: [], callsAlone: [], patched: [], globals: [],
  };
}

/** To a thousandth: more digits are noise. @param {number} value */
function rounded(value) {
  return Math.round(value * 1000) / 1000;
}
