// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { slowPage } from '../../src/detect/slowPage';
import { watchWith } from './fakeWatch';

type Told = (list: { getEntries(): readonly object[] }) => void;

let observers: Map<string, Told>;
let entries: Record<string, object[]>;

beforeEach(() => {
  observers = new Map();
  entries = { navigation: [{ responseStart: 300, activationStart: 0 }], 'visibility-state': [{ name: 'visible', startTime: 0 }] };
  vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) => (entries[type] ?? []) as never);
  vi.stubGlobal('PerformanceObserver', class {
    static readonly supportedEntryTypes = ['largest-contentful-paint', 'layout-shift', 'event'];
    constructor(private readonly tell: Told) {}
    observe({ type }: { type: string }): void { observers.set(type, this.tell); }
    disconnect(): void { for (const [type, tell] of observers) if (tell === this.tell) observers.delete(type); }
  });
  window.PerformanceObserver = PerformanceObserver;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const setup = () => ({ ...watchWith(slowPage()), see: (type: string, ...seen: object[]) => observers.get(type)?.({ getEntries: () => seen }) });
const shift = (startTime: number, value: number, hadRecentInput = false) => ({ startTime, value, hadRecentInput });
const interaction = (interactionId: number, duration: number, more: object = {}) => ({ interactionId, duration, ...more });

test('the main thing comes late', () => {
  const { see, told } = setup();
  see('largest-contentful-paint', { startTime: 3900 }, { startTime: 6000 });
  expect(told).toMatchObject([{ name: 'slow-page', strength: expect.closeTo(0.65) as unknown, evidence: { kind: 'lcp', ms: 6000, limitMs: 4000 } }]);
});

test('something larger that comes later makes it surer, up to eight tenths', () => {
  const { see, told } = setup();
  see('largest-contentful-paint', { startTime: 5000 }, { startTime: 20_000 });
  expect(told).toMatchObject([{ strength: 0.8, evidence: { ms: 20_000 }, amended: 1 }]);
});

test('the server takes its time', () => {
  entries.navigation = [{ responseStart: 2700, activationStart: 0 }];
  expect(setup().told).toMatchObject([{ strength: expect.closeTo(0.65) as unknown, evidence: { kind: 'ttfb', ms: 2700, limitMs: 1800 } }]);
});

test('what was loaded ahead is counted from when it was shown', () => {
  entries.navigation = [{ responseStart: 2700, activationStart: 2500 }];
  const { see, told } = setup();
  see('largest-contentful-paint', { startTime: 6000 });
  expect(told).toEqual([]);
});

test('a page that was loaded unseen kept nobody waiting', () => {
  entries.navigation = [{ responseStart: 2700, activationStart: 0 }];
  entries['visibility-state'] = [{ name: 'hidden', startTime: 0 }];
  const { see, told } = setup();
  see('largest-contentful-paint', { startTime: 60_000 });
  expect(told).toEqual([]);
});

test('who went to another tab while it loaded did not wait for it', () => {
  entries['visibility-state'] = [{ name: 'visible', startTime: 0 }, { name: 'hidden', startTime: 1500 }, { name: 'visible', startTime: 9000 }];
  const { see, told } = setup();
  see('largest-contentful-paint', { startTime: 9500 });
  expect(told).toEqual([]);
});

test('what was loaded ahead was hidden until it was shown, and may be slow from then on', () => {
  entries.navigation = [{ responseStart: 2700, activationStart: 2500 }];
  entries['visibility-state'] = [{ name: 'hidden', startTime: 0 }, { name: 'visible', startTime: 2500 }];
  const { see, told } = setup();
  see('largest-contentful-paint', { startTime: 8500 });
  expect(told).toMatchObject([{ evidence: { kind: 'lcp', ms: 6000 } }]);
});

test('many quick answers on the route before excuse no late one on this', () => {
  Object.defineProperty(performance, 'interactionCount', { value: 100, configurable: true });
  const { see, told, page } = setup();
  page.goTo('/next');
  see('event', interaction(101, 900));
  Reflect.deleteProperty(performance, 'interactionCount');
  expect(told).toHaveLength(1);
});

test('a page that jumps about', () => {
  const { see, told } = setup();
  see('layout-shift', shift(100, 0.15), shift(600, 0.15));
  expect(told).toMatchObject([{ evidence: { kind: 'cls', n: 30 } }]);
});

test.each([
  ['after a press', [shift(100, 0.9, true)]],
  ['a little, long apart', [shift(100, 0.15), shift(1200, 0.15), shift(2300, 0.15)]],
  ['a little, for very long', Array.from({ length: 20 }, (_, i) => shift(i * 900, 0.04))],
])('what moves %s is no jumping', (_why, shifts) => {
  const { see, told } = setup();
  see('layout-shift', ...shifts);
  expect(told).toEqual([]);
});

test('a page that answers late, where it was pressed', () => {
  const { see, told } = setup();
  const target = document.createElement('button');
  see('event', interaction(0, 900), interaction(7, 600, { target }), interaction(7, 750, { target }), interaction(7, 750, { target }), interaction(8, 600));
  expect(told).toMatchObject([{ strength: expect.closeTo(0.65) as unknown, target, evidence: { kind: 'inp', ms: 750, limitMs: 500 }, amended: 1 }]);
});

test('one late answer among a hundred', () => {
  Object.defineProperty(performance, 'interactionCount', { value: 100, configurable: true });
  const { see, told } = setup();
  see('event', interaction(1, 900), interaction(2, 900));
  Reflect.deleteProperty(performance, 'interactionCount');
  expect(told).toEqual([]);
});

test('each route is judged by itself, and so is a page that the browser had kept', () => {
  const { see, told, page } = setup();
  see('event', interaction(1, 900));
  page.goTo('/next');
  see('event', interaction(2, 700));
  page.fire('pageshow', { persisted: true } as never);
  see('layout-shift', shift(100, 0.3));
  page.fire('pageshow', { persisted: true } as never);
  see('layout-shift', shift(200, 0.3));
  expect(told.map(({ evidence }) => evidence?.kind)).toEqual(['inp', 'inp', 'cls', 'cls']);
});

test('a page that asks to be forgiven', () => {
  const { see, told, ignored } = setup();
  ignored.add(document.body);
  see('layout-shift', shift(100, 0.9));
  expect(told).toEqual([]);
});

test('with the visit the observers end', () => {
  const { page } = setup();
  expect([...observers.keys()]).toEqual(['largest-contentful-paint', 'layout-shift', 'event']);
  page.finish();
  expect(observers.size).toBe(0);
});
