// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { netFailure } from '../../src/detect/netFailure';
import { watchWith } from './fakeWatch';

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'onLine');
});

const setup = () => watchWith(netFailure());

test.each([['the server could not', { kind: 'http', status: 503 }, 0.7], ['it would not now', { kind: 'http', status: 429 }, 0.7], ['nobody was reached', { kind: 'network', status: 0 }, 0.7], ['it was refused', { kind: 'http', status: 422 }, 0.5]] as const)('a press that nothing came of, because %s', (_why, failure, strength) => {
  const { press, fail, settle, told } = setup();
  const made = press();
  fail({ ...failure, press: made });
  expect(told).toEqual([]);
  settle(made);
  expect(told).toMatchObject([{ name: 'net-failure', at: 0, strength, target: made.target, evidence: { kind: failure.kind, input: 'mouse' } }]);
});

test('a failure that comes after the verdict', () => {
  const { press, fail, settle, told } = setup();
  const made = press();
  settle(made);
  fail({ kind: 'http', status: 500, press: made });
  expect(told).toHaveLength(1);
});

test('two requests of one press are one trouble', () => {
  const { press, fail, settle, told } = setup();
  const made = press();
  fail({ kind: 'http', status: 500, press: made });
  fail({ kind: 'http', status: 502, press: made });
  settle(made);
  expect(told).toHaveLength(1);
});

test.each([
  ['what goes on all the same', { alive: true, productive: true }],
  ['what nobody can know', { unknown: true }],
])('%s is no trouble', (_why, response) => {
  const { press, fail, settle, told } = setup();
  const made = press();
  fail({ kind: 'http', status: 500, press: made });
  settle(made, response);
  expect(told).toEqual([]);
});

test('a press that a higher signal has taken', () => {
  const { press, fail, settle, told, watch } = setup();
  const made = press();
  fail({ kind: 'http', status: 500, press: made });
  watch.claim([made]);
  settle(made);
  expect(told).toEqual([]);
});

test('offline is another trouble, and so is a script error', () => {
  const { press, fail, settle, told } = setup();
  const made = press();
  fail({ kind: 'js', press: made });
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  fail({ kind: 'network', status: 0, press: made });
  settle(made);
  expect(told).toEqual([]);
});

test('answered after all, it was a hiccup', () => {
  const { press, fail, settle, answerLate, told } = setup();
  const made = press();
  fail({ kind: 'http', status: 500, press: made });
  settle(made);
  answerLate(made);
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

const OWN = `${location.origin}/api/offers?page=1`;

test('what the page loads for itself does not come', () => {
  const { request, told, page } = setup();
  request({ name: OWN, responseStatus: 500 });
  page.advance(2000);
  expect(told).toMatchObject([{ strength: 0.5, evidence: { kind: 'http' } }]);
});

test.each([
  ['what is asked for again and again by itself', [{ name: OWN }, { name: OWN }], 0],
  ['another site', [{ name: 'https://ads.test/x' }], 0],
  ['a refusal', [{ name: OWN, responseStatus: 404 }], 0],
  ['a picture', [{ name: OWN, initiatorType: 'img' }], 0],
  ['long after the page came', [{ name: OWN }], 10_001],
])('nobody waits for %s', (_why, requests, afterMs) => {
  const { request, told, page } = setup();
  page.advance(afterMs);
  for (const each of requests) request({ responseStatus: 500, ...each });
  page.advance(5000);
  expect(told).toEqual([]);
});

test('a new route loads anew', () => {
  const { request, told, page } = setup();
  page.advance(60_000);
  page.goTo('/offers');
  request({ name: OWN, responseStatus: 500 });
  page.advance(2000);
  expect(told).toHaveLength(1);
});

test('what a press asked for is told with the press', () => {
  const { press, request, told, page } = setup();
  press();
  request({ name: OWN, responseStatus: 500 });
  page.advance(5000);
  expect(told).toEqual([]);
});

test('what failed before furrow began', () => {
  vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) => (type === 'resource' ? [{ name: OWN, initiatorType: 'fetch', responseStatus: 500, startTime: -100 }] : []) as never);
  const { told, page } = setup();
  page.advance(2000);
  expect(told).toHaveLength(1);
});

test('the page itself is an error page', () => {
  vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) => (type === 'navigation' ? [{ responseStatus: 500 }] : []) as never);
  expect(setup().told).toMatchObject([{ strength: 0.7, evidence: { kind: 'http' } }]);
});

test('a thousand addresses are not remembered', () => {
  const { request, told, page, ignored } = setup();
  ignored.add(document.body);
  for (let i = 0; i < 1000; i++) request({ name: `${location.origin}/api/${i}`, responseStatus: 500 });
  page.advance(5000);
  expect(told).toEqual([]);
});
