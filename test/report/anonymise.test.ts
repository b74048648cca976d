import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision, Gate, Nudge, Outcome, Rules, Signal } from '../../src/types';
import { createAnonymiser } from '../../src/report/anonymise';
import { batchSchema, faultsOf } from '../support/batchSchema';

const AT = Date.UTC(2026, 9, 28, 18, 32, 25, 678);
const limits = { perPage: 1, perSession: 2, perDay: 3, perWeek: 9, ever: 99, gapMs: 0, afterDismissMs: 0, stopAfterDismissals: 2 };
const rules: Rules = {
  file: 'furrow.json', elements: [], limits,
  pages: [{ name: 'checkout', path: ['/checkout/*'], notPath: [] }],
  workflows: [{ id: 'buying', steps: [{ id: 'payment', page: 'checkout', typicalMs: undefined }], done: 'app:paid' }],
  rules: [{
    id: 'card-help', status: 'live', why: undefined, where: { page: ['checkout', '/cart'], workflow: undefined, step: [], element: [] },
    signals: [{ signal: 'app:card-refused', on: undefined, atLeast: 1, withinMs: 1000, points: 30, fadesMs: 1000, max: 100 }],
    help: { score: 60, confidence: 0.5 }, limits, nudge: undefined, resolved: [{ event: 'app:card-accepted' }],
  }],
};

function setup() {
  return createAnonymiser({ rules, signals: ['rage-click', 'dead-click', 'error-loop', 'field-hesitation', 'workflow-abandon'], route: () => '/checkout/*', wall: (at) => AT + at });
}

const signal: Signal = {
  id: 's1', name: 'rage-click', at: 0, strength: 0.8149, place: 'main>form>button[2]', names: ['pay', 'secret-name'], route: '/checkout/*',
  pages: ['/checkout/*', 'checkout'], steps: ['buying/payment'], amends: false,
  evidence: { n: 4, spanMs: 1234.5, dead: true, input: 'mouse', text: 'Anna Example', errors: 1.6 },
};
const score = { rule: 'card-help', at: 0, value: 71.239, confidence: 0.666, contributions: [] };
const decision: Decision = { id: 'd1', rule: 'card-help', at: 0, show: true, gate: 'show', because: 'score 71', score, reasons: [], againAt: undefined };
const outcome: Outcome = { nudge: 'n1', rule: 'card-help', at: 0, answer: 'closed', afterMs: 4321, whyOpened: true };
const nudge: Nudge = { id: 'n1', rule: 'card-help', at: 0, template: 'tooltip', place: 'pay' };

test('a signal leaves as what is named for it, and coarser', () => {
  const fact = setup().signal(signal);
  expect(fact).toEqual({
    id: fact.id, kind: 'signal', at: Date.UTC(2026, 9, 28, 18, 32, 25), route: '/checkout/*', name: 'rage-click', place: 'main>form>button[2]',
    strength: 0.81, signal: fact.id, evidence: { n: 4, spanMs: 1200, dead: true, input: 'mouse', errors: 2 },
  });
});

test('what is told again belongs to the fact that told it first', () => {
  const anonymise = setup();
  const first = anonymise.signal(signal);
  const again = anonymise.signal({ ...signal, strength: 0, evidence: { hiccup: true }, amends: true });
  expect(again).toMatchObject({ signal: first.id, strength: 0, evidence: { hiccup: true } });
  expect(again.id).not.toBe(first.id);
});

test('decision, nudge and outcome leave with their rule', () => {
  const anonymise = setup();
  const base = { at: Date.UTC(2026, 9, 28, 18, 32, 25), route: '/checkout/*', rule: 'card-help' };
  const told = [anonymise.decision(decision), anonymise.nudge(nudge), anonymise.outcome(outcome)];
  expect(told.map((fact) => ({ ...fact, id: undefined }))).toEqual([
    { ...base, kind: 'decision', gate: 'show', score: 71.24, confidence: 0.67, id: undefined },
    { ...base, kind: 'nudge', place: 'pay', template: 'tooltip', id: undefined },
    { ...base, kind: 'outcome', answer: 'closed', afterMs: 4300, whyOpened: true, id: undefined },
  ]);
});

test('where no help was due, nothing is told; where it was held back, once', () => {
  const anonymise = setup();
  const silent = (gate: Gate) => anonymise.decision({ ...decision, show: false, gate });
  for (const gate of ['status', 'where', 'purpose', 'score', 'confidence'] as const) expect(silent(gate)).toBeUndefined();

  expect(silent('moment')).toBeDefined();
  expect(silent('moment')).toBeUndefined();
  expect(silent('gap')).toBeDefined();
  expect(anonymise.decision(decision)).toBeDefined();
  expect(anonymise.decision(decision)).toBeDefined();
});

test('names that the rules do not contain become “other”', () => {
  const anonymise = setup();
  const told = (change: Partial<Signal>) => anonymise.signal({ ...signal, ...change });
  expect(told({ name: 'app:card-refused' })).toMatchObject({ name: 'app:card-refused' });
  expect(told({ name: 'app:card-accepted' })).toMatchObject({ name: 'app:card-accepted' });
  expect(told({ name: 'app:user-4711' })).toMatchObject({ name: 'app:other' });
  expect(told({ route: '/reset/eyJhbGciOi' })).toMatchObject({ route: 'other' });
  expect(told({ route: '/cart' })).toMatchObject({ route: '/cart' });
  expect(told({ evidence: { workflow: 'buying', step: 'payment', index: 1 } })).toMatchObject({ evidence: { workflow: 'buying', step: 'payment', index: 1 } });
  expect(told({ evidence: { workflow: 'anna', step: 'example' } })).toMatchObject({ evidence: {} });
  expect(anonymise.nudge({ ...nudge, rule: 'unknown' })).toMatchObject({ rule: 'other' });
});

test.each(['#user-4711', 'div.anna', 'main>[data-x="a"]', 'Anna Example', 'a b', '', '>main', 'main>', 'main>button[99999]', 'x'.repeat(201), 'münchen'])('%j is no place', (place) => {
  expect(setup().signal({ ...signal, place })).toMatchObject({ place: 'other' });
});

test.each([NaN, Infinity, -Infinity, -5, 1e300])('%d in the evidence is still a number that counts', (value) => {
  const fact = setup().signal({ ...signal, strength: value, evidence: { n: value, spanMs: value } });
  if (fact.kind !== 'signal') throw new Error('a signal makes a signal');
  for (const told of Object.values(fact.evidence)) expect(told).toSatisfy((number: number) => Number.isInteger(number) && number >= 0 && number <= 86_400_000);
});

const text = fc.oneof(fc.string(), fc.constantFrom('anna@example.com', '4111 1111 1111 1111', '__proto__', 'constructor', '/reset/eyJhb', 'main>button', 'pay'));
const anyValue = fc.oneof(text, fc.double(), fc.boolean());
const anyEvidence = fc.dictionary(fc.oneof(text, fc.constantFrom('n', 'spanMs', 'input', 'kind', 'field', 'workflow', 'step', 'dead', 'hiccup', 'looks')), anyValue);
const anyName = fc.oneof(text.map((name) => `app:${name}`), fc.constantFrom('rage-click', 'dead-click', 'error-loop', 'app:card-refused'));
const anySignal = fc.record({ id: text, name: anyName, at: fc.double({ min: 0, max: 1e9, noNaN: true }), strength: fc.double({ min: 0, max: 1, noNaN: true }), place: text, route: fc.oneof(text, fc.constant('/checkout/*')), evidence: anyEvidence });

test('whatever a page holds, a fact has the keys and kinds of values of the wire schema', () => {
  const anonymise = setup();
  fc.assert(fc.property(anySignal, fc.constantFrom('card-help', 'unknown', '', '__proto__'), (seen, rule) => {
    expect(faultsOf(anonymise.signal({ ...signal, ...seen } as Signal), 'signal')).toEqual([]);
    expect(faultsOf(anonymise.nudge({ ...nudge, place: seen.place, rule }), 'nudge')).toEqual([]);
    expect(faultsOf(anonymise.outcome({ ...outcome, rule, afterMs: seen.at }), 'outcome')).toEqual([]);
    expect(faultsOf(anonymise.decision({ ...decision, rule, score: { ...score, value: seen.strength * 100 } }), 'decision')).toEqual([]);
  }), { numRuns: 2000 });
});

test('a field that nobody named never leaves, in any noun', () => {
  const anonymise = setup();
  const secret = { text: 'Anna Example', value: '4111', target: { id: 'secret' } as Element, because: 'secret', names: ['secret'], reasons: ['secret'] };
  const facts = [
    anonymise.signal({ ...signal, ...secret }), anonymise.decision({ ...decision, ...secret, reasons: [] }),
    anonymise.nudge({ ...nudge, ...secret }), anonymise.outcome({ ...outcome, ...secret }),
  ];
  for (const fact of facts) {
    expect(Object.keys(fact ?? {}).sort()).toEqual(Object.keys(batchSchema.definitions[fact?.kind ?? '']?.properties ?? {}).sort());
    expect(JSON.stringify(fact)).not.toMatch(/secret|Anna|4111/);
  }
});
