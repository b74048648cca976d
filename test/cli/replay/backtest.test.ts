import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backtest, type BacktestOptions } from '../../../cli/replay/backtest';
import type { Rules } from '../../../src/types';
import { givenFile } from '../../score/given';
import { asBytes, asLines, AT, live, type Happens } from './given';

const nudge = { template: 'tooltip', title: 'Stuck?' };
const clear: Happens = { afterS: 5 };

function tried(lines: string, rules: Rules, more: Partial<BacktestOptions> = {}) {
  return backtest(asBytes(lines), { rules, against: undefined, zone: 'UTC', visit: undefined, follow: undefined, ...more });
}

/** What is found of the only rule. */
async function only(lines: string, rule: object, file: object = {}) {
  const found = await tried(lines, givenFile({ ...file, rules: [{ id: 'help', nudge, ...rule }] }));
  return found.rules[0]!;
}

const many = givenFile({
  places: { elements: { card: { find: '#card' } }, workflows: { buying: { steps: [{ id: 'payment', page: '/checkout/*' }] } } },
  model: { id: 'november', base: 1, weights: { 'rage-click': 20, 'app:slow': 5 }, within: 10 },
  limits: { perPage: 3, perSession: 4, gap: '20s' },
  rules: [
    { id: 'pressed', where: { page: '/checkout/*', element: ['card', 'pay'] }, signals: [{ signal: 'rage-click', points: 67, fades: '17s' }, { signal: 'dead-click', points: 21 }], limits: { perPage: 2, gap: '10s' } },
    { id: 'waited', status: 'watch', signals: [{ signal: 'long-wait', longerThan: '2s', points: 63 }, { signal: 'app:slow', points: 40, atLeast: 2, within: '20s' }] },
    { id: 'tried', experiment: { id: 'words', control: 30, variants: [{ id: 'short', share: 50 }, { id: 'long', share: 50 }] }, help: { score: 50, for: '3s' }, resolved: [{ event: 'app:done' }] },
  ].map((rule) => ({ nudge, ...rule })),
});

const anyHappening = fc.record({
  name: fc.constantFrom('rage-click', 'dead-click', 'long-wait', 'error-loop', 'app:slow', 'app:done'),
  strength: fc.integer({ min: 50, max: 100 }).map((parts) => parts / 100),
  names: fc.subarray(['card', 'pay']), pages: fc.constantFrom(['/checkout/*'], ['/checkout/*'], []),
  evidence: fc.record({ ms: fc.integer({ min: 1900, max: 2100 }), dead: fc.boolean() }),
  // whole seconds, so that nothing comes between a second and the next
  afterS: fc.integer({ min: 1, max: 40 }),
});

test('what the page decided, a replay of its facts decides again, to the last digit and to the last nudge', async () => {
  let compared = 0;
  let shown = 0;
  await fc.assert(fc.asyncProperty(fc.array(anyHappening, { minLength: 1, maxLength: 12 }), fc.uuid(), async (happens, visit) => {
    const { facts, helped, withheld } = await live(many, happens, { visit });
    const found = await tried(asLines(facts, visit), many);
    expect(found.decisions.equal).toBe(found.decisions.compared);
    expect(found.rules.flatMap(({ rule, shown: { times } }) => Array.from({ length: times }, () => rule)).sort()).toEqual([...helped, ...withheld].sort());
    expect(found.rules.map(({ really }) => really.shown).reduce((a, b) => a + b)).toBe(helped.length);
    compared += found.decisions.compared;
    shown += helped.length + withheld.length;
  }), { numRuns: 100 });
  expect(Math.min(compared, shown)).toBeGreaterThan(30);
});

test('one clear trouble would have been one nudge, five seconds into nothing else', async () => {
  const { facts } = await live(many, [{ afterS: 0, name: 'dead-click', names: [] }, clear]);
  const found = await only(asLines(facts), { where: { page: '/checkout/*' }, signals: [{ signal: 'rage-click', points: 90 }] });
  expect(found).toMatchObject({
    matched: { visits: 1, signals: 1, takenBack: 0 }, reached: { visits: 1 }, shown: { times: 1, silent: 0, visits: 1, share: 1 }, held: {}, medianSeconds: 5,
  });
  expect(found.hours.map((count, hour) => count && hour).filter(Boolean)).toEqual([9]);
});

test('what comes then comes while the visitor stays, for half a minute after the last fact', async () => {
  const { facts } = await live(many, [clear]);
  const then = (after: string) => only(asLines(facts), { then: [{ after, nudge: { template: 'chat-invite', title: 'Shall we talk?' } }], limits: { perPage: 2, perSession: 2 } }, { limits: { perPage: 2 } });
  expect((await then('20s')).shown).toMatchObject({ times: 2, then: 1, visits: 1 });
  expect((await then('40s')).shown).toMatchObject({ times: 1, then: 0, visits: 1 });
});

test('a hiccup is counted as one, and helps nobody', async () => {
  const { facts } = await live(many, [{ afterS: 1, id: 'a', strength: 0.6 }, { afterS: 1, id: 'a', strength: 0 }]);
  expect(await only(asLines(facts), { where: { page: '/checkout/*' } })).toMatchObject({ matched: { visits: 1, signals: 1, takenBack: 1 }, shown: { times: 0 }, held: { 'score/below': 1 } });
});

test.each([
  ['too little', { help: { score: 95 } }, {}, { 'score/below': 1 }],
  ['not sure enough', { help: { confidence: 'high' } }, {}, { 'confidence/unsure': 1 }],
  ['paused', { status: 'paused' }, {}, { 'status/status': 1 }],
  ['a day that has not come', { from: '2026-12-01' }, {}, { 'status/not-yet': 1 }],
  ['quiet hours', {}, { quiet: { hours: [{ from: '09:00', to: '10:00' }] } }, { 'quiet/hours': 1 }],
  ['another page', { where: { page: '/cart' }, signals: [{ signal: 'rage-click' }] }, {}, {}],
  ['a signal that silences', { unless: [{ signal: 'rage-click', within: '2m' }] }, {}, { 'unless/signal': 1 }],
])('held back by %s', async (_, rule, file, held) => {
  const { facts } = await live(many, [clear]);
  expect((await only(asLines(facts), rule, file)).held).toEqual(held);
});

test('a rule that only watches, and a draft, say what they would have shown, and why not', async () => {
  const { facts } = await live(many, [clear]);
  for (const status of ['watch', 'draft']) {
    expect(await only(asLines(facts), { status })).toMatchObject({ shown: { times: 1, silent: 1 } });
    expect(await only(asLines(facts), { status, help: { score: 95 } })).toMatchObject({ shown: { times: 0 }, held: { 'score/below': 1 } });
  }
});

test('a new page begins with nothing, and a limit of the visit holds in it', async () => {
  const [first, second] = await Promise.all([live(many, [clear]), live(many, [clear], { load: 2, at: AT + 600_000 })]);
  const lines = asLines([...first.facts, ...second.facts]);
  expect((await only(lines, { limits: { perSession: 1 } })).shown.times).toBe(1);
  expect((await only(lines, {})).shown.times).toBe(2);
  expect((await only(asLines([...first.facts, ...second.facts.map((fact) => ({ ...fact, load: 1 }))]), {})).shown.times).toBe(1);
});

test('lines in any order, and twice, are one visit', async () => {
  const { facts } = await live(many, [clear, { afterS: 200 }, { afterS: 300, name: 'dead-click' }]);
  const once = await tried(asLines(facts), many);
  expect(await tried(asLines(facts.toReversed()) + asLines(facts), many)).toEqual({ ...once, lines: once.lines * 2, facts: once.facts });
});

test('batches are facts, and who did not agree to help is offered none', async () => {
  const { facts } = await live(many, [clear]);
  const batch = (purposes: readonly string[]): string => JSON.stringify({ v: 1, id: 'b1', visit: 'v1', sdk: 'furrow/0', purposes, facts, dropped: 0 });
  expect((await only(batch(['notice', 'help', 'improve']), {})).shown.times).toBe(1);
  expect(await only(batch(['notice', 'improve']), {})).toMatchObject({ shown: { times: 0 }, held: { 'consent/purpose': 1 } });
});

test('a segment that a decision names is known, one that it does not name is not taken as one by other rules', async () => {
  const file = { segments: { guests: { attribute: 'signedIn', is: false } }, rules: [{ id: 'help', nudge }, { id: 'guests-only', who: { segment: 'guests' }, nudge }, { id: 'no-guests', who: { not: { segment: 'guests' } }, nudge }] };
  const rules = givenFile(file);
  const { facts } = await live(rules, [clear, { afterS: 400 }]);
  const told = (segments: readonly string[]): string => asLines(facts.map((fact) => (fact.kind === 'decision' ? { ...fact, segments } : fact)));
  const held = async (lines: string, read = rules): Promise<readonly string[]> => (await tried(lines, read)).rules.filter(({ held }) => 'who/segment' in held).map(({ rule }) => rule);
  expect(await held(told([]))).toEqual(['guests-only']);
  expect(await held(told(['guests']))).toEqual(['no-guests']);
  expect(await held(told([]), givenFile({ ...file, note: 'another file' }))).toEqual([]);
});

test('against another file: who only one of them would have helped', async () => {
  const lines = (await Promise.all(['a', 'b', 'c', 'd'].map(async (visit, index) => asLines((await live(many, [{ ...clear, strength: 0.7 + index / 10 }], { visit })).facts, visit)))).join('');
  const file = (score: number, id = 'help') => givenFile({ rules: [{ id, nudge, help: { score, confidence: 'low' }, signals: [{ signal: 'rage-click', points: 100 }] }] });
  expect((await tried(lines, file(75), { against: file(95) })).difference).toEqual([{ rule: 'help', both: 1, onlyNew: 2, onlyOld: 0, p: 0.5 }]);
  expect((await tried(lines, file(75), { against: file(95, 'gone') })).difference).toMatchObject([{ rule: 'help', onlyNew: 3 }, { rule: 'gone', onlyOld: 1 }]);
});

test('what no fact mentions cannot be known', async () => {
  const { facts } = await live(many, [clear]);
  const rules = givenFile({ places: { elements: { coupon: { find: '#c' } } }, rules: [{ id: 'help', nudge, where: { page: '/checkout/*', element: ['coupon', 'pay'] }, signals: [{ signal: 'app:refused' }, { signal: 'dead-click' }] }] });
  expect((await tried(asLines(facts), rules)).unheard).toEqual([{ rule: 'help', words: ['coupon', 'app:refused'] }]);
});

test('lines that are none are counted, and the first three told', async () => {
  const { facts } = await live(many, [clear]);
  const lines = `{"kind":\n\nnull\n{"kind":"signal","id":"a","at":1,"visit":"v"}\n{"kind":"score"}\n[]\n${asLines(facts)}`;
  const found = await tried(lines, many);
  expect(found.broken.lines).toBe(5);
  expect(found.broken.first).toEqual([
    { line: 1, wrong: 'is not JSON' }, { line: 3, wrong: 'a fact is an object' }, { line: 4, wrong: 'a signal has a "route"; was it collected by an older furrow?' },
  ]);
  expect(found.visits).toBe(1);
});

test('facts in which somebody wrote what they liked harm nobody', async () => {
  const { facts } = await live(many, [clear]);
  const [signal] = facts;
  const hostile = [{ ...signal, visit: '__proto__' }, { ...signal, visit: 'v2', names: ['constructor', '__proto__'], evidence: JSON.parse('{"__proto__":{"dead":true}}') as object }, { ...signal, visit: 'v3', told: 1e300 }, { ...signal, visit: 'v4', strength: 1e9 }, { ...signal, visit: 'v5', load: -1 }];
  const found = await tried(hostile.map((fact) => JSON.stringify(fact)).join('\n'), many);
  expect([found.visits, found.broken.lines]).toEqual([3, 2]);
  expect(({} as Record<string, unknown>).dead).toBeUndefined();
});

test('a visit that claims thousands of page loads is replayed like any other', async () => {
  const { facts } = await live(many, [clear]);
  const loads = Array.from({ length: 3000 }, (_, n) => ({ ...facts[0]!, id: `f${n}`, signal: `f${n}`, load: n + 1 }));
  expect((await tried(asLines(loads), many)).rules.find(({ rule }) => rule === 'tried')?.matched).toMatchObject({ visits: 1, signals: 3000 });
});
