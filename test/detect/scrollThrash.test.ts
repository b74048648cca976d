import { expect, test } from 'vitest';
import { scrollThrash } from '../../src/detect/scrollThrash';
import { element, watchWith } from './fakeWatch';

const setup = () => {
  const made = watchWith(scrollThrash());
  const target = element();
  /** So far, and round again. */
  const turn = (px: number, ms = 300, change: object = {}) => {
    made.page.advance(ms);
    made.scroll({ target, legPx: px, ...change });
    made.scroll({ target, turned: true, legPx: 220, ...change });
  };
  return { ...made, turn, target };
};

test('up and down five times, a screen and more each', () => {
  const { turn, told, target } = setup();
  for (let times = 0; times < 4; times++) turn(1000);
  expect(told).toMatchObject([{ name: 'scroll-thrash', at: 300, strength: 0.5, target, evidence: { n: 4, spanMs: 900 } }]);
});

test('short ways need six turns', () => {
  const { turn, told } = setup();
  for (let times = 0; times < 5; times++) turn(250);
  expect(told).toEqual([]);
  turn(250);
  expect(told).toMatchObject([{ strength: 0.6, evidence: { n: 6 } }]);
});

test('racing is surer, and going on is the same trouble', () => {
  const { turn, told } = setup();
  for (let times = 0; times < 6; times++) turn(3000);
  expect(told).toHaveLength(1);
  expect(told[0]?.strength).toBeCloseTo(0.7);
});

test('down, back up and down again is comparing two places', () => {
  const { turn, told } = setup();
  for (let times = 0; times < 3; times++) turn(3000);
  expect(told).toEqual([]);
});

test('up and down at leisure', () => {
  const { turn, told } = setup();
  for (let times = 0; times < 12; times++) turn(1000, 1400);
  expect(told).toEqual([]);
});

test('what scrolls by itself, and begins anew what came before', () => {
  const { turn, told } = setup();
  for (let times = 0; times < 3; times++) turn(1000);
  turn(1000, 300, { byHand: false });
  for (let times = 0; times < 3; times++) turn(1000);
  expect(told).toEqual([]);
});

test('a while later it is a new trouble', () => {
  const { turn, told, page } = setup();
  for (let times = 0; times < 4; times++) turn(1000);
  page.advance(20_000);
  for (let times = 0; times < 5; times++) turn(1000);
  expect(told).toHaveLength(2);
});

test('a part of the page that asks to be forgiven', () => {
  const { turn, told, target, ignored } = setup();
  ignored.add(target);
  for (let times = 0; times < 6; times++) turn(1000);
  expect(told).toEqual([]);
});
