// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refreshLoop } from '../../src/detect/refreshLoop';
import { watchWith } from './fakeWatch';

let kept: unknown;
let wall = 1_000_000;

beforeEach(() => { kept = undefined; });
afterEach(() => vi.restoreAllMocks());

/** One load of the page: what it was, what the visitor did, and how long it stood. */
function load(type: string, { ms = 2000, active = true, failures = 0, key = false, path = '/pay' } = {}) {
  window.history.replaceState({}, '', path);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }] as never);
  Object.defineProperty(performance, 'timeOrigin', { value: wall, configurable: true });
  const records = { read: () => kept, write: (_key: string, value: unknown) => { kept = value; } };
  const detector = refreshLoop();
  const setup = watchWith({ ...detector, start: (watch, emit) => detector.start({ ...watch, tab: records }, emit) });
  if (active) setup.active(ms);
  else setup.page.advance(ms);
  for (let i = 0; i < failures; i++) setup.fail();
  if (key) setup.page.fire('keydown', { key: 'F5' } as never);
  setup.page.leave();
  wall += ms;
  return setup.told;
}

test('reloading three times within a minute', () => {
  load('navigate');
  load('reload', { ms: 5000 });
  load('reload');
  expect(load('reload')).toMatchObject([{ name: 'refresh-loop', strength: 0.55, evidence: { n: 3, spanMs: 7000, errors: 0 } }]);
});

test('the fourth time is surer, and what failed before explains it', () => {
  load('navigate', { failures: 1 });
  load('reload', { ms: 5000 });
  load('reload');
  load('reload');
  const [told] = load('reload');
  expect(told?.strength).toBeCloseTo(0.85);
  expect(told?.evidence).toMatchObject({ n: 4, errors: 1 });
});

test('twice is trying again', () => {
  load('navigate');
  load('reload', { ms: 5000 });
  expect(load('reload')).toEqual([]);
});

test('three times in an hour are three times', () => {
  load('navigate');
  load('reload', { ms: 5000 });
  load('reload', { ms: 70_000 });
  expect(load('reload')).toEqual([]);
});

test('a page that reloads itself does so in a rhythm', () => {
  load('navigate', { ms: 5000 });
  load('reload', { ms: 5000 });
  load('reload', { ms: 5000 });
  expect(load('reload')).toEqual([]);
});

test('a hand that keeps a rhythm is still a hand when it presses the key', () => {
  load('navigate', { key: true });
  load('reload', { key: true });
  load('reload', { key: true });
  expect(load('reload', { key: true })).toHaveLength(1);
});

test('with nobody there, nobody reloads', () => {
  load('navigate');
  load('reload', { ms: 5000 });
  load('reload', { active: false });
  expect(load('reload')).toEqual([]);
});

test('another page is another matter', () => {
  load('navigate');
  load('reload', { ms: 5000 });
  load('reload');
  expect(load('reload', { path: '/help' })).toEqual([]);
});

test('coming back to a page is no reload', () => {
  load('navigate');
  load('reload', { ms: 5000 });
  load('reload');
  expect(load('back_forward')).toEqual([]);
});

test.each([['x'], [{ times: 'y' }], [{ times: ['z'], errors: 0 }], [{ times: [1], errors: 'n' }]])('a tab full of somebody else\'s words: %j', (found) => {
  kept = found;
  expect(load('reload')).toEqual([]);
});
