import { TIMES } from './contest.js';
import { median } from './statistics.js';

/** @typedef {import('./contest.js').Results} Results */
/** @typedef {import('./contest.js').Figures} Figures */
/** @typedef {{ goal: string, measured: string, isMet: boolean }} Verdict */

/** Of the script time of the lightest peer that detects in the page. */
const SHARE = 0.1;
const PER_EVENT_US = 10;
const START_MS = 3;
/** Two measurements of one thing differ by this much on shared cores. */
const NOISE = 1.25;
/** A move may be noted, and no more. */
const MOVE_US = 10;
/** From here on the browser itself speaks of a long task. */
const LONG_TASK_MS = 50;
/** Less than a reading of the heap is sure of, lists of fixed length that are not yet full included. */
const HEAP_BYTES = 64 * 1024;

/**
 * What furrow sets out to cost, and what it costs.
 * @param {Results} results
 * @returns {readonly Verdict[]}
 */
export function verdictsOf({ contestants, events, soak }) {
  const furrow = contestants.find(({ id }) => id === 'furrow');
  if (!furrow) return [];
  const lightest = lightestPeer(contestants);
  const played = median(furrow.playedMs);
  const perEvent = (played / events) * 1000;
  const start = median(furrow.startMs);
  const share = played / median(lightest?.playedMs ?? []);
  const flat = median(furrow.manyElementsMs) / played;
  const linear = median(furrow.manyEventsMs) / played / TIMES;
  const [early, late] = soak;
  const grown = (late?.dataBytes ?? 0) - (early?.dataBytes ?? 0);
  const move = median(furrow.moveP99Us);
  const forced = median(furrow.forced);
  const longest = Math.max(...furrow.longestTaskMs);
  const alone = Math.max(...furrow.callsAlone);
  return [
    verdict(`script time under a tenth of the lightest peer that detects in the page (${lightest?.title})`, percent(share), share < SHARE),
    verdict(`${PER_EVENT_US} µs of script per input event`, `${perEvent.toFixed(1)} µs`, perEvent <= PER_EVENT_US),
    verdict(`start-up under ${START_MS} ms`, `${start.toFixed(1)} ms`, start < START_MS),
    verdict('no more on 30,000 elements than on 3,000', `× ${flat.toFixed(2)}`, flat < NOISE),
    verdict('linear in events: ten times the events, ten times the time', `× ${(linear * TIMES).toFixed(1)}`, linear < NOISE),
    verdict(`a mouse move costs ${MOVE_US} µs at most (p99)`, `${move.toFixed(0)} µs`, move <= MOVE_US),
    verdict('the data kept after 100,000 events is that after 10,000', `${grown < 0 ? '−' : '+'} ${kB(Math.abs(grown))}`, grown < HEAP_BYTES),
    verdict('no forced style or layout', `${forced}`, forced === 0),
    verdict(`no long task (${LONG_TASK_MS} ms)`, `longest ${longest.toFixed(1)} ms`, longest < LONG_TASK_MS),
    verdict('nothing runs while the page changes and nobody waits', `${alone} calls for 1,000 changes`, alone === 0),
    verdict('nothing of the browser replaced', `${furrow.patched.length}`, furrow.patched.length === 0),
    verdict('one new global', furrow.globals.join(', '), furrow.globals.length === 1),
  ];
}

/** @param {readonly Figures[]} contestants */
export function lightestPeer(contestants) {
  return contestants
    .filter(({ id, detects }) => detects && id !== 'furrow')
    .sort((a, b) => median(a.playedMs) - median(b.playedMs))[0];
}

/** @param {string} goal @param {string} measured @param {boolean} isMet @returns {Verdict} */
function verdict(goal, measured, isMet) {
  return { goal, measured, isMet };
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(0)} %`;
}

/** @param {number} bytes */
function kB(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
