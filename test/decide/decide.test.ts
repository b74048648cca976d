import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/decide/decide';
import { GATES } from '../../src/decide/gates';
import type { Entry } from '../../src/decide/entries';
import type { Past } from '../../src/decide/ledger';
import type { Decision } from '../../src/types';
import { givenRule as readRule } from '../score/given';
import { DAY_MS, MORNING_MS, nothingYet } from './given';
import { givenAsked, givenHere, givenRule, type Given } from './givenAsked';

const decided = (given: Given = {}): Decision => decide(givenAsked(given));

const shown: Entry = { id: 'e', rule: 'help', intent: 'help', what: 'shown', at: MORNING_MS - 2 * DAY_MS, visit: 'v0', page: 'p0' };
const pastOf = (...all: readonly Partial<Entry>[]): Past => ({ ...nothingYet, all: all.map((entry) => ({ ...shown, ...entry })) });

test('a visitor in clear trouble is offered help', () => {
  expect(decided()).toMatchObject({ id: 'help@10000', rule: 'help', at: 10_000, show: true, gate: 'show', code: 'open', because: 'every gate is open', held: [], againAt: undefined, action: 'offer', channel: 'tooltip' });
});

test('where help is not due, the first that holds is the answer', () => {
  expect(decided({ here: { pages: [] }, bar: { reachedAt: undefined, upSince: undefined, spoken: false }, past: pastOf({ page: 'p1' }) }).held.map(({ code }) => code)).toEqual(['page']);
});

test('where help is due, everything that holds is told, with the time to look again', () => {
  const { held, gate, code, because, againAt } = decided({ here: { ...givenHere(), moment: { ...givenHere().moment, lastKeyAt: 9_500, hidden: true } }, past: pastOf({ at: MORNING_MS - 290_000 }), place: 'none' });
  expect(held).toEqual([
    { gate: 'limits', code: 'gap', because: 'too soon after the last nudge; 10 s to go', againAt: 20_000 },
    { gate: 'moment', code: 'key', because: 'the visitor is typing; 1 s to go', againAt: 10_500 },
    { gate: 'moment', code: 'hidden', because: 'the page is hidden; 1 s to go', againAt: 11_000 },
    { gate: 'place', code: 'no-place', because: 'its place is not on the page; 1 s to go', againAt: 11_000 },
  ]);
  expect({ gate, code, because, againAt }).toEqual({ gate: 'limits', code: 'gap', because: 'too soon after the last nudge; 10 s to go', againAt: 20_000 });
});

test('nobody looks again when something holds that does not end by itself, or ends too late', () => {
  expect(decided({ past: pastOf({ page: 'p1' }), place: 'none' })).toMatchObject({ code: 'per-page', againAt: undefined });
  expect(decided({ past: pastOf({ at: MORNING_MS - 60_000 }) })).toMatchObject({ because: 'too soon after the last nudge; 240 s to go', againAt: undefined });
});

test('a score that is almost enough never reads like enough', () => {
  expect(decided({ score: { value: 59.97 }, bar: { reachedAt: undefined, upSince: undefined, spoken: false } })).toMatchObject({ gate: 'score', code: 'below', because: 'score 59.9, needs 60' });
  expect(decided({ score: { confidence: 0.599 } })).toMatchObject({ gate: 'confidence', code: 'unsure', because: 'confidence 0.59, needs 0.6' });
});

test('a score must stay up as long as its rule says', () => {
  const rule = { help: { ...givenRule().help, forMs: 2000 } };
  expect(decided({ rule })).toMatchObject({ code: 'too-short', againAt: 11_600 });
  expect(decided({ rule, here: { now: 11_600 } }).show).toBe(true);
});

test('who left the workflow is offered help where they are now', () => {
  const rule = { where: { ...givenRule().where, page: [], workflow: 'checkout' } };
  const contributions = [{ signal: 'workflow-abandon', place: 'page', points: 70, count: 1, evidence: {} }] as const;
  expect(decided({ rule }).code).toBe('step');
  expect(decided({ rule, score: { contributions } }).show).toBe(true);
});

test('a rule that is watched asks everything and shows nothing', () => {
  expect(decided({ rule: { status: 'watch' } })).toMatchObject({ show: false, wouldShow: true, gate: 'status', code: 'status', channel: 'tooltip' });
  expect(decided({ rule: { status: 'watch' }, past: pastOf({ page: 'p1' }) })).toMatchObject({ show: false, wouldShow: false, gate: 'status' });
  expect(decided({ rule: { status: 'paused' } })).toMatchObject({ wouldShow: false, held: [{ code: 'status' }] });
});

test('a visit in control or held out asks everything and shows nothing', () => {
  const experiment = { id: 'wording', control: 100, variants: [{ id: 'a', share: 50, nudge: undefined }, { id: 'b', share: 50, nudge: undefined }] };
  expect(decided({ rule: { experiment }, arm: 'control' })).toMatchObject({ show: false, wouldShow: true, gate: 'experiment', code: 'control', arm: 'control' });
  expect(decided({ rules: { holdout: { percent: 100, salt: '' } } })).toMatchObject({ show: false, wouldShow: true, gate: 'holdout', code: 'held-out', arm: 'holdout' });
  expect(decided({ rule: { experiment }, arm: 'a' })).toMatchObject({ show: true, arm: 'a' });
});

test('little sureness brings a chip, nothing of weight brings nothing', () => {
  const rule = { help: { ...givenRule().help, confidence: 0.3 } };
  expect(decided({ rule, score: { confidence: 0.4 } })).toMatchObject({ show: true, action: 'passive', channel: 'chip' });
  const policy = [{ risk: 'any', impact: 'any', confidence: 'any', urgency: 'any', action: 'watch', channel: 'none', review: 'no' }] as const;
  expect(decided({ rules: { policy } })).toMatchObject({ show: false, gate: 'confidence', code: 'policy' });
});

test('what comes then is asked for the second time of the same trouble', () => {
  const { nudge } = givenRule();
  const rule = { then: [{ afterMs: 60_000, if: 'still-struggling', only: undefined, nudge: { ...nudge!, template: 'chat-invite' } }] } as const;
  expect(decided({ rule, stage: 1, since: 9_000, bar: { reachedAt: 1, upSince: 1, spoken: true }, here: { standing: 'help' } })).toMatchObject({ show: true, stage: 1, channel: 'chat-invite' });
  expect(decided({ rule, stage: 1, since: 9_000, here: { standing: 'other' } }).code).toBe('busy');
});

test('only urgent help comes into the middle of something', () => {
  const here = { moment: { lastKeyAt: 9_900, lastDragAt: 9_900, lastInputAt: 9_900, pointerDown: true, hidden: false } };
  expect(decided({ here }).held.map(({ code }) => code)).toEqual(['key', 'drag', 'pointer']);
  expect(decided({ here, rule: { urgency: 'immediate' } }).show).toBe(true);
});

test('the three heaviest reasons are told, no good sign and nothing of the model’s own', () => {
  const contributions = [10, -50, 40, 20, 30].map((points) => ({ signal: 'dead-click', place: 'pay', points, count: 1, evidence: {} } as const));
  expect(decided({ score: { contributions: [...contributions, { ...contributions[0]!, signal: 'model', points: 90 }] } }).reasons.map(({ points }) => points)).toEqual([40, 30, 20]);
});

/** One thing in the way for each gate, in their order. */
const obstacles: readonly (readonly [Decision['gate'], Given])[] = [
  ['consent', { here: { purposes: [] } }], ['status', { rule: { status: 'paused' } }], ['where', { here: { pages: [] } }],
  ['who', { rule: { who: { kind: 'attribute', attribute: 'plan', test: 'is', values: ['team'] } } }], ['holdout', { rules: { holdout: { percent: 100, salt: '' } } }],
  ['signals', { score: { value: 0, contributions: [] } }], ['score', { bar: { reachedAt: undefined, upSince: undefined, spoken: false } }], ['confidence', { score: { confidence: 0 } }],
  ['unless', { rule: { unless: [{ kind: 'page', page: '/checkout/*' }] } }], ['limits', { past: pastOf({ page: 'p1' }) }], ['quiet', { rule: { quiet: { ...givenRule().quiet, firstMs: 60_000 } } }],
  ['moment', { here: { standing: 'other' } }], ['experiment', { arm: 'control' }], ['place', { place: 'none' }],
];

test('gates are asked in their order: with one more thing in the way, the earlier one is named', () => {
  expect(obstacles.map(([gate]) => gate)).toEqual(GATES.map(({ gate }) => gate));
  for (const [index, [gate, obstacle]] of obstacles.entries()) {
    for (const [, later] of obstacles.slice(index)) {
      const both: Given = { ...later, ...obstacle, rule: { ...later.rule, ...obstacle.rule }, rules: { ...later.rules, ...obstacle.rules }, score: { ...later.score, ...obstacle.score }, here: { ...later.here, ...obstacle.here } };
      expect(decided(both).gate).toBe(gate);
    }
  }
});

test('whatever the question, there is one answer, it has words, and nobody looks again after the time to give up', () => {
  const times = fc.option(fc.double({ noNaN: true, min: 0, max: 1e6 }), { nil: undefined });
  fc.assert(fc.property(
    fc.record({ status: fc.constantFrom('draft', 'watch', 'live', 'paused'), urgency: fc.constantFrom('standard', 'immediate') }),
    fc.record({ value: fc.double({ min: 0, max: 100, noNaN: true }), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ reachedAt: times, upSince: times, spoken: fc.boolean() }),
    fc.record({
      now: fc.double({ noNaN: true, min: 0, max: 1e6 }), pages: fc.subarray(['/checkout/*', 'other']), purposes: fc.subarray(['notice', 'help'] as const), standing: fc.constantFrom(undefined, 'help', 'other'),
      moment: fc.record({ lastKeyAt: times, lastDragAt: times, lastInputAt: times, pointerDown: fc.boolean(), hidden: fc.boolean() }),
    }),
    fc.constantFrom(nothingYet, pastOf({ page: 'p1' }), pastOf({ at: MORNING_MS }), pastOf({ what: 'closed' }), pastOf({ what: 'never' })),
    fc.constantFrom('control', undefined),
    (rule, score, bar, here, past, arm) => {
      const decision = decided({ rule, score, bar, here, past, arm });
      expect(decision.show).toBe(decision.gate === 'show');
      expect(decision.show && decision.wouldShow).toBe(false);
      expect(decision.held[0] ?? { gate: 'show', code: 'open' }).toMatchObject({ gate: decision.gate, code: decision.code });
      expect(decision.because).not.toBe('');
      if (decision.againAt !== undefined) {
        expect(decision.againAt).toBeGreaterThan(here.now);
        expect(decision.againAt).toBeLessThanOrEqual((bar.reachedAt ?? NaN) + 30_000);
      }
    },
  ));
});

test('the rule of ten lines is asked like any other', () => {
  const rule = readRule({ where: { page: '/checkout/*' } });
  expect(decided({ rule })).toMatchObject({ show: true, channel: 'tooltip' });
});

test('beside an open dialog nobody is spoken to; in it they are helped', () => {
  const here = { doing: new Set(['dialog-open'] as const) };
  expect(decide(givenAsked({ here }))).toMatchObject({ show: false, gate: 'unless', code: 'doing', againAt: 11_000 });
  expect(decide(givenAsked({ here, place: 'none' }))).toMatchObject({ code: 'doing' });
  expect(decide(givenAsked({ here, place: { isHidden: false, isInDialog: () => true } }))).toMatchObject({ show: true });
});

test('where more holds than what is known to be broken, it is asked again when the rest is over', () => {
  const incidents = [{ id: 'pay-down', places: [], until: Infinity }];
  const here = (lastKeyAt?: number) => ({ host: { ...givenHere().host, incidents }, moment: { ...givenHere().moment, lastKeyAt } });
  expect(decide(givenAsked({ here: here(9_900) }))).toMatchObject({ code: 'incident', againAt: 10_900 });
  expect(decide(givenAsked({ here: here() }))).toMatchObject({ code: 'incident', againAt: undefined });
});
