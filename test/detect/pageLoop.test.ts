// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pageLoop } from '../../src/detect/pageLoop';
import { watchWith } from './fakeWatch';

/** Two pages in turn, so many views, one each so often. */
const round = (n: number, everyMs: number, change: object = {}) => Array.from({ length: n }, (_, i) => ({ of: i % 2, at: i * everyMs, ...change }));

test('three times at one page within a quarter of a minute', () => {
  const { views, told } = watchWith(pageLoop());
  views(...round(5, 3000));
  expect(told).toMatchObject([{ name: 'page-loop', strength: 0.6, evidence: { n: 3, spanMs: 12_000 } }]);
});

test('going round further is told again, surer', () => {
  const { views, told } = watchWith(pageLoop());
  views(...round(5, 1000));
  views(...round(7, 1000));
  expect(told).toMatchObject([{ strength: 0.65, evidence: { n: 4 }, amended: 1 }]);
});

test.each([
  ['twice is looking again', round(3, 1000)],
  ['at a walk', round(5, 5000)],
  ['by the history\'s own buttons', round(5, 1000, { pressed: false, back: true })],
  ['reloading', round(5, 1000, { pressed: false, reload: true })],
  ['a cart that sends to itself with each change', [0, 2000, 4000, 6000].map((at) => ({ of: 1, at }))],
  ['a page that shows one after the other by itself', round(5, 1000, { pressed: false })],
])('%s', (_why, way) => {
  const { views, told } = watchWith(pageLoop());
  views(...way);
  expect(told).toEqual([]);
});

test('a page that asks to be forgiven', () => {
  const { views, told, ignored } = watchWith(pageLoop());
  ignored.add(document.body);
  views(...round(5, 1000));
  expect(told).toEqual([]);
});
