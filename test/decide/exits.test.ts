import { afterEach, expect, test, vi } from 'vitest';
import { GATES } from '../../src/decide/gates';
import { readRules } from '../../src/rules/read';
import type { Gate, Purpose, ReasonCode } from '../../src/types';
import { DAY_MS, MORNING_MS } from './given';
import { createVisitor, type Visitor } from './visits/visitor';

const tooltip = { template: 'tooltip', title: 'Stuck?' };

/** The rule that is asked about, and what else stands in the file. */
interface Given {
  readonly rule?: object;
  readonly file?: object;
  readonly others?: readonly object[];
  readonly purposes?: readonly Purpose[];
}

type Story = (visitor: Visitor, trouble: (more?: object) => void) => Promise<void> | void;

const rest = (visitor: Visitor, ms = 1000): Promise<void> => visitor.browser.advance(ms);
const experiment = { id: 'wording', control: 90, variants: [{ id: 'short', share: 50 }, { id: 'long', share: 50 }] };
const open = { perPage: 9, perSession: 9, perDay: 9, gap: '0s', afterDismiss: '0s', afterHelped: '0s' };

/** Shown once, and it went away; then the trouble comes again after so long. */
const again = (waitMs: number, answer: 'gone' | 'closed' | 'not-now' | 'never' | 'action' | 'human' = 'gone'): Story => async (visitor, trouble) => {
  trouble();
  await rest(visitor);
  expect(visitor.front().standing()).toBeDefined();
  visitor.answer(answer);
  await rest(visitor, waitMs);
  trouble();
};

/** For each reason, the visitor whom it keeps from being offered help, or to whom it is offered. Without a story they are in clear trouble once. */
const exits: Readonly<Record<ReasonCode, readonly [title: string, given: Given, story?: Story]>> = {
  'purpose': ['a visitor who agreed to no help', { purposes: ['notice'] }],
  'level': ['a visitor who wants critical help only', {}, (visitor, trouble) => {
    visitor.front().running().host!.prefer({ level: 'critical' });
    trouble();
  }],
  'status': ['a rule that is still being written', { rule: { status: 'draft' } }],
  'no-nudge': ['a rule that has nothing to say', { rule: { nudge: undefined } }],
  'not-yet': ['a rule that begins next year', { rule: { from: '2027-01-01' } }],
  'over': ['a rule of last year', { rule: { until: '2025-12-31' } }],
  'page': ['a visitor who has gone on to another page', { rule: { where: { page: '/checkout/pay' }, help: { waitForPause: '2s' } } }, async (visitor, trouble) => {
    visitor.key();
    trouble();
    visitor.goTo('/shop');
    await rest(visitor, 3000);
  }],
  'step': ['a visitor who has stepped out of the workflow', { rule: { where: { workflow: 'checkout' } } }, async (visitor, trouble) => {
    visitor.key();
    trouble();
    visitor.goTo('/shop');
    await rest(visitor, 3000);
  }],
  'device': ['a visitor with a mouse, and a rule for fingers', { rule: { where: { device: 'touch' } } }],
  'segment': ['a visitor whom the rule is not about', { rule: { who: { attribute: 'plan', is: 'team' } } }],
  'held-out': ['a visitor who is held out', { file: { holdout: { percent: 50, salt: 'b' } } }],
  'no-signals': ['a visitor whose only trouble was a hiccup', {}, (_, trouble) => {
    trouble({ strength: 0.6 });
    trouble({ strength: 0, amends: true });
  }],
  'below': ['a visitor in a little trouble', {}, (_, trouble) => trouble({ name: 'dead-click', strength: 0.5 })],
  'spoken': ['a visitor who was helped with this trouble a moment ago', { rule: { limits: open } }, again(1000)],
  'too-short': ['a visitor whose trouble has just begun', { rule: { help: { for: '5s' } } }],
  'unsure': ['a visitor who merely looks puzzled', { rule: { signals: [{ signal: 'scroll-thrash', points: 90 }], help: { confidence: 'high' } } }, (_, trouble) => trouble({ name: 'scroll-thrash', strength: 0.8, evidence: {} })],
  'policy': ['a visitor to whom the policy only watches', { file: { policy: [{ action: 'watch' }] } }],
  'doing': ['a visitor in a dialog', { rule: { unless: [{ while: 'dialog-open' }] } }, (visitor, trouble) => {
    visitor.front().state.dialog = true;
    trouble();
  }],
  'signal': ['a visitor who has just looked at the help page', { rule: { unless: [{ signal: 'help-seek' }] } }, (_, trouble) => {
    trouble({ name: 'help-seek', strength: 0.5 });
    trouble();
  }],
  'other-page': ['a visitor who is at the bank’s page', { rule: { unless: [{ page: '/checkout/pay' }] } }],
  'other-visitor': ['a visitor whom the rule spares', { rule: { unless: [{ who: { not: { attribute: 'plan', exists: true } } }] } }],
  'incident': ['a visitor to whom what everybody knows is broken', {}, (visitor, trouble) => {
    visitor.front().running().host!.incident({ id: 'pay-down', places: ['pay'] });
    trouble();
  }],
  'contact': ['a visitor who was told so by mail', {}, (visitor, trouble) => {
    visitor.front().running().host!.contacted({ intent: 'help' });
    trouble();
  }],
  'special-circumstances': ['a visitor whom the host asks to spare', {}, (visitor, trouble) => {
    visitor.front().running().host!.hold({ because: 'special-circumstances', until: visitor.browser.wall() + DAY_MS });
    trouble();
  }],
  'away': ['a visitor who is away', {}, (visitor, trouble) => {
    visitor.front().running().host!.hold({ because: 'away', until: visitor.browser.wall() + DAY_MS });
    trouble();
  }],
  'person': ['a visitor who has asked for a person in this visit', { file: { limits: open } }, again(20 * 60_000, 'human')],
  'dismissed': ['a visitor who closed it an hour ago', { rule: { limits: open, help: { waitAtMost: '10s' } }, file: { limits: { ...open, afterDismiss: '30d', stopAfterDismissals: 1 } } }, again(3_600_000, 'closed')],
  'never': ['a visitor who said: don’t show this again', { file: { limits: open } }, again(3_600_000, 'never')],
  'snoozed': ['a visitor who said: not now', { file: { limits: open } }, again(3_600_000, 'not-now')],
  'helped': ['a visitor who took the help an hour ago', { file: { limits: { ...open, afterHelped: '1d' } } }, again(3_600_000, 'action')],
  'per-page': ['a visitor who was helped on this page', { file: { limits: { ...open, perPage: 1 } } }, again(3_600_000)],
  'per-session': ['a visitor who was helped in this visit', { file: { limits: { ...open, perSession: 1 } } }, again(1_200_000)], // within half an hour, else it is another visit
  'per-day': ['a visitor who was helped today', { file: { limits: { ...open, perDay: 1 } } }, again(3_600_000)],
  'per-week': ['a visitor who was helped this week', { file: { limits: { ...open, perWeek: 1 } } }, again(3_600_000)],
  'ever': ['a visitor who was helped last year', { file: { limits: { ...open, ever: 1 } } }, again(400 * DAY_MS)],
  'gap': ['a visitor who was helped an hour ago', { file: { limits: { ...open, gap: '2h' } } }, again(3_600_000)],
  'first-seconds': ['a visitor who has just come', { file: { quiet: { firstSeconds: 9 } } }],
  'hours': ['a visitor at any hour of the day', { file: { quiet: { hours: [{ from: '00:00', to: '24:00' }] } } }],
  'own-hours': ['a visitor who wants to be left alone, whatever the hour', {}, (visitor, trouble) => {
    visitor.front().running().host!.prefer({ quiet: [{ from: '00:00', to: '24:00' }] });
    trouble();
  }],
  'holiday': ['a visitor on a holiday', { file: { quiet: { timeZone: 'UTC', holidays: [new Date(MORNING_MS).toISOString().slice(0, 10)] } } }],
  'too-old': ['a visitor whose trouble is a minute old', { rule: { help: { waitAtMost: '20s' }, unless: [{ while: 'offline' }] } }, async (visitor, trouble) => {
    visitor.front().state.hidden = true;
    trouble();
    await rest(visitor, 25_000);
    trouble({ amends: true, strength: 0.9 });
  }],
  'key': ['a visitor who types', {}, (visitor, trouble) => {
    visitor.key();
    trouble();
  }],
  'drag': ['a visitor who has just drawn something along', {}, (visitor, trouble) => {
    visitor.press();
    visitor.release(50);
    trouble();
  }],
  'pointer': ['a visitor who holds the button down', {}, (visitor, trouble) => {
    visitor.press();
    trouble();
  }],
  'hidden': ['a visitor who looks at another tab', {}, (visitor, trouble) => {
    visitor.front().state.hidden = true;
    trouble();
  }],
  'pause': ['a visitor who has just clicked', {}, (visitor, trouble) => {
    visitor.press();
    visitor.release();
    trouble();
  }],
  'busy': ['a visitor who reads another nudge', { others: [{ id: 'first', nudge: tooltip, signals: [{ signal: 'error-loop' }] }], file: { limits: open } }, async (visitor, trouble) => {
    trouble({ name: 'error-loop' });
    await rest(visitor);
    trouble();
  }],
  'other-tab': ['a visitor whose other tab fell asleep while it asked', {}, async (visitor, trouble) => {
    void visitor.browser.locks.of(new AbortController().signal).request('furrow', {}, () => new Promise(() => undefined));
    trouble();
    await rest(visitor, 3500);
  }],
  'control': ['a visitor who is in control', { rule: { experiment } }],
  'no-place': ['a visitor whose button is gone', { rule: { where: { element: 'pay' } } }, (visitor, trouble) => {
    visitor.front().state.elements.clear();
    trouble();
  }],
  'open': ['a visitor in clear trouble', {}],
};

const GATE_OF: Readonly<Record<Gate, readonly ReasonCode[]>> = {
  'consent': ['purpose', 'level'], 'status': ['status', 'no-nudge', 'not-yet', 'over'], 'where': ['page', 'step', 'device'], 'who': ['segment'], 'holdout': ['held-out'],
  'signals': ['no-signals'], 'score': ['below', 'spoken', 'too-short'], 'confidence': ['unsure', 'policy'],
  'unless': ['doing', 'signal', 'other-page', 'other-visitor', 'incident', 'contact', 'special-circumstances', 'away'],
  'limits': ['person', 'dismissed', 'never', 'snoozed', 'helped', 'per-page', 'per-session', 'per-day', 'per-week', 'ever', 'gap'],
  'quiet': ['first-seconds', 'hours', 'own-hours', 'holiday'], 'moment': ['too-old', 'key', 'drag', 'pointer', 'hidden', 'pause', 'busy', 'other-tab'],
  'experiment': ['control'], 'place': ['no-place'], 'show': ['open'],
};

const { now } = Date;

afterEach(() => {
  Date.now = now;
  vi.restoreAllMocks();
});

async function setup({ rule, file, others = [], purposes }: Given): Promise<{ readonly visitor: Visitor; readonly trouble: (more?: object) => void }> {
  const places = { workflows: { checkout: { steps: [{ id: 'pay', page: '/checkout/pay' }] } } };
  const read = readRules({ places, ...file, rules: [...others, { id: 'help', nudge: tooltip, ...rule }] }, 'exits.json');
  expect(read.problems).toEqual([]);
  // a visit that its experiments and holdouts leave out
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
  const visitor = await createVisitor({ read, startMs: MORNING_MS, ...(purposes && { purposes }) });
  let n = 0;
  return {
    visitor,
    trouble(more = {}) {
      if (!('amends' in more)) n++;
      visitor.front().signal({ id: `s${n}`, name: 'rage-click', strength: 0.9, evidence: { dead: true }, on: 'pay', ...more });
    },
  };
}

test.each(Object.entries(exits).map(([code, [title, ...rest]]) => [title, code, ...rest] as const))('%s: %s', async (_, code, given, story = (_visitor, trouble) => trouble()) => {
  const { visitor, trouble } = await setup(given);
  await story(visitor, trouble);
  const decision = visitor.decisions.filter(({ rule }) => rule === 'help').at(-1)!;
  expect(decision.held.map((each) => each.code).join() || 'open').toContain(code);
  expect(decision.code).toBe(code);
  expect(GATE_OF[decision.gate]).toContain(code);
});

test('every gate has its reasons, in the order in which it is asked', () => {
  expect(Object.keys(GATE_OF)).toEqual([...GATES.map(({ gate }) => gate), 'show']);
  expect(Object.values(GATE_OF).flat().sort()).toEqual(Object.keys(exits).sort());
});
