/**
 * What one contestant did on the main thread, read from the browser's own timeline: every call into its code with its CPU time, and
 * every style or layout it forced.
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args: { data?: { type?: string, url?: string, scriptId?: string, stackTrace?: Frame[] }, beginData?: { stackTrace?: Frame[] } } }} TimelineEvent
 * @typedef {{ url: string }} Frame
 * @typedef {{ eventsUs: number[], movesUs: number[], calls: number, forced: number, longestTaskMs: number }} Work
 */

export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.stack'];

/**
 * @param {Buffer} trace @param {string} part What the addresses of the contestant's files hold.
 * @returns {Work}
 */
export function readTimeline(trace, part) {
  const events = /** @type {{ traceEvents: TimelineEvent[] }} */ (JSON.parse(trace.toString())).traceEvents
    .filter(({ name, ph }) => ph === 'X' && /^(RunTask|EventDispatch|FunctionCall|EvaluateScript|Layout|UpdateLayoutTree)$/.test(name))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  /** @type {Map<TimelineEvent, number>} */
  const perEvent = new Map();
  /** @type {Map<TimelineEvent, number>} */
  const perTask = new Map();
  let calls = 0;
  let forced = 0;

  for (const [event, around] of nested(events)) {
    if (event.name === 'EventDispatch') perEvent.set(event, 0);
    if (isForced(event, part)) forced++;
    if (!isOwn(event, part, around.at(-1)) || around.some((each, i) => isOwn(each, part, around[i - 1]))) continue;
    calls++;
    const us = event.tdur ?? event.dur ?? 0;
    add(perTask, around.find(({ name }) => name === 'RunTask'), us);
    add(perEvent, around.findLast(({ name }) => name === 'EventDispatch'), us);
  }
  const moves = [...perEvent].filter(([{ args }]) => args.data?.type === 'pointermove' || args.data?.type === 'mousemove');
  return { eventsUs: [...perEvent.values()], movesUs: moves.map(([, us]) => us), calls, forced, longestTaskMs: Math.max(0, ...perTask.values()) / 1000 };
}

/** Each event with those around it, outermost first. @param {readonly TimelineEvent[]} events @returns {Generator<[TimelineEvent, TimelineEvent[]]>} */
function* nested(events) {
  /** @type {Map<number, TimelineEvent[]>} */
  const open = new Map();
  for (const event of events) {
    const thread = event.pid * 1e7 + event.tid;
    const around = (open.get(thread) ?? []).filter(({ ts, dur = 0 }) => event.ts < ts + dur);
    yield [event, around];
    open.set(thread, [...around, event]);
  }
}

/**
 * A call into the contestant's code. A listener that is a bound function has no script, and there is nobody else's of that kind in the page.
 * @param {TimelineEvent} event @param {string} part @param {TimelineEvent | undefined} parent
 */
function isOwn({ name, args }, part, parent) {
  if (!/^(FunctionCall|EvaluateScript)$/.test(name)) return false;
  return !!args.data?.url?.includes(part) || (args.data?.scriptId === '0' && parent?.name === 'EventDispatch');
}

/** Style or layout done then and there, because a function of the contestant asked for what depends on it. @param {TimelineEvent} event @param {string} part */
function isForced({ name, args }, part) {
  return /Layout/.test(name) && !!args.beginData?.stackTrace?.[0]?.url.includes(part);
}

/** @param {Map<TimelineEvent, number>} totals @param {TimelineEvent | undefined} event @param {number} us */
function add(totals, event, us) {
  if (event) totals.set(event, (totals.get(event) ?? 0) + us);
}
