import { expect, test } from 'vitest';
import { readArguments } from './accuracy/arguments.js';
import { judge } from './accuracy/judge.js';
import { SIGNALS, contest, isHonest, scenarios, scored } from './accuracy/scenarios.js';
import { alarmsOnHonest, bootstrapF1, count, f1, precision, recall, wilson } from './accuracy/score.js';
import type { Scenario } from './accuracy/types';

const signals = Object.keys(SIGNALS);

const scenario = (own: Partial<Scenario>): Scenario => ({ id: 'x', family: 'x', what: 'x', why: 'x', page: '/', steps: [], truth: [], ok: [], screen: 'desktop', ...own });
const dead = scenario({ truth: ['dead-click'], ok: ['error-click'], target: '#a' });
const strict = scenario({ truth: ['dead-click'], target: '#frame >> #a', strict: true });
const honest = scenario({});

test('every scenario can be told apart, and says what happens and why it is labelled so', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  for (const { id, what, why, steps, page } of scenarios) {
    expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(what.length, id).toBeGreaterThan(8);
    expect(why.length, id).toBeGreaterThan(8);
    expect(steps.length, id).toBeGreaterThan(0);
    expect(page, id).toMatch(/^\/(app|[a-z]+\.html)$/);
  }
});

test('every label is a signal that is scored, and is given once', () => {
  for (const { id, truth, ok } of scenarios) {
    expect(signals, id).toEqual(expect.arrayContaining([...truth, ...ok]));
    expect(new Set([...truth, ...ok]).size, id).toBe(truth.length + ok.length);
  }
  for (const signal of signals) expect(scored.some(({ truth }) => truth.includes(signal)), signal).toBe(true);
});

test('a strict scenario names its element, and doubt has its reason', () => {
  for (const { id, strict: exact, target, doubtful } of scenarios) {
    if (exact) expect(target, id).toBeDefined();
    if (doubtful !== undefined) expect(doubtful.length, id).toBeGreaterThan(20);
  }
});

test('two hundred scenarios and more count, and at least half of them are honest behaviour', () => {
  expect(scored.length).toBeGreaterThanOrEqual(200);
  expect(scored.filter(isHonest).length).toBeGreaterThanOrEqual(scored.length / 2);
  expect(contest.length).toBeGreaterThanOrEqual(200);
  expect(contest.filter(isHonest).length).toBeGreaterThanOrEqual(contest.length / 2);
});

test('what was true and told is a hit, not told a miss, told and not true a false alarm', () => {
  expect(judge(dead, [{ signal: 'dead-click' }])).toEqual([{ signal: 'dead-click', verdict: 'hit' }]);
  expect(judge(dead, [{ signal: 'rage-click' }])).toEqual([{ signal: 'rage-click', verdict: 'false alarm' }, { signal: 'dead-click', verdict: 'miss' }]);
});

test('signals on which people differ count for nobody', () => {
  expect(judge(dead, [{ signal: 'dead-click' }, { signal: 'error-click' }])).toEqual([{ signal: 'dead-click', verdict: 'hit' }]);
});

test('what a contestant does not offer is not held against it', () => {
  expect(judge(dead, [], ['rage-click'])).toEqual([]);
});

test('in a strict scenario another element is a false alarm, and the right one may be named beside it', () => {
  expect(judge(strict, [{ signal: 'dead-click', target: '#b' }])).toEqual([{ signal: 'dead-click', verdict: 'miss' }, { signal: 'dead-click', verdict: 'false alarm' }]);
  expect(judge(strict, [{ signal: 'dead-click', target: 'main > #a' }, { signal: 'dead-click', target: '#b' }])).toHaveLength(2);
  expect(judge(strict, [{ signal: 'dead-click', target: '#a' }])).toEqual([{ signal: 'dead-click', verdict: 'hit' }]);
  expect(judge(strict, [{ signal: 'dead-click' }])).toEqual([{ signal: 'dead-click', verdict: 'hit' }]);
  expect(judge(strict, [{ signal: 'dead-click', target: '#a-longer' }])).toContainEqual({ signal: 'dead-click', verdict: 'miss' });
});

test('counts, precision, recall and F1', () => {
  const runs = [{ scenario: dead, told: [{ signal: 'dead-click' }] }, { scenario: dead, told: [] }, { scenario: honest, told: [{ signal: 'dead-click' }] }, { scenario: dead, told: [{ signal: 'dead-click' }] }];
  const counts = count(runs, ['dead-click']);
  expect(counts).toEqual({ hits: 2, misses: 1, falseAlarms: 1 });
  expect(precision(counts)).toBeCloseTo(2 / 3);
  expect(recall(counts)).toBeCloseTo(2 / 3);
  expect(f1(counts)).toBeCloseTo(2 / 3);
  expect(alarmsOnHonest(runs, ['dead-click'])).toEqual({ alarmed: 1, honest: 1 });
  expect(precision({ hits: 0, misses: 3, falseAlarms: 0 })).toBeUndefined();
});

test('Wilson’s interval, as published for 81 of 263 and at the ends', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81/263, 15/148, 0/20, 1/29
  expect(wilson(81, 263).map((end) => end.toFixed(4))).toEqual(['0.2553', '0.3662']);
  expect(wilson(15, 148).map((end) => end.toFixed(4))).toEqual(['0.0624', '0.1605']);
  expect(wilson(0, 20).map((end) => end.toFixed(4))).toEqual(['0.0000', '0.1611']);
  expect(wilson(1, 29).map((end) => end.toFixed(4))).toEqual(['0.0061', '0.1718']);
});

test('an interval of F1 holds its value, is the same each time, and narrows with more scenarios', () => {
  const few = [{ scenario: dead, told: [{ signal: 'dead-click' }] }, { scenario: dead, told: [] }, { scenario: dead, told: [{ signal: 'dead-click' }] }, { scenario: honest, told: [] }];
  const many = Array.from({ length: 40 }, () => few).flat();
  const [from, to] = bootstrapF1(many, ['dead-click']);
  expect(bootstrapF1(many, ['dead-click'])).toEqual([from, to]);
  expect(from).toBeLessThan(0.8);
  expect(to).toBeGreaterThan(0.8);
  const [widest, top] = bootstrapF1(few, ['dead-click']);
  expect(to - from).toBeLessThan(top - widest);
});

test.each([
  [['--jobs', 'many'], /not a number/], [['--jobs', '0'], /not a number/], [['--only', 'furrow,hotjar'], /no contestant “hotjar”/], [['--report', '--grep', 'dead'], /plays nothing/], [['--what'], /what/], [['dead'], /dead/],
])('the command line %j is refused with a reason', (words, reason) => {
  const asked = readArguments(words);
  expect('wrong' in asked ? asked.wrong : '').toMatch(reason);
});

test('the command line as it is meant', () => {
  expect(readArguments(['--only', 'furrow,sentry', '--jobs', '5', '--resume'])).toMatchObject({ only: ['furrow', 'sentry'], jobs: 5, resume: true, grep: undefined });
  expect(readArguments([])).toMatchObject({ jobs: 3, resume: false });
});
