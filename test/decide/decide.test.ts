import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type Here } from '../../src/decide/decide';
import type { Past } from '../../src/decide/ledger';
import type { Rule, Score } from '../../src/types';
import { DAY_MS, givenHere, givenRule, givenScore, MORNING_MS, nothingYet } from './given';

function setup({ rule = {}, score = {}, here = {}, past = nothingYet }: { rule?: Partial<Rule>; score?: Partial<Score>; here?: Partial<Here>; past?: Past } = {}) {
  return decide(givenRule(rule), givenScore(score), givenHere(here), past);
}

const shown = { rule: 'help', what: 'shown', at: MORNING_MS - DAY_MS, visit: 'v0', page: 'p0' } as const;
const closed = { ...shown, what: 'closed' } as const;
const pastOf = (...all: Past['all']): Past => ({ ...nothingYet, all, own: all.filter(({ rule }) => rule === 'help') });

test('a visitor in clear trouble is offered help', () => {
  expect(setup()).toMatchObject({ id: 'help@10000', rule: 'help', at: 10_000, show: true, gate: 'show', because: 'every gate is open', againAt: undefined });
});

test.each(['draft', 'watch', 'paused'] as const)('a rule that is %s says nothing', (status) => {
  expect(setup({ rule: { status } })).toMatchObject({ show: false, gate: 'status', because: `status is ${status}` });
});

test('a rule without a nudge has nothing to say', () => {
  expect(setup({ rule: { nudge: undefined } })).toMatchObject({ gate: 'status', because: 'the rule has no nudge' });
});

test('the visitor has left the page', () => {
  expect(setup({ here: { pages: ['/cart'] } })).toMatchObject({ gate: 'where', because: 'the visitor is not on /checkout/*' });
});

test('the visitor has left the step', () => {
  const where = { page: [], workflow: 'checkout', step: ['payment'], element: [] };
  expect(setup({ rule: { where }, here: { steps: ['checkout/address'] } })).toMatchObject({ gate: 'where', because: 'the visitor is not in checkout/payment' });
  expect(setup({ rule: { where }, here: { steps: ['checkout/payment'] } }).show).toBe(true);
  expect(setup({ rule: { where: { ...where, step: [] } }, here: { steps: ['checkout/address'] } }).show).toBe(true);
  expect(setup({ rule: { where: { ...where, step: [] } }, here: { steps: ['checkout-two/address'] } }).because).toBe('the visitor is not in checkout');
});

test('who left the workflow is offered help where they are now', () => {
  const where = { page: [], workflow: 'checkout', step: [], element: [] };
  const contributions = [{ signal: 'workflow-abandon', place: 'page', points: 70, count: 1, evidence: {} }] as const;
  expect(setup({ rule: { where }, score: { contributions } }).show).toBe(true);
});

test('who did not agree to help is not offered any', () => {
  expect(setup({ here: { purposes: ['notice', 'improve'] } })).toMatchObject({ gate: 'purpose' });
});

test('a score that is almost enough never reads like enough', () => {
  expect(setup({ score: { value: 59.97 }, here: { bar: { reachedAt: undefined, spoken: false } } })).toMatchObject({ gate: 'score', because: 'score 59.9, needs 60' });
  expect(setup({ score: { confidence: 0.599 } })).toMatchObject({ gate: 'confidence', because: 'confidence 0.59, needs 0.6' });
});

test('one trouble, one offer', () => {
  expect(setup({ here: { bar: { reachedAt: 9_600, spoken: true } } })).toMatchObject({ gate: 'score', because: 'has spoken for this trouble; score 72 has to fall first' });
});

test('a rule that was closed twice is over', () => {
  const past = pastOf({ ...closed, at: MORNING_MS - 400 * DAY_MS }, { ...closed, at: MORNING_MS - 300 * DAY_MS });
  expect(setup({ past })).toMatchObject({ gate: 'dismissed', because: 'closed 2 times, the most is 2' });
});

test('who closed two of any kind lately is left in peace', () => {
  const others = (...days: readonly number[]) => pastOf(...days.map((day, index) => ({ ...closed, rule: `other-${index}`, at: MORNING_MS - day * DAY_MS })));
  expect(setup({ past: others(20, 10) })).toMatchObject({ gate: 'dismissed', because: '2 nudges closed lately, the most is 2' });
  expect(setup({ past: others(31, 10) }).show).toBe(true);
});

test('“don’t show this again” is for good', () => {
  expect(setup({ past: pastOf({ ...shown, what: 'never', at: 0 }) })).toMatchObject({ gate: 'never' });
});

test('“not now” is for a day, closing for a month', () => {
  expect(setup({ past: pastOf({ ...shown, what: 'not-now', at: MORNING_MS - DAY_MS + 1 }) })).toMatchObject({ gate: 'snoozed', because: 'rests after “not-now”' });
  expect(setup({ past: pastOf({ ...shown, what: 'not-now' }) }).show).toBe(true);
  expect(setup({ past: pastOf({ ...closed, at: MORNING_MS - 29 * DAY_MS }) })).toMatchObject({ gate: 'snoozed', because: 'rests after “closed”' });
  expect(setup({ past: pastOf({ ...closed, at: MORNING_MS - 30 * DAY_MS }) }).show).toBe(true);
});

test('another rule’s rest is not this rule’s', () => {
  expect(setup({ past: pastOf({ ...closed, rule: 'other' }) }).show).toBe(true);
});

test.each([
  ['this page had one', [{ ...shown, page: 'p1' }], 'shown 1 times, perPage is 1'],
  ['this visit had two', [{ ...shown, visit: 'v1' }, { ...shown, visit: 'v1' }], 'shown 2 times, perSession is 2'],
  ['this day had three', [shown, shown, shown].map((view) => ({ ...view, at: MORNING_MS - DAY_MS + 1 })), 'shown 3 times, perDay is 3'],
])('%s', (_, views, because) => {
  expect(setup({ past: pastOf(...views) })).toMatchObject({ gate: 'limit', because });
  expect(setup({ past: pastOf(...views.map((view) => ({ ...view, rule: 'other' }))) })).toMatchObject({ gate: 'limit', because });
});

test('a rule may be rarer than its file, and still counts for it', () => {
  const rule = { limits: { ...givenRule().limits, perWeek: 1, ever: 2 } };
  expect(setup({ rule, past: pastOf(shown) })).toMatchObject({ gate: 'limit', because: 'shown 1 times, perWeek is 1' });
  expect(setup({ rule, past: pastOf(...[100, 200].map((day) => ({ ...shown, at: MORNING_MS - day * DAY_MS }))) })).toMatchObject({ because: 'shown 2 times, ever is 2' });
  expect(setup({ rule, past: pastOf({ ...shown, rule: 'other' }) }).show).toBe(true);
});

test('nothing so soon after another', () => {
  const past = pastOf({ ...shown, rule: 'other', at: MORNING_MS - 300_000 + 20_000 });
  expect(setup({ past })).toMatchObject({ gate: 'gap', because: 'too soon after the last nudge; 20 s to go', againAt: 30_000 });
  expect(setup({ past: pastOf({ ...shown, at: MORNING_MS - 300_000 }) }).show).toBe(true);
});

test('a wait that is longer than the trouble is not worth it', () => {
  const past = pastOf({ ...shown, at: MORNING_MS - 60_000 });
  expect(setup({ past })).toMatchObject({ gate: 'gap', because: 'too soon after the last nudge; 240 s to go', againAt: undefined });
});

const still = givenHere().moment;

test.each([
  ['a key was pressed half a second ago', { ...still, lastKeyAt: 9_500 }, 'the visitor is typing; 1 s to go', 10_500],
  ['something was dragged a moment ago', { ...still, lastKeyAt: 9_100, lastDragAt: 9_900 }, 'the visitor is dragging; 1 s to go', 10_900],
  ['a pointer is down', { ...still, pointerDown: true }, 'a pointer is down; 1 s to go', 11_000],
  ['the page is hidden', { ...still, hidden: true }, 'the page is hidden; 1 s to go', 11_000],
])('never in the middle of something: %s', (_, moment, because, againAt) => {
  expect(setup({ here: { moment } })).toMatchObject({ show: false, gate: 'moment', because, againAt });
});

test('a second after the last key is a good moment', () => {
  expect(setup({ here: { moment: { ...still, lastKeyAt: 9_000 } } }).show).toBe(true);
});

test('help that would come too late does not come', () => {
  expect(setup({ here: { now: 39_601 } })).toMatchObject({ gate: 'moment', because: 'the trouble is more than 30 s old', againAt: undefined });
  expect(setup({ here: { now: 39_600 } }).show).toBe(true);
  expect(setup({ here: { now: 39_000, moment: { ...still, hidden: true } } }).againAt).toBeUndefined();
});

test('one at a time', () => {
  expect(setup({ here: { busy: true } })).toMatchObject({ gate: 'busy', againAt: 11_000 });
});

test('a tooltip needs its place, a chat invite does not', () => {
  expect(setup({ here: { hasPlace: false } })).toMatchObject({ gate: 'place', because: 'its place is not on the page; 1 s to go', againAt: 11_000 });
  const nudge = { ...givenRule().nudge!, template: 'chat-invite' as const };
  expect(setup({ rule: { nudge }, here: { hasPlace: false } }).show).toBe(true);
});

test('the three heaviest reasons are told, and no good sign', () => {
  const contributions = [10, -50, 40, 20, 30].map((points) => ({ signal: 'dead-click', place: 'pay', points, count: 1, evidence: {} } as const));
  expect(setup({ score: { contributions } }).reasons.map(({ points }) => points)).toEqual([40, 30, 20]);
});

const before = fc.constantFrom<Past>(nothingYet, pastOf(closed), pastOf(closed, closed), pastOf({ ...shown, what: 'never' }), pastOf({ ...shown, page: 'p1' }), pastOf({ ...shown, at: MORNING_MS }));

const ORDER = ['status', 'where', 'purpose', 'score', 'confidence', 'dismissed', 'never', 'snoozed', 'limit', 'gap', 'moment', 'busy', 'place', 'show'];

test('whatever the question, there is one answer, it has words, and asking again is never after half a minute', () => {
  fc.assert(fc.property(
    fc.record({ status: fc.constantFrom('draft', 'watch', 'live', 'paused') }),
    fc.record({ value: fc.double(), confidence: fc.double() }),
    fc.record({
      now: fc.double(), pages: fc.subarray(['/checkout/*', 'other']), purposes: fc.subarray(['notice', 'help'] as const),
      bar: fc.record({ reachedAt: fc.option(fc.double(), { nil: undefined }), spoken: fc.boolean() }),
      moment: fc.record({ lastKeyAt: fc.option(fc.double(), { nil: undefined }), lastDragAt: fc.option(fc.double(), { nil: undefined }), pointerDown: fc.boolean(), hidden: fc.boolean() }),
      busy: fc.boolean(), hasPlace: fc.boolean(),
    }),
    before,
    (rule, score, here, past) => {
      const decision = setup({ rule, score, here, past });
      expect(ORDER).toContain(decision.gate);
      expect(decision.show).toBe(decision.gate === 'show');
      expect(decision.because).not.toBe('');
      if (decision.againAt !== undefined) expect(decision.againAt).toBeLessThanOrEqual((here.bar.reachedAt ?? NaN) + 30_000);
    },
  ));
});

test('gates are asked in their order: with one more thing in the way, the earlier one is named', () => {
  const obstacles: readonly (readonly [string, Parameters<typeof setup>[0]])[] = [
    ['status', { rule: { status: 'watch' } }], ['where', { here: { pages: [] } }], ['purpose', { here: { purposes: [] } }],
    ['score', { here: { bar: { reachedAt: undefined, spoken: false } } }], ['confidence', { score: { confidence: 0 } }],
    ['dismissed', { past: pastOf(closed, closed) }], ['never', { past: pastOf({ ...shown, what: 'never' }) }], ['snoozed', { past: pastOf(closed) }],
    ['limit', { past: pastOf({ ...shown, page: 'p1' }) }], ['gap', { past: pastOf({ ...shown, at: MORNING_MS }) }],
    ['moment', { here: { moment: { ...still, pointerDown: true } } }], ['busy', { here: { busy: true } }], ['place', { here: { hasPlace: false } }],
  ];
  for (const [index, [gate, obstacle]] of obstacles.entries()) {
    for (const [, later] of obstacles.slice(index)) {
      const all = [...(obstacle?.past?.all ?? []), ...(later?.past?.all ?? [])];
      const both = { rule: { ...later?.rule, ...obstacle?.rule }, score: { ...later?.score, ...obstacle?.score }, here: { ...later?.here, ...obstacle?.here }, past: pastOf(...all) };
      // closing twice is another gate than closing once
      if (gate === 'snoozed' && obstacle === later) expect(setup(obstacle).gate).toBe(gate);
      else expect(setup(both).gate).toBe(gate);
    }
  }
});
