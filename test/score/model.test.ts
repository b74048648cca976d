import { expect, test } from 'vitest';
import { createScorer } from '../../src/score/scorer';
import type { Model, Score, Signal } from '../../src/types';
import { givenRule, givenSignal } from './given';

const rule = givenRule({ signals: [{ signal: 'rage-click', points: 50 }, { signal: 'dead-click', points: 50 }] });

const model: Model = { base: -10, weights: { 'rage-click': 80, 'dead-click': 20 }, within: 15, calibration: [], id: 'spring' };

/** The score after signals told at once, under a model that is like the one above but for what is said. */
function scoreUnder(changes: Partial<Model>, ...signals: readonly Partial<Signal>[]): Score {
  const scorer = createScorer({ rules: [rule], model: { ...model, ...changes } });
  signals.forEach((signal, index) => scorer.add(givenSignal({ id: `s${index}`, strength: 1, ...signal }), 0));
  return scorer.at(rule, 0);
}

/** What each signal gave, to the hundredth. */
const points = ({ contributions }: Score) => Object.fromEntries(contributions.map((each) => [each.signal, Math.round(each.points * 100) / 100]));

test('where the model may move a score far enough, the score is the model’s', () => {
  const score = scoreUnder({ within: 50 }, {}, { name: 'dead-click', strength: 0.5 });
  expect(score.value).toBeCloseTo(80);
  expect(points(score)).toEqual({ 'rage-click': 80, 'dead-click': 10, model: -10 });
});

test('the rule is ceiling and floor', () => {
  expect(scoreUnder({}, {}).value).toBeCloseTo(65);
  expect(scoreUnder({}, { name: 'dead-click' }).value).toBeCloseTo(35);
});

test('where it is held, each part goes as far as the whole', () => {
  const score = scoreUnder({}, { name: 'dead-click' });
  // from 50 toward 10, held at 35: three eighths of the way
  expect(points(score)).toEqual({ 'dead-click': 38.75, model: -3.75 });
});

test('the model never speaks alone', () => {
  const score = scoreUnder({ base: 90, within: 50 });
  expect([score.value, score.confidence, score.contributions]).toEqual([0, 0, []]);
});

test('what the model gives fades by half in 90 seconds', () => {
  const scorer = createScorer({ rules: [rule], model: { ...model, base: 0, within: 50 } });
  scorer.add(givenSignal({ strength: 1 }), 0);
  expect(scorer.at(rule, 90_000).value).toBeCloseTo(40);
});

test('a model that was calibrated says how sure it is, on straight lines with held ends', () => {
  const calibration = [[20, 0.1], [60, 0.5], [80, 0.9]] as const;
  const sure = (strength: number) => Math.round(scoreUnder({ within: 0, calibration }, { strength }, { name: 'dead-click', strength }).confidence * 100) / 100;
  expect([0.1, 0.4, 0.6, 0.7, 1].map(sure)).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
});
