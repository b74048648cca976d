// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { quickBack } from '../../src/detect/quickBack';
import type { View } from '../../src/types';
import { watchWith } from './fakeWatch';

afterEach(() => { document.body.innerHTML = ''; });

/** From a list to an item and back: how long they stayed there, and what else was so. */
const bounce = (ms: number, visit: Partial<View> = {}, back: Partial<View> = {}): Partial<View>[] => [{ of: 1, at: 0 }, { of: 2, at: 1000, ...visit }, { of: 1, at: 1000 + ms, pressed: false, back: true, ...back }];

test('into a page and out again at once', () => {
  const { views, told } = watchWith(quickBack());
  views(...bounce(2000));
  expect(told).toMatchObject([{ name: 'quick-back', strength: expect.closeTo(0.8) as unknown, evidence: { kind: 'back', n: 1, ms: 2000, limitMs: 7000 } }]);
});

test.each([
  ['after six seconds', bounce(6000), 0.6],
  ['after six seconds with some scrolling', bounce(6000, { scrolled: true }), 0.5],
  ['by a link', bounce(2000, { presses: 1 }, { pressed: true, back: false }), 0.6],
])('back %s it is less sure', (_how, way, strength) => {
  const { views, told } = watchWith(quickBack());
  views(...way);
  expect(told[0]?.strength).toBeCloseTo(strength);
});

test.each([
  ['who stayed longer has read it', bounce(7001)],
  ['who did something there came for that', bounce(2000, { presses: 1 })],
  ['who pressed twice was at home there', bounce(2000, { presses: 2 }, { pressed: true, back: false })],
  ['where no press led to there is nothing to regret', bounce(2000, { pressed: false })],
  ['a page that sends back by itself is no going back', bounce(2000, {}, { back: false })],
  ['a page that was reloaded is refresh-loop\'s', bounce(2000, { pressed: false, reload: true })],
  ['going on to a third page is going on', bounce(2000, {}, { of: 3 })],
  ['the same page again is no other', [{ of: 1 }, { of: 1, at: 100 }, { of: 1, at: 200, back: true }]],
  ['the first pages of a tab', [{ of: 2 }, { of: 1, at: 100, back: true }]],
])('%s', (_why, way) => {
  const { views, told } = watchWith(quickBack());
  views(...way);
  expect(told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
});

test('closing a dialog that has an address is no going back', () => {
  const { views, told, page } = watchWith(quickBack());
  views({ of: 1 }, { of: 2, at: 1000 });
  document.body.innerHTML = '<div role="dialog" aria-modal="true"></div>';
  page.paint();
  document.body.innerHTML = '';
  views(...bounce(2000));
  expect(told).toEqual([]);
});

test('a dialog in a shadow root is a dialog too', () => {
  const { views, told, page, watch } = watchWith(quickBack());
  const root = document.body.appendChild(document.createElement('x-dialog')).attachShadow({ mode: 'open' });
  Object.assign(watch, { roots: () => [root] });
  views({ of: 1 }, { of: 2, at: 1000 });
  root.innerHTML = '<dialog open></dialog>';
  page.paint();
  root.innerHTML = '';
  views(...bounce(2000));
  expect(told).toEqual([]);
});

test('one after the other from a list is searching, told once and counted', () => {
  const { views, told } = watchWith(quickBack());
  const first = bounce(2000);
  views(...first);
  views(...first, { of: 3, at: 4000 }, { of: 1, at: 6000, pressed: false, back: true });
  expect(told).toMatchObject([{ strength: expect.closeTo(0.8) as unknown, evidence: { kind: 'pogo', n: 2 }, amended: 1 }]);
});

test('searching is told anew when it goes on later', () => {
  const { views, told } = watchWith(quickBack());
  const first = bounce(6000, { scrolled: true });
  views(...first);
  views(...first, { of: 3, at: 30_000, scrolled: true }, { of: 1, at: 36_000, pressed: false, back: true });
  expect(told).toMatchObject([{ strength: 0.5 }, { strength: 0.65, evidence: { kind: 'pogo', n: 2 } }]);
});

test('who looks at every page briefly is judged by their own stay', () => {
  const { views, told, watch } = watchWith(quickBack());
  for (let times = 0; times < 5; times++) watch.baseline('view').add(8000);
  views(...bounce(5000));
  expect(told).toEqual([]);
  views(...bounce(3900));
  expect(told).toMatchObject([{ evidence: { limitMs: 4000 } }]);
});

test('a page that asks to be forgiven', () => {
  const { views, told, ignored } = watchWith(quickBack());
  ignored.add(document.body);
  views(...bounce(2000));
  expect(told).toEqual([]);
});

test('who comes back into a step of a workflow has looked something up', () => {
  const { views, told, standing } = watchWith(quickBack());
  standing.add('order/address');
  views(...bounce(2000));
  expect(told).toEqual([]);
});
