// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readArguments } from './arguments.js';
import { verdictsOf } from './goals.js';
import { pageHtml } from './page/html.js';
import { createRound, ROUND_MS } from './page/trace.js';
import { ownedByFunction } from './profile.js';
import { sizeOfData } from './snapshot.js';
import { quantile } from './statistics.js';
import { readTimeline } from './timeline.js';

const where = () => ({ x: 400, y: 300 });
/** Without its style sheet, which nobody serves here. */
const parse = (elements: number) => new DOMParser().parseFromString(pageHtml({ elements, head: '' }).replace(/<link[^>]*>/, ''), 'text/html');

test('everybody meets the same visitor, who comes back as another', () => {
  expect(createRound(1, where)).toEqual(createRound(1, where));
  expect(createRound(1, where)).not.toEqual(createRound(2, where));
});

test('a round ends before the next begins', () => {
  for (let seed = 0; seed < 30; seed++) expect(createRound(seed, where).at(-1)?.at).toBeLessThan(ROUND_MS);
});

test.each([3000, 4000])('a page of %i elements has so many', (elements) => {
  const aboveAndBody = 3; // html, head, body
  expect(parse(elements).body.querySelectorAll('*').length + aboveAndBody).toBe(elements);
});

test('what the visitor touches is in the page', () => {
  const page = parse(3000);
  for (const { on } of [1, 2, 3].flatMap((seed) => createRound(seed, where))) expect(page.getElementById(on), on).not.toBeNull();
});

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0, columnNumber: 0 });

test('what the browser does for a script counts for the script', () => {
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2, 4, 5] },
    { id: 2, callFrame: frame('look', 'http://shop/sdk/a/a.js'), children: [3] },
    { id: 3, callFrame: frame('querySelectorAll') },
    { id: 4, callFrame: frame('render', 'http://shop/page/shop.js') },
    { id: 5, callFrame: frame('(idle)') },
  ];
  const owned = ownedByFunction({ nodes, samples: [2, 3, 3, 4, 5, 5] }, '/sdk/a/', 8);
  expect([...owned]).toEqual([['look a.js:1:1', 6]]);
});

const slice = (name: string, ts: number, dur: number, args: object = {}) => ({ name, ph: 'X', ts, dur, tdur: dur, pid: 1, tid: 1, args });
const timeline = (...traceEvents: object[]) => readTimeline(Buffer.from(JSON.stringify({ traceEvents })), '/sdk/a/');
const ours = { data: { url: 'http://shop/sdk/a/a.js' } };

test('a call within a call counts once, for the event it was made at', () => {
  const { eventsUs, movesUs, calls, longestTaskMs } = timeline(
    slice('RunTask', 0, 100_000), slice('EventDispatch', 0, 900, { data: { type: 'click' } }), slice('FunctionCall', 10, 500, ours), slice('FunctionCall', 20, 100, ours),
    slice('FunctionCall', 600, 100, { data: { url: 'http://shop/page/shop.js' } }), slice('EventDispatch', 2000, 10, { data: { type: 'mousemove' } }), slice('FunctionCall', 3000, 60_000, ours),
  );
  expect({ eventsUs, movesUs, calls, longestTaskMs }).toEqual({ eventsUs: [500, 0], movesUs: [0], calls: 2, longestTaskMs: 60.5 });
});

test('layout is forced by whoever asked for it', () => {
  const asked = (url: string) => slice('Layout', 20, 5, { beginData: { stackTrace: [{ url }, { url: 'http://shop/sdk/a/a.js' }] } });
  expect(timeline(asked('http://shop/sdk/a/a.js'), asked('http://shop/page/shop.js'), slice('Layout', 40, 5)).forced).toBe(1);
});

test('machine code is no data that is kept', () => {
  const meta = { node_fields: ['type', 'name', 'self_size'], node_types: [['object', 'code', 'native']] as [string[]] };
  expect(sizeOfData({ nodes: [0, 0, 16, 1, 0, 500, 2, 0, 70, 0, 0, 8], snapshot: { meta } })).toBe(24);
});

test('a share of few values lies between two of them', () => {
  expect([quantile([3, 1, 2], 0.5), quantile([1, 2], 0.5), quantile([], 0.99)]).toEqual([2, 1.5, 0]);
});

const cost = (id: string, playedMs: number) => ({
  id, title: id, version: '1', detects: true, note: '', brotliBytes: 1, startMs: [1], playedMs: [playedMs], manyElementsMs: [playedMs], manyEventsMs: [10 * playedMs], p50Us: [0], p99Us: [1], moveP99Us: [1],
  heapBytes: [1], listeners: [1], requests: [1], sentBytes: [1], forced: [0], longestTaskMs: [1], callsAlone: [0], patched: [], globals: [id],
});

test('a goal is met or missed by what was measured', () => {
  const verdicts = (own: number) => verdictsOf({
    date: '', machine: '', browser: '', runs: 1, events: 4000, manyEvents: 40_000, contestants: [cost('furrow', own), cost('light', 100), cost('heavy', 900)],
    soak: [{ events: 10_000, dataBytes: 5000 }, { events: 100_000, dataBytes: 5000 }],
  });
  expect(verdicts(9).filter(({ isMet }) => !isMet)).toEqual([]);
  expect(verdicts(44).filter(({ isMet }) => !isMet).map(({ measured }) => measured)).toEqual(['44 %', '11.0 µs']);
});

test('a slip in the command line is told', () => {
  expect(readArguments(['--only', 'furrow,nobody'])).toEqual({ wrong: expect.stringContaining('“nobody”') as string });
  expect(readArguments(['--runs', 'many'])).toEqual({ wrong: expect.stringContaining('“many”') as string });
  expect(readArguments(['--furrow', 'nowhere'])).toEqual({ wrong: expect.stringContaining('“nowhere”') as string });
  expect(readArguments(['--run', '3'])).toHaveProperty('wrong');
});
