import { ELEMENTS, TIMES } from './contest.js';
import { verdictsOf } from './goals.js';
import { median } from './statistics.js';

/** @typedef {import('./contest.js').Results} Results */
/** @typedef {import('./contest.js').Figures} Figures */

export const MARKERS = ['<!-- speed -->', '<!-- /speed -->'];

/**
 * The section of docs/benchmarks.md, from the figures alone.
 * @param {Results} results
 */
export function reportOf(results) {
  return `## Speed

What each SDK costs the page it watches, from \`npm run bench:speed\`. ${results.date}, ${results.machine}, ${results.browser}, medians of ${results.runs} runs;
every figure of every run is in [speed.json](benchmarks/speed.json).

### furrow against its goals

${table(['', 'goal', 'measured'], verdictsOf(results).map(({ goal, measured, isMet }) => [isMet ? 'pass' : '**miss**', goal, measured]))}

### Script time

Main thread, ${number(ELEMENTS.few)} elements, one virtual minute of ${number(results.events)} input events. “times furrow” compares the trace.

${table(
    ['SDK', 'start-up ms', 'trace ms', 'times furrow', `trace ms, ${number(ELEMENTS.many)} elements`, `trace ms, ${number(results.manyEvents)} events`, 'event p50 µs', 'event p99 µs', 'longest task ms'],
    results.contestants.map((each) => [
      nameOf(each), ...[each.startMs, each.playedMs].map(ms), timesFurrow(each, results), ...[each.manyElementsMs, each.manyEventsMs].map(ms), whole(each.p50Us), whole(each.p99Us), ms(each.longestTaskMs),
    ]),
  )}

### Everything else

Heap and listeners are what the SDK adds to the page alone, after the trace and fifteen quiet seconds. Forced: style or layout that had to be computed then and there.
Calls alone: how often it ran during 1,000 changes of the page while nobody did anything. Replaced: functions of the browser that are not the browser's any more.

${table(
    ['SDK', 'size, brotli kB', 'heap kB', 'listeners', 'requests', 'sent kB', 'forced', 'calls alone', 'replaced', 'new globals'],
    results.contestants.map((each) => [
      nameOf(each), kB([each.brotliBytes]), kB(more(each, results, 'heapBytes')), whole(more(each, results, 'listeners')), whole(each.requests), kB(each.sentBytes),
      whole(each.forced), whole(each.callsAlone), String(each.patched.length), String(each.globals.length),
    ]),
  )}

### Who was measured

${table(['SDK', 'version', 'detects in the page', 'set up'], results.contestants.filter(({ version }) => version).map(({ title, version, detects, note }) => [title, version, detects ? 'yes' : 'no', note]))}

### How

- **The page** is a shop of ${number(ELEMENTS.few)} elements, and again ${number(ELEMENTS.many)}, with controls that work, one that does nothing, one that throws and a payment that is refused; a ticker, a carousel and a table change by themselves.
- **The trace** is made from a seed, so that everybody meets the same visitor: mouse movement, clicks, typing, the wheel, scrolling. ${TIMES} times the events is ${TIMES} such minutes in one visit, each from another seed.
- **The clock** is Chromium's virtual time (\`Emulation.setVirtualTimePolicy\`): timers and \`performance.now()\` see whole minutes pass in less than a second, and wait for requests under way. Frames come from that clock too, sixty a second, each with its callbacks and its layout, by a \`requestAnimationFrame\` of the bench's own.
- **The events** are synthetic and sent by a script in the page. Input that the browser trusts (\`Input.dispatchMouseEvent\` between slices of virtual time) works too, but it waits for a real frame at each mouse move, takes over a minute for each minute, and its time stamps are of another clock than the page's. Two SDKs are told to take synthetic events (\`data-untrusted\`, \`allowUntrustedEvents\`); the others take them as they are. web-vitals sees no interaction.
- **Script time** is the share of Chromium's CPU profile (a sample each 0.2 ms) in functions that came from the SDK's address, with what the browser does for them, of the CPU time of the main thread. Workers and the network are not in it, nor compiling. A minute's work in one breath takes less than in a minute, because the caches stay warm: played in real time the same trace took furrow twice as long and mixpanel-browser 1.6 times. Ratios say more than milliseconds.
- **Time per event** is the CPU time of the SDK's listeners, from the browser's timeline, over every event that was dispatched; what a listener puts off is in the script time.
- **The soak** compares what JavaScript data is reachable, by heap snapshots; the machine code that the engine makes for what runs often is no leak.
- **Start-up** is from navigation until a second after the SDK says that it is ready, the profiler's own share included. furrow starts with everything: gate, core, rules and report, after the yes.
- **Not the same work:** session recorders are left out where a peer detects without one, and furrow's rules show no card, since no peer has one.`;
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map((_, i) => (i && !/goal|measured|version|detects|set up/.test(head[i] ?? '') ? ' ---: |' : ' --- |')).join('')}`, ...rows.map(line)].join('\n');
}

/** @param {Figures} each */
function nameOf({ id, title }) {
  return id === 'furrow' ? `**${title}**` : title;
}

/** @param {Figures} each @param {Results} results */
function timesFurrow({ playedMs, id }, { contestants }) {
  const own = median(contestants.find((each) => each.id === 'furrow')?.playedMs ?? []);
  return own && !/^(empty|listeners)$/.test(id) ? (median(playedMs) / own).toFixed(2) : '';
}

/** What is there beyond the page alone, run by run. @param {Figures} each @param {Results} results @param {'heapBytes' | 'listeners'} name */
function more(each, { contestants }, name) {
  const alone = median(contestants.find(({ id }) => id === 'empty')?.[name] ?? []);
  return each[name].map((value) => value - alone);
}

/** @param {readonly number[]} values */
function ms(values) {
  return median(values).toFixed(1);
}

/** @param {readonly number[]} values */
function whole(values) {
  return number(Math.round(median(values)));
}

/** @param {readonly number[]} bytes */
function kB(bytes) {
  return (median(bytes) / 1000).toFixed(1);
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en');
}
