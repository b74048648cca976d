import { expect, test, vi } from 'vitest';
import { rageClick } from '../../src/detect/rageClick';
import type { Press, Response } from '../../src/types';
import { ANSWER, element, watchWith } from './fakeWatch';

function setup() {
  const scene = watchWith(rageClick());
  const target = element();
  const hammer = (times: number, gapMs: number, change: Partial<Press> = {}, response: Partial<Response> = {}): Press[] => Array.from({ length: times }, (_, i) => {
    if (i) scene.page.advance(gapMs);
    return scene.press({ target, ...change }, response);
  });
  return { ...scene, target, hammer };
}

test('four quick clicks on one spot that give nothing', () => {
  const { hammer, page, told, target } = setup();
  hammer(4, 200);
  page.advance(400);
  expect(told).toMatchObject([{ name: 'rage-click', at: 0, target, evidence: { n: 4, spanMs: 600, unproductive: 4, errors: 0, blocked: false, dead: false, input: 'mouse' } }]);
  expect(told[0]?.strength).toBeCloseTo(0.82);
});

test('nothing is told while the hand still hammers, up to six presses', () => {
  const { hammer, page, told } = setup();
  hammer(5, 100);
  expect(told).toEqual([]);
  page.advance(100);
  hammer(1, 0);
  expect(told).toHaveLength(1);
});

test('a stepper, a carousel, a calendar: repetition that works is use, at any speed', () => {
  const { hammer, page, told } = setup();
  hammer(12, 90, {}, ANSWER);
  page.advance(400);
  expect(told).toEqual([]);
});

test('a game that is pressed a thousand times costs no more with each press', () => {
  const { hammer, watch, told } = setup();
  hammer(1000, 90, {}, ANSWER);
  const looks = vi.spyOn(watch, 'response');
  hammer(1, 0, {}, ANSWER);
  expect(looks.mock.calls.length).toBeGreaterThan(0);
  expect(looks.mock.calls.length).toBeLessThan(50);
  expect(told).toEqual([]);
});

test('half of the presses working is still use', () => {
  const { hammer, page, told } = setup();
  hammer(3, 100, {}, ANSWER);
  page.advance(100);
  hammer(3, 100);
  page.advance(400);
  expect(told).toEqual([]);
});

test('two clicks are a double click', () => {
  const { hammer, page, told } = setup();
  hammer(2, 120);
  page.advance(3000);
  expect(told).toEqual([]);
});

test('three slow clicks are patience', () => {
  const { hammer, page, told } = setup();
  hammer(3, 900);
  page.advance(3000);
  expect(told).toEqual([]);
});

test('five presses in seven seconds, none of them answered', () => {
  const { hammer, page, told } = setup();
  hammer(5, 1500);
  page.advance(400);
  expect(told).toHaveLength(1);
});

test.each(['editable', 'opaque'] as const)('a control that is %s is never raged at', (control) => {
  const { hammer, page, told } = setup();
  hammer(8, 100, { control });
  page.advance(1000);
  expect(told).toEqual([]);
});

test('a triple click selects a paragraph; five clicks on it are a doubt', () => {
  const { hammer, page, told } = setup();
  hammer(3, 120, { control: 'text' });
  page.advance(3000);
  expect(told).toEqual([]);
  hammer(5, 120, { control: 'text' });
  page.advance(400);
  expect(told).toMatchObject([{ strength: 0.55 }]);
});

test('different controls in a row are work', () => {
  const { press, page, told } = setup();
  for (let i = 0; i < 8; i++) {
    press({ target: element() });
    page.advance(120);
  }
  page.advance(1000);
  expect(told).toEqual([]);
});

test('what nobody can know is not called rage', () => {
  const { hammer, page, told } = setup();
  hammer(5, 100, {}, { unknown: true });
  page.advance(1000);
  expect(told).toEqual([]);
});

test('a host that asks to be forgiven is', () => {
  const { hammer, page, told, ignored, target } = setup();
  ignored.add(target);
  hammer(5, 100);
  page.advance(1000);
  expect(told).toEqual([]);
});

test('once it is settled that nothing answered, the same signal says so', () => {
  const { hammer, page, told, settle } = setup();
  const presses = hammer(4, 150);
  page.advance(400);
  presses.forEach((press) => settle(press));
  expect(told).toMatchObject([{ evidence: { n: 4, dead: true }, amended: 1 }]);
});

test('a sign of life is not dead, though it is no answer', () => {
  const { hammer, page, told, settle } = setup();
  const presses = hammer(4, 150);
  page.advance(400);
  presses.forEach((press) => settle(press, { alive: true }));
  expect(told).toMatchObject([{ evidence: { dead: false } }]);
});

test('errors that the presses caused are counted, and make it surer', () => {
  const { hammer, page, told } = setup();
  hammer(4, 300, {}, { errors: 1 });
  page.advance(400);
  expect(told).toMatchObject([{ evidence: { errors: 4 } }]);
  expect(told[0]?.strength).toBeCloseTo(0.82);
});

test('a page that answers after all makes a hiccup of it, once', () => {
  const { hammer, page, told, settle, answerLate } = setup();
  const presses = hammer(4, 150);
  page.advance(400);
  presses.forEach((press) => settle(press));
  presses.forEach((press) => answerLate(press));
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true }, amended: 2 }]);
});

test('leaving the page in the middle of it still tells', () => {
  const { hammer, page, told } = setup();
  hammer(4, 150);
  page.leave();
  expect(told).toHaveLength(1);
});

test('a control rendered anew under the hand is the same control', () => {
  const { press, page, told } = setup();
  for (let i = 0; i < 5; i++) {
    press({ target: element({ isConnected: false }) });
    page.advance(150);
  }
  page.advance(400);
  expect(told).toMatchObject([{ evidence: { n: 5 } }]);
});

test('a hand that is always quick is not in haste', () => {
  const { hammer, page, told } = setup();
  for (let times = 0; times < 6; times++) {
    hammer(3, 180, {}, ANSWER);
    page.advance(3000);
  }
  hammer(4, 200);
  page.advance(400);
  expect(told).toMatchObject([{ name: 'rage-click' }]);
  expect(told[0]?.strength).toBeCloseTo(0.72);
});

test('a quick mouse says nothing about how quick the finger is', () => {
  const { hammer, page, told } = setup();
  for (let times = 0; times < 6; times++) {
    hammer(3, 180, {}, ANSWER);
    page.advance(3000);
  }
  hammer(4, 200, { kind: 'touch' });
  page.advance(400);
  expect(told[0]?.strength).toBeCloseTo(0.82);
});
