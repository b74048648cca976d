import { expect, test } from 'vitest';
import { createScorer } from '../../src/score/scorer';
import type { Signal } from '../../src/types';
import { givenRule, givenSignal } from './given';

/** A scorer that hears each signal at its `at`, and what would have kept its rule silent. */
function setup(rule: object = {}) {
  const given = givenRule({ signals: [{ signal: 'rage-click', points: 63 }, { signal: 'dead-click', points: 62 }, { signal: 'error-loop', points: 30 }], ...rule });
  const scorer = createScorer({ rules: [given], model: undefined });
  let count = 0;
  return {
    hear: (signal: Partial<Signal>) => scorer.add(givenSignal({ id: `s${++count}`, strength: 1, ...signal }), signal.at ?? 0),
    without: (now = 0) => scorer.without(given, now),
  };
}

test('without its only reason a rule says nothing', () => {
  const { hear, without } = setup();
  hear({});
  expect(without()).toEqual({ without: 1, score: 0, confidence: 0, flips: 'score', needs: 60 });
});

test('where help was not due, nothing has to be otherwise', () => {
  const { hear, without } = setup();
  hear({ strength: 0.5 });
  expect(without()).toBeUndefined();
});

test('where it is not sure enough, nothing has to be otherwise', () => {
  const { hear, without } = setup({ help: { score: 60, confidence: 'high' }, signals: [{ signal: 'rage-click', points: 100 }] });
  hear({ strength: 0.8 });
  expect(without()).toBeUndefined();
});

test('where two troubles were each enough, it takes both to be gone', () => {
  const { hear, without } = setup();
  hear({});
  hear({ name: 'dead-click' });
  expect(without()).toMatchObject({ without: 2, score: 0, flips: 'score' });
});

test('a trouble that has faded below the bar since was enough when it came', () => {
  const { hear, without } = setup();
  hear({});
  hear({ name: 'dead-click' });
  // without the heaviest 62 points were enough, and now they are 53, which is not yet over
  expect(without(20_000)).toMatchObject({ without: 2 });
});

test('where no three are enough, nothing is said', () => {
  const { hear, without } = setup();
  for (const place of ['a', 'b', 'c', 'd']) hear({ place });
  expect(without()).toBeUndefined();
});

test('a score that would do without can lack the certainty', () => {
  const { hear, without } = setup({ help: { score: 10, confidence: 'high' } });
  hear({ strength: 0.5 });
  hear({ name: 'error-loop', strength: 0.6 });
  expect(without()).toMatchObject({ without: 1, flips: 'confidence', needs: 0.75 });
  expect(without()?.score).toBeCloseTo(18);
  expect(without()?.confidence).toBeCloseTo(0.6);
});

test('of sightings that count together, the others are too few without one', () => {
  const { hear, without } = setup({ signals: [{ signal: 'dead-click', atLeast: 2, within: '1m', points: 70 }] });
  hear({ name: 'dead-click', place: 'a' });
  hear({ name: 'dead-click', place: 'b' });
  expect(without()).toMatchObject({ without: 1, score: 0 });
});

test('what came before the last of a kind is not forgotten', () => {
  const { hear, without } = setup({ signals: [{ signal: 'dead-click', points: 10, fades: '999999w' }] });
  for (let index = 0; index < 20; index++) hear({ name: 'dead-click', place: index < 19 ? 'old' : 'new', at: index });
  expect(without(19)).toBeUndefined();
});

test('what resolved the trouble before does not resolve what came in the same second', () => {
  const { hear, without } = setup({ signals: [{ signal: 'dead-click', points: 62 }, { signal: 'app:paid', points: -1 }, { signal: 'rage-click', points: 64 }], resolved: [{ event: 'app:paid' }] });
  hear({ name: 'app:paid', names: [] });
  hear({});
  hear({ name: 'dead-click' });
  expect(without()).toMatchObject({ without: 2 });
});
