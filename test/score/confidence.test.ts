import { expect, test } from 'vitest';
import { CUT_OFFS } from '../../src/rules/defaults';
import { createScorer } from '../../src/score/scorer';
import type { Signal } from '../../src/types';
import { givenRule, givenSignal } from './given';

type Told = Partial<Signal> & { readonly told?: number };

const rule = givenRule({ signals: [{ signal: 'rage-click' }, { signal: 'dead-click' }, { signal: 'error-loop' }, { signal: 'field-hesitation' }, { signal: 'app:paid', points: -50 }, { signal: 'app:card-refused' }, { signal: 'app:order-placed', points: -100 }] });

/** How sure it is at `now`, after the last signal where nothing is said. */
function sureness(signals: readonly Told[], now = Math.max(0, ...signals.map(({ told = 0 }) => told))): number {
  const scorer = createScorer({ rules: [rule], model: undefined });
  signals.forEach(({ told = 0, ...signal }, index) => scorer.add(givenSignal({ id: `s${index}`, ...signal }), told));
  return scorer.at(rule, now).confidence;
}

const dead = (strength: number, told = 0): Told => ({ name: 'dead-click', strength, told });

test('nothing seen is nothing known', () => {
  expect(sureness([])).toBe(0);
});

test('a page that did not answer is believed as it is', () => {
  expect(sureness([dead(0.8)])).toBeCloseTo(0.8);
  expect(sureness([{ name: 'error-loop', strength: 0.8 }])).toBeCloseTo(0.8);
  expect(sureness([{ name: 'app:card-refused', strength: 0.8 }])).toBeCloseTo(0.8);
});

test.each([{ dead: true }, { errors: 2 }, { blocked: true }])('so are quick clicks that %o says the page failed', (told) => {
  expect(sureness([{ strength: 0.8, evidence: told }])).toBeCloseTo(0.8);
});

test('quick clicks alone tell less', () => {
  expect(sureness([{ strength: 0.8, evidence: { dead: false, errors: 0 } }])).toBeCloseTo(0.72);
});

test('two kinds of trouble are surer than one', () => {
  expect(sureness([dead(0.5), { name: 'error-loop', strength: 0.5 }])).toBeCloseTo(0.75);
});

test('the same kind again counts half, and three quarters where it lasts', () => {
  expect(sureness([dead(0.5), dead(0.5, 9000)])).toBeCloseTo(0.625);
  expect(sureness([dead(0.5), dead(0.5, 10_000)])).toBeCloseTo(0.6875);
});

test('the same trouble an hour after the first is as sure as the first was', () => {
  expect(sureness([dead(0.8), dead(0.8, 3_600_000)])).toBeCloseTo(0.8);
});

test('one sighting that two terms count is one witness', () => {
  const twice = givenRule({ signals: [{ signal: 'dead-click', on: 'pay' }, { signal: 'dead-click', on: 'form' }] });
  const scorer = createScorer({ rules: [twice], model: undefined });
  scorer.add(givenSignal({ name: 'dead-click', strength: 0.5, names: ['pay', 'form'] }), 0);
  expect(scorer.at(twice, 0).confidence).toBeCloseTo(0.5);
});

test('doubt does not grow while a visitor waits a minute and a half, and then it does', () => {
  expect(sureness([dead(0.8)], 90_000)).toBeCloseTo(0.8);
  expect(sureness([dead(0.8)], 180_000)).toBeCloseTo(0.4);
});

test('a good sign lessens it as much as it weighs', () => {
  expect(sureness([dead(0.8), { name: 'app:paid', strength: 1 }])).toBeCloseTo(0.4);
  expect(sureness([dead(0.8), { name: 'app:order-placed', strength: 1 }])).toBe(0);
});

test('the words: one clear trouble is medium, two of any kind are high', () => {
  expect(sureness([{ strength: 0.7, evidence: {} }])).toBeGreaterThanOrEqual(CUT_OFFS.medium);
  expect(sureness([dead(0.55)])).toBeLessThan(CUT_OFFS.medium);
  expect(sureness([dead(0.5), { name: 'error-loop', strength: 0.5 }])).toBeGreaterThanOrEqual(CUT_OFFS.high);
  expect(sureness([{ name: 'field-hesitation', strength: 0.5, evidence: {} }])).toBeGreaterThanOrEqual(CUT_OFFS.low);
});
