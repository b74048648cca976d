import { expect, test } from 'vitest';
import { armIn, isHeldOut } from '../../src/decide/arm';
import { createDeliberation, type DeliberationListeners } from '../../src/decide/deliberate';
import type { Here } from '../../src/decide/here';
import { createLedger } from '../../src/decide/ledger';
import { createScorer } from '../../src/score/scorer';
import type { Decision, Signal } from '../../src/types';
import { createFakePage } from '../support/fakePage';
import { givenFile, givenSignal } from '../score/given';
import { createFakeRecords, MORNING_MS } from './given';
import { givenHere } from './givenAsked';

const tooltip = { template: 'tooltip', title: 'Stuck?' };
const chat = { template: 'chat-invite', title: 'Shall we look at it together?' };

/** A visit without a page around it: the test moves its clock and shows what it is told to. */
function setup(file: object, now: Partial<Here> = {}, ready = () => Promise.resolve(), failed = (cause: unknown): void => { throw cause; }) {
  const page = createFakePage({ now: 10_000 });
  const rules = givenFile(file);
  const wall = () => MORNING_MS + page.now();
  const scorer = createScorer(rules, (at = page.now()) => MORNING_MS + at);
  const records = createFakeRecords();
  const ledger = createLedger(records, { visit: () => 'v1', page: 'p1', wall, lock: () => Promise.resolve(() => undefined), after: page.after });
  const decisions: Decision[] = [];
  const helped: string[] = [];
  let standing: string | undefined;
  let there = now;
  const tell: DeliberationListeners = {
    decision: (decision) => decisions.push(decision),
    help(rule, { stage, arm, nudge }) {
      helped.push([rule.id, stage || '', arm, nudge?.template === 'chat-invite' ? 'chat' : ''].filter(Boolean).join(' '));
      standing = rule.id;
      deliberation.shown(rule.id);
    },
    failed,
  };
  const deliberation = createDeliberation({
    rules, ledger, now: page.now, after: page.after, spoke: scorer.spoke, scoreOf: (rule) => scorer.at(rule, page.now()), barOf: (rule) => scorer.bar(rule, page.now()),
    here: () => givenHere({ now: page.now(), wallMs: wall(), standing, lastAt: scorer.lastAt, ...there }), placeOf: () => ({ isHidden: false }), ready,
  }, tell);
  let n = 0;

  return {
    decisions, helped, deliberation, records,
    signal(more: Partial<Signal> = {}) {
      deliberation.consider(scorer.add(givenSignal({ id: `s${n++}`, ...more }), page.now()).map(({ rule }) => rule));
    },
    answer(rule: string, answer: 'closed' | 'action' | 'gone') {
      standing = undefined;
      deliberation.answered({ rule, answer });
    },
    change(here: Partial<Here>) { there = here; },
    /** Moves the clock second by second, so that promises come in between. */
    async pass(seconds: number) {
      for (let i = 0; i < seconds * 4; i++) {
        page.advance(250);
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      }
    },
  };
}

const rule = { id: 'help', where: { page: '/checkout/*' }, nudge: tooltip };

/** Drawn by the salt of the test. */
const [HELD_OUT = '', NOT_HELD_OUT = ''] = [true, false].map((isOut) => ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'].find((visit) => isHeldOut({ percent: 50, salt: 'a' }, visit) === isOut));

test('one clear trouble, one offer', async () => {
  const { signal, pass, helped, decisions } = setup({ rules: [rule] });
  signal();
  await pass(1);
  expect(helped).toEqual(['help']);
  signal();
  await pass(1);
  expect(helped).toEqual(['help']);
  expect(decisions.at(-1)).toMatchObject({ show: false, code: 'spoken' });
});

test('help that has to wait for the hands comes when they rest', async () => {
  const { signal, pass, helped, decisions, change } = setup({ rules: [rule] }, { moment: { ...givenHere().moment, pointerDown: true } });
  signal();
  await pass(3);
  expect(helped).toEqual([]);
  expect(new Set(decisions.map(({ code }) => code))).toEqual(new Set(['pointer']));
  change({});
  await pass(2);
  expect(helped).toEqual(['help']);
});

test('help that waits for the hands is not lost to a few seconds of fading', async () => {
  const { signal, pass, helped, change } = setup({ rules: [rule] }, { moment: { ...givenHere().moment, pointerDown: true } });
  signal({ strength: 0.7, evidence: { dead: true } });
  await pass(15);
  change({});
  await pass(2);
  expect(helped).toEqual(['help']);
});

test('who begins to type while the other tabs are asked is left in peace, and helped a moment later', async () => {
  const { signal, pass, helped, change } = setup({ rules: [rule] });
  signal();
  change({ moment: { ...givenHere().moment, lastKeyAt: 10_100 } });
  await pass(0.5);
  expect(helped).toEqual([]);
  change({});
  await pass(2);
  expect(helped).toEqual(['help']);
});

test('two rules for one trouble speak one after the other, and the more important first', async () => {
  const { signal, pass, helped, decisions } = setup({ rules: [rule, { ...rule, id: 'urgent', priority: 'high' }] });
  signal();
  await pass(1);
  expect(helped).toEqual(['urgent']);
  expect(decisions.filter(({ rule }) => rule === 'help').at(-1)?.held.map(({ code }) => code)).toContain('busy');
});

test('where the first help did not do, the next is offered, once', async () => {
  const { signal, pass, helped } = setup({ limits: { perPage: 3, perSession: 3 }, rules: [{ ...rule, limits: { perPage: 3, perSession: 3 }, then: [{ after: '60s', nudge: chat }] }] });
  signal();
  await pass(40);
  signal();
  await pass(25);
  expect(helped).toEqual(['help', 'help 1 chat']);
  await pass(300);
  expect(helped).toHaveLength(2);
});

test('whoever closed the first help is not asked again', async () => {
  const { signal, pass, helped, answer } = setup({ limits: { perPage: 3, perSession: 3 }, rules: [{ ...rule, limits: { perPage: 3 }, then: [{ after: '60s', nudge: chat }] }] });
  signal();
  await pass(2);
  answer('help', 'closed');
  signal();
  await pass(100);
  expect(helped).toEqual(['help']);
});

test('who no longer struggles is not asked again', async () => {
  const { signal, pass, helped, answer } = setup({ limits: { perPage: 3, perSession: 3 }, rules: [{ ...rule, then: [{ after: '10m', nudge: chat }] }] });
  signal();
  await pass(2);
  answer('help', 'gone');
  await pass(700);
  expect(helped).toEqual(['help']);
});

test('more for those who asked for more', async () => {
  const file = { limits: { perPage: 3, perSession: 3 }, rules: [{ ...rule, limits: { perPage: 3, afterHelped: '0s' }, then: [{ after: '10s', if: 'asked-for-more', nudge: chat }] }] };
  const asked = setup(file);
  asked.signal();
  await asked.pass(2);
  asked.answer('help', 'action');
  await asked.pass(20);
  expect(asked.helped).toEqual(['help', 'help 1 chat']);
  const silent = setup(file);
  silent.signal();
  await silent.pass(20);
  expect(silent.helped).toEqual(['help']);
});

test('a watched rule counts what it would have shown, and is in nobody’s way', async () => {
  const { signal, pass, helped, decisions, records } = setup({ rules: [{ ...rule, id: 'tried', status: 'watch', priority: 'high' }, rule] });
  signal();
  await pass(2);
  expect(helped).toEqual(['help']);
  expect(decisions.filter(({ wouldShow }) => wouldShow).map(({ rule }) => rule)).toEqual(['tried']);
  expect((records.read('ledger') as { rule: string; what: string }[]).map(({ rule, what }) => `${rule} ${what}`)).toEqual(['tried watched', 'help shown']);
});

test('a visit in control is shown nothing, says once what it would have been, and rests like the others', async () => {
  const experiment = { id: 'wording', control: 90, variants: [{ id: 'short', share: 50 }, { id: 'long', share: 50 }] };
  const { signal, pass, helped, decisions } = setup({ rules: [{ ...rule, experiment }] }, { visit: 'v1' });
  signal();
  await pass(2);
  signal();
  await pass(2);
  expect(helped).toEqual([]);
  expect(decisions.filter(({ wouldShow }) => wouldShow)).toMatchObject([{ gate: 'experiment', code: 'control', arm: 'control' }]);
});

test('who begins to type while the nudge is fetched is left in peace', async () => {
  let arrive = (): void => undefined;
  const { signal, pass, helped, decisions, change } = setup({ rules: [rule] }, {}, () => new Promise((resolve) => { arrive = resolve; }));
  signal();
  await pass(3);
  change({ moment: { ...givenHere().moment, lastKeyAt: 13_000 } });
  arrive();
  await pass(0.5);
  expect([helped, decisions.at(-1)?.code]).toEqual([[], 'key']);
  await pass(1);
  arrive();
  await pass(1);
  expect(helped).toEqual(['help']);
});

test('what is shown is what was decided last: another visit may have begun while it was fetched', async () => {
  let arrive = (): void => undefined;
  const experiment = { id: 'words', control: 0, variants: [{ id: 'short', share: 50 }, { id: 'long', share: 50 }] };
  const file = { rules: [{ ...rule, experiment }] };
  const [short, long] = ['short', 'long'].map((arm) => ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'].find((visit) => armIn(givenFile(file).rules[0]!.experiment!, visit) === arm)!);
  const { signal, pass, helped, change, decisions } = setup(file, { visit: short! }, () => new Promise((resolve) => { arrive = resolve; }));
  signal();
  await pass(3);
  change({ visit: long! });
  arrive();
  await pass(1);
  expect([decisions.map(({ arm }) => arm), helped]).toEqual([['short'], ['help long']]);
});

test('a nudge that cannot be fetched is in nobody’s way', async () => {
  let isThere = false;
  const failures: unknown[] = [];
  const { signal, pass, helped } = setup({ rules: [rule] }, {}, () => (isThere ? Promise.resolve() : Promise.reject(new Error('blocked'))), (cause) => failures.push(cause));
  signal();
  await pass(1);
  expect([helped, failures]).toMatchObject([[], [{ message: 'blocked' }]]);
  isThere = true;
  signal();
  await pass(1);
  expect(helped).toEqual(['help']);
});

const open = { perPage: 9, perSession: 9, perDay: 9, gap: '0s', afterDismiss: '0s', afterHelped: '0s', stopAfterDismissals: 5 };

test('whoever closes the first help while the next waits for a quiet moment is not asked again', async () => {
  const { signal, pass, helped, answer, change } = setup({ limits: open, rules: [{ ...rule, then: [{ after: '10s', nudge: chat }] }] });
  signal();
  await pass(9);
  change({ moment: { ...givenHere().moment, pointerDown: true } });
  await pass(3);
  answer('help', 'closed');
  change({});
  await pass(30);
  expect(helped).toEqual(['help']);
});

test('what comes then keeps its distance from the help before it, also where that came twice', async () => {
  const { signal, pass, helped, answer } = setup({ limits: open, rules: [{ ...rule, signals: [{ signal: 'rage-click', points: 90, fades: '5s' }], then: [{ after: '60s', if: 'not-dismissed', nudge: chat }] }] });
  signal();
  await pass(30);
  answer('help', 'closed');
  await pass(20);
  signal({ strength: 1, evidence: { dead: true } });
  await pass(1);
  answer('help', 'gone');
  await pass(2);
  signal({ strength: 1, evidence: { dead: true } });
  await pass(13);
  expect(helped).toEqual(['help', 'help']);
});

test('new trouble while the next help is on its way does not bring it twice', async () => {
  const arrivals: (() => void)[] = [];
  let isThere = true;
  const { signal, pass, helped } = setup({ limits: open, rules: [{ ...rule, then: [{ after: '10s', nudge: chat }] }] }, {}, () => (isThere ? Promise.resolve() : new Promise((resolve) => arrivals.push(resolve))));
  signal();
  await pass(5);
  isThere = false;
  await pass(6);
  signal();
  await pass(1);
  for (const arrive of arrivals) arrive();
  await pass(5);
  expect([helped, arrivals.length]).toEqual([['help', 'help 1 chat'], 1]);
});

test('who is compared with in one visit is not offered in the next what comes after help that they never saw', async () => {
  const { signal, pass, helped, decisions, change } = setup({ holdout: { percent: 50, salt: 'a' }, limits: open, rules: [{ ...rule, then: [{ after: '10s', if: 'not-dismissed', nudge: chat }] }] }, { visit: HELD_OUT });
  signal();
  await pass(5);
  expect(decisions.at(-1)).toMatchObject({ wouldShow: true, code: 'held-out' });
  change({ visit: NOT_HELD_OUT });
  await pass(20);
  expect(helped).toEqual([]);
});

test('nothing is decided of a rule that nobody knows', () => {
  const { deliberation, decisions } = setup({ rules: [rule] });
  deliberation.consider(['nobody']);
  expect([decisions, deliberation.asked('nobody')]).toEqual([[], undefined]);
});
