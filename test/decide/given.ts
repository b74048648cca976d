import type { Past } from '../../src/decide/ledger';
import type { Limits, Records } from '../../src/types';

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
