import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision, Fact, Gate, Nudge, Outcome, Rules, Signal } from '../../src/types';
import { createAnonymiser } from '../../src/report/anonymise';
import { evidenceKinds } from '../../src/report/evidence';
import { batchSchema, faultsOf } from '../support/batchSchema';
import { givenFile } from '../score/given';

const AT = Date.UTC(2026, 9, 28, 18, 32, 25, 678);
const SECOND = Date.UTC(2026, 9, 28, 18, 32, 25);
const BUILT_IN = ['rage-click', 'dead-click', 'error-loop', 'field-hesitation', 'workflow-abandon'] as const;

const rules = givenFile({
  places: {
    pages: { checkout: { path: '/checkout/*' } },
    elements: { 'card-number': { find: '#card' }, diagnosis: { find: '#diagnosis', private: true } },
    workflows: { buying: { steps: [{ id: 'payment', page: 'checkout' }], done: 'app:paid' } },
  },
  segments: { guests: { attribute: 'signedIn', is: false }, paying: { attribute: 'plan', isNot: 'free' } },
  model: { id: 'november', base: 0, weights: { 'rage-click': 20 }, within: 10 },
  rules: [{
    id: 'card-help', where: { page: ['checkout', '/cart'], element: 'pay' },
    signals: [{ signal: 'app:card-refused', points: 30 }, { signal: 'rage-click', on: 'card-number' }],
    unless: [{ signal: 'app:away', within: '30s' }],
    experiment: { id: 'words', control: 10, variants: [{ id: 'short', share: 50 }, { id: 'long', share: 50 }] },
    nudge: { template: 'tooltip', title: 'Stuck?' }, resolved: [{ event: 'app:card-accepted' }],
  }],
});

function setup(file: Rules = rules) {
  const anonymise = createAnonymiser({ rules: file, signals: BUILT_IN, route: () => '/checkout/*', load: () => 2, wall: (at) => AT + at });
  return { ...anonymise, signal: (signal: Signal, now = 0) => anonymise.signal(signal, now) };
}

const signal: Signal = {
  id: 's1', name: 'rage-click', at: 0, strength: 0.8149, place: 'main>form>button[2]', names: ['pay', 'secret-name', 'card-number'], route: '/checkout/*',
  pages: ['/checkout/*', 'checkout', '/patients/4711'], steps: ['buying/payment', 'buying/anna'], amends: false,
  evidence: { n: 4, spanMs: 1234.5, dead: true, input: 'mouse', text: 'Anna Example', errors: 1.6 },
};
const score = { rule: 'card-help', at: 0, value: 71.239, confidence: 0.666, contributions: [] };
const decision: Decision = {
  id: 'd1', rule: 'card-help', at: 0, show: true, wouldShow: false, gate: 'show', code: 'open', because: 'score 71', held: [], score, reasons: [], againAt: undefined,
  action: 'offer', channel: 'chat-invite', review: 'optional', arm: 'short', stage: 0, nudge: undefined, segments: ['guests', 'secret-segment'],
};
const outcome: Outcome = { nudge: 'n1', rule: 'card-help', at: 0, answer: 'closed', afterMs: 4321, whyOpened: true };
const nudge: Nudge = { id: 'n1', rule: 'card-help', at: 0, template: 'tooltip', place: 'pay' };

test('a signal leaves as what is named for it, and coarser', () => {
  const fact = setup().signal(signal, 1_400);
  expect(fact).toEqual({
    id: fact.id, kind: 'signal', at: SECOND, route: '/checkout/*', name: 'rage-click', place: 'main>form>button[2]',
    strength: 0.81, signal: fact.id, evidence: { n: 4, spanMs: 1200, dead: true, input: 'mouse', errors: 2 },
    told: SECOND + 2_000, load: 2, names: ['pay', 'card-number'], pages: ['/checkout/*', 'checkout'], steps: ['buying/payment'],
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
  const base = { at: SECOND, route: '/checkout/*', rule: 'card-help' };
  const told = [anonymise.decision(decision), anonymise.nudge(nudge), anonymise.outcome(outcome)];
  expect(told.map((fact) => ({ ...fact, id: undefined }))).toEqual([
    {
      ...base, kind: 'decision', gate: 'show', code: 'open', wouldShow: false, score: 71.24, confidence: 0.67, load: 2, stage: 0, channel: 'chat-invite',
      review: 'optional', arm: 'short', segments: ['guests'], rules: rules.hash, model: 'november', id: undefined,
    },
    { ...base, kind: 'nudge', place: 'pay', template: 'tooltip', id: undefined },
    { ...base, kind: 'outcome', answer: 'closed', afterMs: 4300, whyOpened: true, id: undefined },
  ]);
});

test('what a visitor said of the help leaves with its rule, and not with the nudge', () => {
  const fact = setup().feedback({ nudge: 'n1', rule: 'card-help', at: 0, helpful: false });
  expect(fact).toEqual({ id: fact.id, at: SECOND, route: '/checkout/*', kind: 'feedback', rule: 'card-help', helpful: false });
  expect(setup().feedback({ nudge: 'n1', rule: 'anna', at: 0, helpful: true })).toMatchObject({ rule: 'other' });
});

test('where nothing is compared and no model is used, a decision says nothing of them', () => {
  const told = setup({ ...rules, model: undefined }).decision({ ...decision, arm: undefined });
  expect(told).toBeDefined();
  expect(Object.keys(told ?? {})).not.toContain('arm');
  expect(Object.keys(told ?? {})).not.toContain('model');
});

test('where no help was due, nothing is told; where it was held back, once for each reason', () => {
  const anonymise = setup();
  const silent = (gate: Gate, code: Decision['code']) => anonymise.decision({ ...decision, show: false, gate, code });
  for (const gate of ['consent', 'status', 'where', 'who', 'holdout', 'signals', 'score', 'confidence'] as const) expect(silent(gate, 'below')).toBeUndefined();

  expect(silent('moment', 'key')).toMatchObject({ gate: 'moment', code: 'key' });
  expect(silent('moment', 'key')).toBeUndefined();
  expect(silent('moment', 'drag')).toMatchObject({ code: 'drag' });
  expect(silent('limits', 'gap')).toMatchObject({ gate: 'limits' });
  expect(anonymise.decision(decision)).toBeDefined();
  expect(anonymise.decision(decision)).toBeDefined();
});

test.each([['status', 'status', 'short'], ['holdout', 'held-out', 'holdout'], ['experiment', 'control', 'control']] as const)('what would have been offered but for the %s is told each time, as what is offered is', (gate, code, arm) => {
  const anonymise = setup();
  const withheld = { ...decision, show: false, wouldShow: true, gate, code, arm };
  for (let time = 0; time < 2; time++) expect(anonymise.decision(withheld)).toMatchObject({ gate, code, arm, wouldShow: true });
});

test('of a private element only numbers and flags are told', () => {
  const evidence = { n: 4, spanMs: 900, dead: true, input: 'mouse', looks: 'native', field: 'password', kind: 'js', workflow: 'buying', step: 'payment' };
  const told = (names: readonly string[]) => setup().signal({ ...signal, names, evidence });
  expect(told(['pay'])).toMatchObject({ evidence });
  expect(told(['pay', 'diagnosis'])).toHaveProperty('evidence', { n: 4, spanMs: 900, dead: true });
});

test('names that the rules do not contain become “other”', () => {
  const anonymise = setup();
  const told = (change: Partial<Signal>) => anonymise.signal({ ...signal, ...change });
  for (const name of ['app:card-refused', 'app:card-accepted', 'app:away', 'app:paid'] as const) expect(told({ name })).toMatchObject({ name });
  expect(told({ name: 'app:user-4711' })).toMatchObject({ name: 'app:other' });
  expect(told({ route: '/reset/eyJhbGciOi' })).toMatchObject({ route: 'other' });
  expect(told({ route: '/cart' })).toMatchObject({ route: '/cart' });
  expect(told({ evidence: { workflow: 'buying', step: 'payment', index: 1 } })).toMatchObject({ evidence: { workflow: 'buying', step: 'payment', index: 1 } });
  expect(told({ evidence: { workflow: 'anna', step: 'example' } })).toMatchObject({ evidence: {} });
  expect(anonymise.nudge({ ...nudge, rule: 'unknown' })).toMatchObject({ rule: 'other' });
});

test('a visitor who stands in a hundred places at once still fits into a batch', () => {
  const paths = Array.from({ length: 100 }, (_, index) => `/${'x'.repeat(190)}${index}`);
  const names = Array.from({ length: 100 }, (_, index) => `${'x'.repeat(36)}${index}`);
  const crowded = givenFile({
    places: {
      pages: Object.fromEntries(paths.map((path, index) => [`page-${index}`, { path }])), elements: Object.fromEntries(names.map((name) => [name, { find: 'a' }])),
      workflows: Object.fromEntries(names.map((name) => [name, { steps: [{ id: name, page: '/a' }] }])),
    },
    segments: Object.fromEntries(names.map((name) => [name, { attribute: 'a', is: 1 }])), rules: [{ id: 'x', nudge: { template: 'tooltip', title: 'Stuck?' } }],
  });
  const anonymise = setup(crowded);
  const facts = [anonymise.signal({ ...signal, names, pages: paths, steps: names.map((name) => `${name}/${name}`) }), anonymise.decision({ ...decision, segments: names })];
  for (const fact of facts) {
    expect(faultsOf(fact, fact?.kind)).toEqual([]);
    expect(JSON.stringify(fact).length).toBeLessThan(10_000);
  }
});

test.each(['#user-4711', 'div.anna', 'main>[data-x="a"]', 'Anna Example', 'a b', '', '>main', 'main>', 'main>button[99999]', 'x'.repeat(201), 'münchen'])('%j is no place', (place) => {
  expect(setup().signal({ ...signal, place })).toMatchObject({ place: 'other' });
});

test.each([NaN, Infinity, -Infinity, -5, 1e300])('%d in the evidence is still a number that counts', (value) => {
  const fact = setup().signal({ ...signal, strength: value, evidence: { n: value, spanMs: value } });
  if (fact.kind !== 'signal') throw new Error('a signal makes a signal');
  for (const told of Object.values(fact.evidence)) expect(told).toSatisfy((number: number) => Number.isInteger(number) && number >= 0 && number <= 86_400_000);
});

const enumOf = (key: string): readonly string[] => batchSchema.definitions['decision']?.properties?.[key]?.enum ?? [];

/** Every word that a fact may hold: what the rules file says, keys and values, and what furrow itself says. */
const known = new Set([
  ...wordsIn(rules), 'buying/payment', rules.hash, ...BUILT_IN, 'app:other', 'other', 'control', 'holdout', 'signal', 'decision', 'nudge', 'outcome',
  ...wordsIn(evidenceKinds), ...['gate', 'code', 'channel', 'review'].flatMap(enumOf), 'closed',
]);

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return typeof value === 'object' && value ? Object.entries(value).flatMap(([key, held]) => [key, ...wordsIn(held)]) : [];
}

/** The words of a fact that nobody chose. Random ids and places have a form instead, which the schema knows. */
function strangersIn(fact: Fact): readonly string[] {
  return Object.entries(fact).flatMap(([key, value]) => (['id', 'signal', 'place'].includes(key) ? [] : wordsIn(value))).filter((word) => !known.has(word));
}

const mine = fc.constantFrom('card-help', 'pay', 'card-number', 'diagnosis', 'checkout', '/checkout/*', '/cart', 'buying/payment', 'buying', 'guests', 'paying', 'short', 'control', 'november');
const text = fc.oneof(fc.string(), mine, fc.constantFrom('anna@example.com', '4111 1111 1111 1111', '__proto__', 'constructor', '/reset/eyJhb', 'main>button'));
const texts = fc.array(text, { maxLength: 30 });
const anyEvidence = fc.dictionary(fc.oneof(text, fc.constantFrom(...Object.keys(evidenceKinds))), fc.oneof(text, fc.double(), fc.boolean()));
const anyName = fc.oneof(text, text.map((name) => `app:${name}`), fc.constantFrom('rage-click', 'dead-click', 'error-loop', 'app:card-refused'));
const anyTime = fc.double({ min: 0, max: 1e9, noNaN: true });
const anySignal = fc.record({ id: text, name: anyName, at: anyTime, strength: fc.double({ min: 0, max: 1, noNaN: true }), place: text, names: texts, pages: texts, steps: texts, route: text, evidence: anyEvidence });
const anyDecision = fc.record({
  id: text, rule: text, because: text, at: anyTime, show: fc.boolean(), wouldShow: fc.boolean(), gate: fc.constantFrom(...enumOf('gate')), code: fc.constantFrom(...enumOf('code')),
  arm: fc.option(text, { nil: undefined }), segments: texts, reasons: texts, stage: fc.constantFrom(0, 1, 2), channel: fc.constantFrom(...enumOf('channel')), review: fc.constantFrom(...enumOf('review')),
});

test('whatever a page holds, no word leaves that neither the rules file nor furrow has, and a fact has the form of the wire schema', () => {
  const anonymise = setup();
  fc.assert(fc.property(anySignal, anyDecision, text, anyTime, (seen, decided, rule, now) => {
    const facts = [
      anonymise.signal({ ...signal, ...seen } as Signal, now), anonymise.decision({ ...decision, ...decided, score: { ...score, value: seen.strength * 100 } } as unknown as Decision),
      anonymise.nudge({ ...nudge, place: seen.place, rule }), anonymise.outcome({ ...outcome, rule, afterMs: seen.at }),
    ];
    for (const fact of facts) {
      if (!fact) continue;
      expect(faultsOf(fact, fact.kind)).toEqual([]);
      expect(strangersIn(fact)).toEqual([]);
    }
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
    expect(JSON.stringify(fact)).not.toMatch(/secret|Anna|4111|signedIn|plan/);
  }
});
