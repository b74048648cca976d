import { expect, test } from 'vitest';
import { CUT_OFFS } from '../../src/rules/defaults';
import { confidence, type Evidenced } from '../../src/score/confidence';
import type { Signal } from '../../src/types';
import { givenSignal } from './given';

function evidence(signal: Partial<Signal>, more: Partial<Evidenced> = {}): Evidenced {
  return { signal: givenSignal(signal), told: 0, points: 90, fadesMs: 90_000, ...more };
}

const dead = (strength: number, told = 0): Evidenced => evidence({ name: 'dead-click', strength }, { told });

test('nothing seen is nothing known', () => {
  expect(confidence([], 0)).toBe(0);
});

test('a page that did not answer is believed as it is', () => {
  expect(confidence([dead(0.8)], 0)).toBeCloseTo(0.8);
  expect(confidence([evidence({ name: 'error-loop', strength: 0.8 })], 0)).toBeCloseTo(0.8);
  expect(confidence([evidence({ name: 'app:card-refused', strength: 0.8 })], 0)).toBeCloseTo(0.8);
});

test.each([{ dead: true }, { errors: 2 }, { blocked: true }])('so are quick clicks that %o says the page failed', (told) => {
  expect(confidence([evidence({ strength: 0.8, evidence: told })], 0)).toBeCloseTo(0.8);
});

test('quick clicks alone tell less', () => {
  expect(confidence([evidence({ strength: 0.8, evidence: { dead: false, errors: 0 } })], 0)).toBeCloseTo(0.72);
});

test('two kinds of trouble are surer than one', () => {
  expect(confidence([dead(0.5), evidence({ name: 'error-loop', strength: 0.5 })], 0)).toBeCloseTo(0.75);
});

test('the same kind again counts half, and three quarters where it lasts', () => {
  expect(confidence([dead(0.5), dead(0.5, 9_999)], 9_999)).toBeCloseTo(0.625);
  expect(confidence([dead(0.5), dead(0.5, 10_000)], 10_000)).toBeCloseTo(0.6875);
});

test('doubt does not grow while a visitor waits a minute and a half, and then it does', () => {
  expect(confidence([dead(0.8)], 90_000)).toBeCloseTo(0.8);
  expect(confidence([dead(0.8)], 180_000)).toBeCloseTo(0.4);
});

test('a good sign lessens it as much as it weighs', () => {
  expect(confidence([dead(0.8), evidence({ name: 'app:paid', strength: 1 }, { points: -50 })], 0)).toBeCloseTo(0.4);
  expect(confidence([dead(0.8), evidence({ name: 'app:paid', strength: 1 }, { points: -100 })], 0)).toBe(0);
});

test('the words: one clear trouble is medium, two of any kind are high', () => {
  expect(confidence([evidence({ strength: 0.7, evidence: {} })], 0)).toBeGreaterThanOrEqual(CUT_OFFS.medium);
  expect(confidence([dead(0.55)], 0)).toBeLessThan(CUT_OFFS.medium);
  expect(confidence([dead(0.5), evidence({ name: 'error-loop', strength: 0.5 })], 0)).toBeGreaterThanOrEqual(CUT_OFFS.high);
  expect(confidence([evidence({ name: 'field-hesitation', strength: 0.5, evidence: {} })], 0)).toBeGreaterThanOrEqual(CUT_OFFS.low);
});
