import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/decide/entries';
import { createLedger } from '../../src/decide/ledger';
import { contactHeld, limitsHeld, personHeld, tally } from '../../src/decide/limits';
import type { Limits, OutcomeAnswer, ReasonCode } from '../../src/types';
import { createFakeRecords, DAY_MS, limits, MINUTE_MS, MORNING_MS, noLimits } from './given';

const WEEK_MS = 7 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;
const RULES = [{ id: 'card', intent: 'pay' }, { id: 'address', intent: 'pay' }, { id: 'search', intent: 'search' }] as const;

type Rule = typeof RULES[number];

/** What somebody with a notebook would write down. */
interface Note {
  readonly rule: Rule;
  readonly what: Entry['what'];
  at: number;
  readonly visit: string;
  readonly page: string;
  readonly forMs?: number | undefined;
  /** Of “not on this page”. */
  readonly path?: string | undefined;
}

const REFUSALS: readonly Entry['what'][] = ['closed', 'not-now', 'never', 'mute'];

/** What the notebook says that holds, straight from the words of docs/rules.md. */
function holding(notes: readonly Note[], rule: Rule, own: Limits, file: Limits, now: number, { visit, page, path }: Readonly<Record<'visit' | 'page' | 'path', string>>, stage: number): readonly ReasonCode[] {
  const mine = notes.filter((note) => note.rule === rule);
  const seen = notes.filter(({ what }) => what === 'shown' || what === 'withheld');
  const scopes = [[own, mine.filter((note) => seen.includes(note) || note.what === 'watched')], [file, seen]] as const;
  const lately = (note: Note, ms: number) => now < note.at + ms;
  const closings = mine.filter(({ what }) => what === 'closed');
  const restMs = Math.max(own.afterDismissMs, Math.min(own.afterDismissMs * 2 ** (closings.length - 1), YEAR_MS));
  const isFull = (counts: (note: Note) => boolean, key: 'perPage' | 'perSession' | 'perDay' | 'perWeek' | 'ever') => scopes.some(([each, views]) => views.filter(counts).length >= each[key]);
  const holds: readonly (readonly [ReasonCode, boolean])[] = [
    ['dismissed', closings.length >= own.stopAfterDismissals || closings.some((note) => lately(note, restMs))
      || notes.filter((note) => note.what === 'closed' && lately(note, file.afterDismissMs)).length >= file.stopAfterDismissals],
    ['never', notes.some((note) => note.what === 'never' && note.rule.intent === rule.intent)],
    ['snoozed', mine.some((note) => note.what === 'not-now' && (note.path ?? path) === path && lately(note, note.forMs ?? (note.path ? 30 : 1) * DAY_MS))],
    ['helped', !stage && mine.some((note) => ['action', 'human'].includes(note.what) && lately(note, own.afterHelpedMs))],
    ['per-page', isFull((view) => view.page === page, 'perPage')],
    ['per-session', isFull((view) => view.visit === visit, 'perSession')],
    ['per-day', isFull((view) => lately(view, DAY_MS), 'perDay')],
    ['per-week', isFull((view) => lately(view, WEEK_MS), 'perWeek')],
    ['ever', isFull(() => true, 'ever')],
    ['gap', !stage && scopes.some(([each, views]) => views.some((view) => lately(view, each.gapMs)))],
  ];
  return holds.filter(([, isHolding]) => isHolding).map(([code]) => code);
}

// mostly open, so that each limit has its day
const often = fc.oneof({ weight: 12, arbitrary: fc.constant(Infinity) }, fc.constantFrom(0, 1, 2, 3));
const anyLimits: fc.Arbitrary<Limits> = fc.record({
  perPage: often, perSession: often, perDay: often, perWeek: often, ever: often,
  gapMs: fc.constantFrom(0, MINUTE_MS, DAY_MS), afterDismissMs: fc.constantFrom(0, DAY_MS, WEEK_MS, 2 * YEAR_MS), stopAfterDismissals: fc.integer({ min: 1, max: 5 }), afterHelpedMs: fc.constantFrom(0, DAY_MS),
});

type Step =
  | { readonly do: 'ask'; readonly rule: Rule; readonly tab: number; readonly stage: number; readonly shows: 'shown' | 'withheld' | 'watched'; readonly answer: OutcomeAnswer; readonly forMs: number | undefined; readonly here: boolean }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'revive'; readonly rule: Rule; readonly tab: number }
  | { readonly do: 'reload' | 'new visit'; readonly tab: number };

const tab = fc.integer({ min: 0, max: 1 });
const ask: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('ask'), rule: fc.constantFrom(...RULES), tab, stage: fc.constantFrom(0, 0, 1), shows: fc.constantFrom('shown', 'shown', 'withheld', 'watched'),
  answer: fc.constantFrom<OutcomeAnswer>('closed', 'closed', 'not-now', 'never', 'mute', 'action', 'human', 'resolved', 'gone', 'gone', 'gone'), forMs: fc.constantFrom(undefined, MINUTE_MS, WEEK_MS), here: fc.boolean(),
});
const revive: fc.Arbitrary<Step> = fc.record({ do: fc.constant('revive'), rule: fc.constantFrom(...RULES), tab });
const leave: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('reload', 'new visit'), tab });
const wait = (...ms: readonly number[]): fc.Arbitrary<Step> => fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(...ms) });
const onwards = wait(0, 1, 59_999, 60_000, 3_600_000, DAY_MS - 1, DAY_MS, WEEK_MS);
const anywhere = wait(60_000, DAY_MS, WEEK_MS, -60_000, -DAY_MS, -WEEK_MS, 52 * WEEK_MS, -52 * WEEK_MS);

/** Lives through the steps, asking furrow and the notebook the same questions. */
function live(steps: readonly Step[], own: Limits, file: Limits): void {
  const records = createFakeRecords();
  let notes: Note[] = [];
  const tabs = [{ visit: 0, page: 0 }, { visit: 100, page: 100 }];
  let now = MORNING_MS;
  for (const step of steps) {
    if (step.do === 'wait') now = Math.max(0, now + step.ms);
    const at = tabs[step.do === 'wait' ? 0 : step.tab]!;
    if (step.do === 'reload') at.page++;
    if (step.do === 'new visit') tabs[step.tab] = { visit: at.visit + 1, page: at.page + 1 };
    if (step.do !== 'ask' && step.do !== 'revive') continue;
    // a clock that was set back: what lies ahead is taken to be now
    for (const note of notes) note.at = Math.min(note.at, now);
    const here = { visit: `v${at.visit}`, page: `p${at.page}`, path: `/${at.page % 2}` };
    const wallMs = now;
    const ledger = createLedger(records, { visit: () => here.visit, page: here.page, path: () => here.path, wall: () => wallMs, after: () => () => undefined, lock: () => Promise.resolve(undefined) });
    const { rule } = step;
    if (step.do === 'revive') {
      ledger.revived(rule);
      notes = notes.filter((note) => !REFUSALS.includes(note.what) || (note.rule !== rule && !(note.what === 'never' && note.rule.intent === rule.intent)));
      continue;
    }
    const held = limitsHeld({ rule: { ...step.rule, limits: own }, limits: file, past: ledger.past(), wallMs, stage: step.stage });
    expect(held.map(({ code }) => code)).toEqual(holding(notes, step.rule, own, file, now, here, step.stage));
    if (held.length) continue;
    if (step.shows === 'shown') ledger.shown(step.rule);
    else ledger.withheld(step.rule, step.shows);
    const path = step.here ? here.path : undefined;
    ledger.answered(step.rule, step.answer, { forMs: step.forMs, here: step.here });
    for (const what of [step.shows, step.answer]) notes.push({ rule: step.rule, what, at: now, visit: here.visit, page: here.page, forMs: step.forMs, path });
  }
}

test('each limit holds when it should, and no longer, over reloads, visits and tabs', () => {
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 6, arbitrary: ask }, leave, revive, { weight: 3, arbitrary: onwards }), { maxLength: 60, size: 'max' }), anyLimits, anyLimits, live), { numRuns: 500 });
});

test('each limit holds when it should, and no longer, when the clock is set, forth or back', () => {
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 6, arbitrary: ask }, leave, revive, { weight: 2, arbitrary: anywhere }), { maxLength: 60, size: 'max' }), anyLimits, anyLimits, live), { numRuns: 500 });
});

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  rule: fc.constantFrom(...RULES), what: fc.constantFrom<Entry['what']>('meant', 'shown', 'withheld', 'watched', 'closed', 'not-now', 'action', 'human', 'resolved'),
  ago: fc.oneof(fc.integer({ min: 0, max: 2 * DAY_MS }), fc.integer({ min: 0, max: 2 * WEEK_MS })), here: fc.boolean(), forMs: fc.constantFrom(undefined, MINUTE_MS, WEEK_MS),
}).map(({ rule: { id, intent }, what, ago, here, forMs }) => ({ id: `${ago}`, rule: id, intent, what, at: MORNING_MS - ago, visit: here ? 'v1' : 'v0', page: here ? 'p1' : 'p0', forMs, path: ago % 3 ? undefined : here ? 'a' : 'b' }));
const anyPast = fc.array(anyEntry, { maxLength: 20 }).map((all) => ({ all: all.sort((a, b) => a.at - b.at), here: { visit: 'v1', page: 'p1', path: 'a' } }));

test('each limit says to the millisecond until when it holds', () => {
  fc.assert(fc.property(anyPast, anyLimits, anyLimits, (past, own, file) => {
    const at = (wallMs: number) => limitsHeld({ rule: { ...RULES[0], limits: own }, limits: file, past, wallMs, stage: 0 });
    for (const { code, until } of at(MORNING_MS)) {
      expect(at((until ?? MORNING_MS + 100 * YEAR_MS) - 1).map((each) => each.code)).toContain(code);
      if (until !== undefined) expect(at(until).map((each) => each.code)).not.toContain(code);
    }
  }), { numRuns: 1000 });
});

const rule = { ...RULES[0], limits: noLimits };

function given(...entries: readonly (readonly [what: Entry['what'], agoMs: number, rule?: Rule])[]) {
  const all = entries.map(([what, agoMs, { id, intent } = RULES[0]]) => ({ id: `${agoMs}`, rule: id, intent, what, at: MORNING_MS - agoMs, visit: 'v0', page: 'p0' }));
  return { rule, limits: noLimits, past: { all, here: { visit: 'v1', page: 'p1' } }, wallMs: MORNING_MS, stage: 0, contacts: [] };
}

const heldBy = (question: ReturnType<typeof given>) => limitsHeld(question).map(({ code }) => code);

test('a visitor who closes a nudge again and again is left alone for twice as long each time, for a year at the most', () => {
  const own = { ...noLimits, afterDismissMs: 100 * DAY_MS };
  const restAfter = (times: number) => {
    const [held] = limitsHeld({ ...given(...Array.from({ length: times }, () => ['closed', 0] as const)), rule: { ...rule, limits: own } });
    return (held!.until! - MORNING_MS) / DAY_MS;
  };
  expect([1, 2, 3, 4].map(restAfter)).toEqual([100, 200, 365, 365]);
});

test('a rule that asks for a longer rest than a year gets it', () => {
  const own = { ...noLimits, afterDismissMs: 2 * YEAR_MS };
  expect(limitsHeld({ ...given(['closed', 0], ['closed', 0]), rule: { ...rule, limits: own } })).toMatchObject([{ code: 'dismissed', until: MORNING_MS + 2 * YEAR_MS }]);
});

test('“don’t show this again” holds for every rule that says the same', () => {
  expect(heldBy(given(['never', YEAR_MS, RULES[1]]))).toEqual(['never']);
  expect(heldBy(given(['never', YEAR_MS, RULES[2]]))).toEqual([]);
});

test('everything that holds is told, in one order, each with its numbers', () => {
  const day = DAY_MS / 2;
  const question = { ...given(['shown', 2 * day], ['shown', day], ['closed', day]), rule: { ...rule, limits: { ...limits, perDay: 1, perWeek: 2, afterDismissMs: DAY_MS } }, limits: { ...noLimits, gapMs: DAY_MS } };
  expect(limitsHeld(question)).toEqual([
    { code: 'dismissed', because: 'closed 1×, so it rests', until: MORNING_MS + day },
    { code: 'per-day', because: 'shown 1×, perDay is 1', until: MORNING_MS + day },
    { code: 'per-week', because: 'shown 2×, perWeek is 2', until: MORNING_MS + WEEK_MS - 2 * day },
    { code: 'gap', because: 'too soon after the last nudge', until: MORNING_MS + day },
  ]);
});

test('what comes then keeps no distance from what it belongs to, and every other limit', () => {
  const question = { ...given(['shown', 0]), rule: { ...rule, limits: { ...noLimits, gapMs: DAY_MS, ever: 1 } } };
  expect([heldBy(question), heldBy({ ...question, stage: 1 })]).toEqual([['ever', 'gap'], ['ever']]);
});

test('a rule that is tried out keeps its own limits and is in nobody’s way', () => {
  const once = { ...noLimits, ever: 1 };
  expect(heldBy({ ...given(['watched', 0]), rule: { ...rule, limits: once } })).toEqual(['ever']);
  expect(heldBy({ ...given(['watched', 0]), limits: once })).toEqual([]);
});

test('a visit to compare with rests as if it had been helped', () => {
  expect(heldBy({ ...given(['withheld', 0]), limits: { ...noLimits, ever: 1 } })).toEqual(['ever']);
});

test('who was told the same by another rule, or by the host, hears it again after a week', () => {
  expect(contactHeld(given(['shown', DAY_MS, RULES[1]]))).toEqual({ code: 'contact', because: 'the visitor was told “pay” elsewhere', until: MORNING_MS + 6 * DAY_MS });
  expect(contactHeld({ ...given(), contacts: [{ intent: 'pay', at: MORNING_MS - DAY_MS }, { intent: 'pay', at: MORNING_MS - 2 * DAY_MS }] })).toMatchObject({ until: MORNING_MS + 6 * DAY_MS });
  expect(contactHeld(given(['withheld', DAY_MS, RULES[1]]))).toBeDefined();
});

test('what the rule itself showed, what was told of something else and what is a week old is no contact', () => {
  const question = given(['shown', 0], ['shown', 0, RULES[2]], ['shown', WEEK_MS, RULES[1]], ['watched', 0, RULES[1]], ['closed', 0, RULES[1]]);
  expect(contactHeld({ ...question, contacts: [{ intent: 'search', at: MORNING_MS }, { intent: 'pay', at: MORNING_MS - WEEK_MS }] })).toBeUndefined();
});

test('how much of the limits is used can be read', () => {
  const question = given(['shown', 2 * DAY_MS], ['shown', 0], ['shown', 0, RULES[2]]);
  expect(tally({ ...question, rule: { ...rule, limits: { ...noLimits, perDay: 2, ever: 5 } }, limits: { ...noLimits, perWeek: 9 } })).toBe('1 of 2 per-day (all rules: 2 of any number), 2 of any number per-week (all rules: 3 of 9), 2 of 5 ever (all rules: 3 of any number)');
});

test('who has asked for a person is left to them: in this visit for good, in another tab for as long as a visit lasts', () => {
  const asked = (agoMs: number, visit: string) => personHeld({ ...given(['human', agoMs]).past, here: { visit, page: 'p1' } }, MORNING_MS);
  expect(asked(DAY_MS, 'v0')).toMatchObject({ code: 'person', until: undefined });
  expect(asked(29 * MINUTE_MS, 'v1')).toMatchObject({ code: 'person', until: MORNING_MS + MINUTE_MS });
  expect(asked(30 * MINUTE_MS, 'v1')).toBeUndefined();
  expect(personHeld(given(['action', 0]).past, MORNING_MS)).toBeUndefined();
});

test('after two dismissals a rule is silent for good, until the visitor wants it again', () => {
  const records = createFakeRecords();
  let now = MORNING_MS;
  const ledger = createLedger(records, { visit: () => 'v1', page: 'p1', wall: () => now, after: () => () => undefined, lock: () => Promise.resolve(undefined) });
  const held = () => limitsHeld({ rule: { ...RULES[0], limits: { ...noLimits, stopAfterDismissals: limits.stopAfterDismissals } }, limits: noLimits, past: ledger.past(), wallMs: now, stage: 0 }).map(({ code }) => code);
  ledger.answered(RULES[0], 'closed');
  expect(held()).toEqual([]);
  ledger.answered(RULES[0], 'closed');
  now += 50 * YEAR_MS;
  expect(held()).toEqual(['dismissed']);
  ledger.revived(RULES[0]);
  expect(held()).toEqual([]);
});
