import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/decide/decide';
import { createLedger } from '../../src/decide/ledger';
import type { Limits } from '../../src/types';
import { createFakeRecords, DAY_MS, givenHere, givenRule, givenScore, MORNING_MS } from './given';

const WEEK_MS = 7 * DAY_MS;
const RULES = ['a', 'b', 'c'] as const;

// mostly open, so that each limit has its day
const times = fc.oneof({ weight: 12, arbitrary: fc.constant(Infinity) }, fc.constantFrom(0, 1, 2, 3));
const anyLimits: fc.Arbitrary<Limits> = fc.record({
  perPage: times, perSession: times, perDay: times, perWeek: times, ever: times,
  gapMs: fc.constantFrom(0, 60_000, DAY_MS), afterDismissMs: fc.constantFrom(0, DAY_MS, WEEK_MS), stopAfterDismissals: fc.integer({ min: 1, max: 5 }),
});

type Step =
  | { readonly do: 'ask'; readonly rule: typeof RULES[number]; readonly tab: number; readonly answer: 'closed' | 'not-now' | 'never' | 'action' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'reload' | 'new visit'; readonly tab: number };

const tab = fc.integer({ min: 0, max: 1 });
const ask: fc.Arbitrary<Step> = fc.record({ do: fc.constant('ask'), rule: fc.constantFrom(...RULES), tab, answer: fc.constantFrom('closed', 'not-now', 'never', 'action', 'action') });
const leave: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('reload', 'new visit'), tab });
const wait = (...ms: readonly number[]): fc.Arbitrary<Step> => fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(...ms) });

const onwards = wait(0, 1, 59_999, 60_000, 3_600_000, DAY_MS - 1, DAY_MS, WEEK_MS);
const anywhere = wait(60_000, DAY_MS, WEEK_MS, -60_000, -DAY_MS, -WEEK_MS, 52 * WEEK_MS, -52 * WEEK_MS);

/** What a person with a notebook would write down. */
interface Note {
  readonly rule: string;
  readonly what: string;
  at: number;
  readonly visit: string;
  readonly page: string;
}

/** Whether the notebook allows it, straight from the words of docs/rules.md. */
function mayShow(notes: readonly Note[], rule: string, own: Limits, file: Limits, now: number, visit: string, page: string): boolean {
  const mine = notes.filter((note) => note.rule === rule);
  const allows = (limits: Limits, of: readonly Note[]) => {
    const views = of.filter(({ what }) => what === 'shown');
    return views.filter((view) => view.page === page).length < limits.perPage
      && views.filter((view) => view.visit === visit).length < limits.perSession
      && views.filter(({ at }) => now < at + DAY_MS).length < limits.perDay
      && views.filter(({ at }) => now < at + WEEK_MS).length < limits.perWeek
      && views.length < limits.ever
      && views.every(({ at }) => now >= at + limits.gapMs);
  };
  const closings = mine.filter(({ what }) => what === 'closed');
  return allows(own, mine) && allows(file, notes)
    && closings.length < own.stopAfterDismissals
    && closings.every(({ at }) => now >= at + own.afterDismissMs)
    && notes.filter(({ what, at }) => what === 'closed' && now < at + file.afterDismissMs).length < file.stopAfterDismissals
    && mine.every(({ what, at }) => what !== 'never' && (what !== 'not-now' || now >= at + DAY_MS));
}

/** Lives through the steps, asking furrow and the notebook the same questions. */
function live(steps: readonly Step[], own: Limits, file: Limits): void {
  const records = createFakeRecords();
  const notes: Note[] = [];
  const tabs = [{ visit: 0, page: 0 }, { visit: 100, page: 100 }];
  let now = MORNING_MS;
  for (const step of steps) {
    if (step.do === 'wait') now = Math.max(0, now + step.ms);
    const at = tabs[step.do === 'wait' ? 0 : step.tab]!;
    if (step.do === 'reload') at.page++;
    if (step.do === 'new visit') tabs[step.tab] = { visit: at.visit + 1, page: at.page + 1 };
    if (step.do !== 'ask') continue;
    // a clock that was set back: what lies ahead is taken to be now
    for (const note of notes) note.at = Math.min(note.at, now);
    const [visit, page] = [`v${at.visit}`, `p${at.page}`];
    const ledger = createLedger(records, { id: visit, page });
    const { show, gate } = decide(givenRule({ id: step.rule, limits: own }), givenScore(), givenHere({ wallMs: now, limits: file }), ledger.past(step.rule, now));
    expect([show, gate]).toEqual(mayShow(notes, step.rule, own, file, now, visit, page) ? [true, 'show'] : [false, expect.stringMatching(/dismissed|never|snoozed|limit|gap/)]);
    if (!show) continue;
    ledger.shown(step.rule, now);
    ledger.answered(step.rule, step.answer, now);
    notes.push({ rule: step.rule, what: 'shown', at: now, visit, page });
    if (step.answer !== 'action') notes.push({ rule: step.rule, what: step.answer, at: now, visit, page });
  }
}

test('no limit is broken, and none holds back more than it says, over reloads, visits and tabs', () => {
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: ask }, leave, { weight: 3, arbitrary: onwards }), { maxLength: 60 }), anyLimits, anyLimits, live), { numRuns: 1000 });
});

test('no limit is broken when the clock is set, forth or back', () => {
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: ask }, leave, { weight: 2, arbitrary: anywhere }), { maxLength: 60 }), anyLimits, anyLimits, live), { numRuns: 1000 });
});
