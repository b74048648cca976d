import type { Here } from '../../src/decide/decide';
import type { Past } from '../../src/decide/ledger';
import type { Limits, Records, Rule, Score } from '../../src/types';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** A morning in 2026. */
export const MORNING_MS = 1_780_000_000_000;

/** The limits that are on by default. */
export const limits: Limits = {
  perPage: 1, perSession: 2, perDay: 3, perWeek: Infinity, ever: Infinity, gapMs: 5 * MINUTE_MS, afterDismissMs: 30 * DAY_MS, stopAfterDismissals: 2, afterHelpedMs: 30 * DAY_MS,
};

/** No limit but those that a test sets. */
export const noLimits: Limits = {
  perPage: Infinity, perSession: Infinity, perDay: Infinity, perWeek: Infinity, ever: Infinity, gapMs: 0, afterDismissMs: 0, stopAfterDismissals: Infinity, afterHelpedMs: 0,
};

export function givenRule(rule: Partial<Rule> = {}): Rule {
  return {
    id: 'help', status: 'live', why: undefined, where: { page: ['/checkout/*'], workflow: undefined, step: [], element: [] }, signals: [],
    help: { score: 60, confidence: 0.6 }, limits,
    nudge: { template: 'tooltip', at: undefined, side: 'auto', title: 'Stuck?', body: undefined, ctas: [] }, resolved: [], ...rule,
  };
}

export function givenScore(score: Partial<Score> = {}): Score {
  return { rule: 'help', at: 10_000, value: 72, confidence: 0.8, contributions: [{ signal: 'rage-click', place: 'pay', points: 72, count: 1, evidence: { n: 4 } }], ...score };
}

/** A visitor who pressed in vain a moment ago, and to whom we may speak. */
export function givenHere(here: Partial<Here> = {}): Here {
  return {
    now: 10_000, wallMs: MORNING_MS, pages: ['/checkout/*'], steps: [], purposes: ['notice', 'help'], bar: { reachedAt: 9_600, spoken: false }, limits,
    moment: { lastKeyAt: undefined, lastDragAt: undefined, pointerDown: false, hidden: false }, busy: false, hasPlace: true, ...here,
  };
}

export const nothingYet: Past = { all: [], here: { visit: 'v1', page: 'p1' } };

/** Records as they are in one browser: every page and tab sees the same. */
export function createFakeRecords(kept: Record<string, string> = {}): Records {
  return {
    read: (key) => (kept[key] === undefined ? undefined : JSON.parse(kept[key]) as unknown),
    write: (key, value) => { kept[key] = JSON.stringify(value); },
    remove: (key) => { delete kept[key]; },
    keys: () => Object.keys(kept),
  };
}
