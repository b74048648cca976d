import type { Limits, Rule } from '../types';
import type { Entry, Past } from './ledger';

/** What holds a nudge back, for people, and until when (Unix time in ms) where it is worth waiting for. */
export interface Held {
  readonly because: string;
  readonly until?: number;
}

/** What the limits are asked about. */
export interface Question {
  readonly rule: Rule;
  /** Of the file, over all its rules together. */
  readonly limits: Limits;
  readonly past: Past;
  readonly wallMs: number;
}

const DAY_MS = 86_400_000;

const WEEK_MS = 604_800_000;

/** “Not now” means: not today. */
const SNOOZE_MS = DAY_MS;

/** A rule that was closed often enough is over. Where several were closed lately, all of them rest. */
export function dismissed({ rule, limits, past, wallMs }: Question): Held | undefined {
  const own = past.own.filter(isClosed).length;
  if (own >= rule.limits.stopAfterDismissals) return { because: `closed ${own} times, the most is ${rule.limits.stopAfterDismissals}` };
  const lately = past.all.filter((entry) => isClosed(entry) && wallMs - entry.at < limits.afterDismissMs).length;
  return lately >= limits.stopAfterDismissals ? { because: `${lately} nudges closed lately, the most is ${limits.stopAfterDismissals}` } : undefined;
}

export function never({ past }: Question): Held | undefined {
  return past.own.some(({ what }) => what === 'never') ? { because: 'the visitor said: don’t show this again' } : undefined;
}

/** The rest after “not now”, and after closing. */
export function snoozed({ rule, past, wallMs }: Question): Held | undefined {
  const restMs = { 'not-now': SNOOZE_MS, closed: rule.limits.afterDismissMs };
  const last = past.own.find((entry) => (entry.what === 'not-now' || entry.what === 'closed') && wallMs - entry.at < restMs[entry.what]);
  return last && { because: `rests after “${last.what}”` };
}

export function limit(question: Question): Held | undefined {
  return full(question.rule.limits, question.past.own, question) ?? full(question.limits, question.past.all, question);
}

/** The least time between two nudges: of this rule, and of any. */
export function gap({ rule, limits, past, wallMs }: Question): Held | undefined {
  const until = Math.max(lastOf(past.own) + rule.limits.gapMs, lastOf(past.all) + limits.gapMs);
  return until > wallMs ? { because: 'too soon after the last nudge', until } : undefined;
}

function full(limits: Limits, entries: readonly Entry[], { past, wallMs }: Question): Held | undefined {
  const count = (counts: (view: Entry) => boolean) => entries.filter((entry) => entry.what === 'shown' && counts(entry)).length;
  const counted = {
    perPage: count(({ page }) => page === past.here.page),
    perSession: count(({ visit }) => visit === past.here.visit),
    perDay: count(({ at }) => wallMs - at < DAY_MS),
    perWeek: count(({ at }) => wallMs - at < WEEK_MS),
    ever: count(() => true),
  };
  const key = KEYS.find((each) => counted[each] >= limits[each]);
  return key && { because: `shown ${counted[key]} times, ${key} is ${limits[key]}` };
}

const KEYS = ['perPage', 'perSession', 'perDay', 'perWeek', 'ever'] as const;

function lastOf(entries: readonly Entry[]): number {
  return entries.findLast(({ what }) => what === 'shown')?.at ?? -Infinity;
}

function isClosed({ what }: Entry): boolean {
  return what === 'closed';
}
