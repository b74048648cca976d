import { expect, test } from 'vitest';
import { errorLoop } from '../../src/detect/errorLoop';
import { watchWith } from './fakeWatch';

function setup() {
  const scene = watchWith(errorLoop());
  const tryInto = (times: number, gapMs: number, failure: Parameters<typeof scene.fail>[0] = {}) => {
    for (let i = 0; i < times; i++) {
      scene.page.advance(gapMs);
      scene.fail({ press: scene.press(), ...failure });
    }
  };
  return { ...scene, tryInto };
}

test('the third try into the same refusal is a loop, and the fourth is surer', () => {
  const { tryInto, told } = setup();
  tryInto(2, 3000);
  expect(told).toEqual([]);
  tryInto(1, 3000);
  expect(told).toMatchObject([{ name: 'error-loop', at: 3000, strength: 0.8, evidence: { n: 3, kind: 'http', spanMs: 6000 } }]);
  tryInto(1, 3000);
  expect(told).toMatchObject([{ evidence: { n: 4 } }]);
  expect(told[0]?.strength).toBeCloseTo(0.85);
});

test('failures that no press caused are nobody’s loop', () => {
  const { fail, told } = setup();
  for (let i = 0; i < 9; i++) fail();
  expect(told).toEqual([]);
});

test('different failures in a row are no loop', () => {
  const { tryInto, told } = setup();
  for (const sign of ['http 1', 'http 2', 'http 3']) tryInto(2, 500, { sign });
  expect(told).toEqual([]);
});

test('script errors are a loop only when they come quickly', () => {
  const { tryInto, told } = setup();
  tryInto(3, 6000, { kind: 'js', sign: 'js 1' });
  expect(told).toEqual([]);
  tryInto(3, 1000, { kind: 'js', sign: 'js 1' });
  expect(told).toMatchObject([{ evidence: { kind: 'js' } }]);
});

test('after a quiet minute it is another loop', () => {
  const { tryInto, told, page } = setup();
  tryInto(3, 1000);
  page.advance(70_000);
  tryInto(3, 1000);
  expect(told).toHaveLength(2);
});

test('a page that fails ten times in three seconds by itself is a storm, told once', () => {
  const { fail, told, page } = setup();
  for (let times = 0; times < 40; times++) {
    fail({ kind: 'js', sign: 'js 1' });
    page.advance(200);
  }
  expect(told).toMatchObject([{ name: 'error-loop', at: 0, strength: 0.6, evidence: { n: 10, kind: 'storm', spanMs: 1800 }, amended: 0 }]);
  page.advance(5000);
  for (let times = 0; times < 10; times++) fail({ kind: 'js', sign: 'js 1' });
  expect(told).toHaveLength(2);
});

test('a poll that fails each half second in the background is no storm', () => {
  const { fail, told, page } = setup();
  for (let times = 0; times < 60; times++) {
    fail();
    page.advance(500);
  }
  expect(told).toEqual([]);
});

test('what fails by itself is no try of the visitor’s', () => {
  const { fail, press, told } = setup();
  fail({ press: press() });
  fail();
  fail({ press: press() });
  expect(told).toEqual([]);
});

test('a loop takes its presses from the lower signals', () => {
  const { tryInto, claimed } = setup();
  tryInto(3, 3000);
  expect(claimed.size).toBe(3);
});
