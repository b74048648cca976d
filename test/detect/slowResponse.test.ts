import { expect, test } from 'vitest';
import { slowResponse } from '../../src/detect/slowResponse';
import { watchWith } from './fakeWatch';

function setup() {
  const scene = watchWith(slowResponse(), { route: '/checkout/*' });
  const answeredAfter = (afterMs: number, change = {}, response = {}) => {
    const made = scene.press(change);
    scene.settle(made, { alive: true, productive: true, afterMs, ...response });
    return made;
  };
  return { ...scene, answeredAfter };
}

test('an answer after three seconds is slow, and each further second surer', () => {
  const { answeredAfter, told } = setup();
  answeredAfter(2900);
  answeredAfter(3000);
  answeredAfter(4000);
  expect(told.map(({ strength }) => Number(strength.toFixed(2)))).toEqual([0.48, 0.5, 0.7]);
  expect(told[1]).toMatchObject({ name: 'slow-response', evidence: { ms: 3000, limitMs: 2500, input: 'mouse' } });
});

test('an answer that comes after the page was given up is told when it comes, as sure as it gets two seconds over the limit', () => {
  const { press, settle, answerLate, told } = setup();
  const made = press();
  settle(made);
  expect(told).toEqual([]);
  answerLate(made, { afterMs: 4500 });
  expect(told).toMatchObject([{ at: 0, strength: 0.8, evidence: { ms: 4500 } }]);
});

test('no answer is no slow answer', () => {
  const { press, settle, told } = setup();
  settle(press());
  expect(told).toEqual([]);
});

test.each([['the window lost the focus meanwhile', { unknown: true }], ['it shows at once that it is at work', { afterMs: 30 }], ['nobody saw when it came', { afterMs: undefined }]])('silence when %s', (_why, response) => {
  const { answeredAfter, told } = setup();
  answeredAfter(4000, {}, response);
  expect(told).toEqual([]);
});

test.each([{ control: 'editable' }, { control: 'text' }, { control: 'decor' }, { control: 'opaque' }, { control: 'blocked' }, { excused: true }] as const)('nothing was promised by %o', (change) => {
  const { answeredAfter, told } = setup();
  answeredAfter(4000, change);
  expect(told).toEqual([]);
});

test('who is used to slow answers here is not told of one more, but past five seconds they are slow for everybody', () => {
  const { answeredAfter, told } = setup();
  for (const ms of [3300, 3350, 3400, 3400, 3450]) answeredAfter(ms);
  told.splice(0);
  answeredAfter(3600);
  expect(told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
  for (let times = 0; times < 10; times++) [2500, 6800].forEach((ms) => answeredAfter(ms));
  told.splice(0);
  answeredAfter(5500);
  expect(told).toMatchObject([{ strength: 0.5, evidence: { limitMs: 5000 } }]);
});

test('who is used to quick answers is still given three seconds', () => {
  const { answeredAfter, told } = setup();
  for (let times = 0; times < 6; times++) answeredAfter(50);
  answeredAfter(2400);
  expect(told).toEqual([]);
});

test('hammering is told by the higher signal, and a place may be ignored', () => {
  const { press, settle, told, watch, ignored, answeredAfter } = setup();
  const made = press();
  watch.claim([made]);
  settle(made, { alive: true, afterMs: 3800 });
  const { target } = made;
  ignored.add(target);
  answeredAfter(4000, { target });
  expect(told).toEqual([]);
});
