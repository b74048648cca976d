import { expect, test } from 'vitest';
import { createScorer } from '../../src/score/scorer';
import type { Rule, Signal } from '../../src/types';
import { givenRule, givenSignal } from './given';

const SIGNALS = 600;

const NAMES = ['rage-click', 'dead-click', 'error-loop', 'slow-response', 'field-hesitation', 'long-wait'] as const;

const signals = Array.from({ length: SIGNALS }, (_, index): Signal =>
  givenSignal({ id: `s${index}`, name: NAMES[index % NAMES.length]!, place: `place-${index % 50}`, names: [`place-${index % 50}`], at: index * 1500 }));

/** How long it takes for all signals, in ms: the quickest of a few times, because other work is done on this machine. */
function quickest(task: (signal: Signal) => unknown, before: () => void = () => undefined): number {
  return Math.min(...Array.from({ length: 5 }, () => {
    before();
    const began = performance.now();
    for (const signal of signals) task(signal);
    return performance.now() - began;
  }));
}

function timeFor(rules: readonly Rule[]): number {
  let scorer = createScorer({ rules, model: undefined });
  return quickest((signal) => scorer.add(signal, signal.at), () => { scorer = createScorer({ rules, model: undefined }); });
}

/** Generous: a busy machine, and code that has not warmed up. Built and warm it is a tenth of that. */
const MOST = 250;

/** What a signal costs that is only written down. */
const written = quickest((signal) => JSON.stringify(signal));

test('fifty rules, each about a place of its own, cost little more than writing signals down', () => {
  const rules = Array.from({ length: 50 }, (_, index) => givenRule({ id: `rule-${index}`, where: { element: `place-${index}` }, signals: NAMES.slice(0, 5).map((signal) => ({ signal })) }));
  expect(timeFor(rules) / written).toBeLessThan(MOST);
});

test('fifty rules that all count every signal cost hardly more', () => {
  const rules = Array.from({ length: 50 }, (_, index) => givenRule({ id: `rule-${index}`, help: { score: index + 10 } }));
  expect(timeFor(rules) / written).toBeLessThan(MOST);
});
