import type { Limits, Rule } from '../types';
import type { Past, View } from './ledger';

/** What holds a nudge back, for people, and until when (Unix time in ms) where time alone will lift it. */
export interface Held {
  readonly because: string;
  readonly until?: number;
}

/** What the ledger and the limits are asked about. */
export interface Question {
  readonly rule: Rule;
  /** Of the file, over all its rules together. */
  readonly limits: Limits;
  readonly past: Past;
  readonly wallMs: number;
}

const DAY_MS = 86_400_000;

const WEEK_MS = 7 * DAY_MS;

/** “Not now” means: not today. */
const SNOOZE_MS = DAY_MS;

/** The ledger keeps a week; more than this in a week is beyond any limit, so that it stays small. */
const MAX_VIEWS = 200;

/** Who has closed it often enough is not asked again; who has closed several of ours is left in peace for a time. */
export function dismissed({ rule, limits, past, wallMs }: Question): Held | undefined {
  const most = rule.limits.stopAfterDismissals;
  if (past.closed.length >= most) return { because: `closed ${past.closed.length} times, stops after ${most}` };
  const recent = past.closedOfAll.filter((at) => wallMs - at < limits.afterDismissMs).sort((a, b) => a - b);
  const first = recent.at(-limits.stopAfterDismissals);
  return first === undefined ? undefined : { because: `${recent.length} nudges closed lately`, until: first + limits.afterDismissMs };
}

export function never({ past }: Question): Held | undefined {
  return past.never ? { because: 'the visitor said: don’t show this again' } : undefined;
}

/** The rest after “not now” and after closing. */
export function snoozed({ rule, past, wallMs }: Question): Held | undefined {
  const rests = [
    ...past.snoozed.map((at) => ({ because: 'the visitor said: not now', until: at + SNOOZE_MS })),
    ...past.closed.slice(-1).map((at) => ({ because: 'the visitor closed it', until: at + rule.limits.afterDismissMs })),
  ];
  return rests.filter(({ until }) => until > wallMs).sort((a, b) => b.until - a.until)[0];
}

export function limit(question: Question): Held | undefined {
  const { rule, limits, past } = question;
  if (past.views.length >= MAX_VIEWS) return { because: `${MAX_VIEWS} nudges shown in a week` };
  const own = past.views.filter((view) => view.rule === rule.id);
  return full(rule.limits, own, past.ever, question) ?? full(limits, past.views, past.everOfAll, question);
}

/** The least time between two nudges, of this rule and of any. */
export function gap({ rule, limits, past, wallMs }: Question): Held | undefined {
  const ends = past.views.map(({ rule: shown, at }) => at + Math.max(limits.gapMs, shown === rule.id ? rule.limits.gapMs : 0));
  const end = Math.max(0, ...ends);
  return end > wallMs ? { because: 'too soon after the last nudge', until: end } : undefined;
}

function full(limits: Limits, views: readonly View[], ever: number, { wallMs }: Question): Held | undefined {
  const within = (ms: number) => views.filter(({ at }) => wallMs - at < ms);
  const counts: readonly (readonly [keyof Limits, number, number?])[] = [
    ['perPage', views.filter(({ where }) => where === 'this page').length],
    ['perSession', views.filter(({ where }) => where !== 'before').length],
    ['perDay', within(DAY_MS).length, DAY_MS],
    ['perWeek', within(WEEK_MS).length, WEEK_MS],
    ['ever', ever],
  ];
  const [key, count, windowMs] = counts.find(([name, times]) => times >= limits[name]) ?? [];
  if (key === undefined) return undefined;
  const because = `shown ${count} times, ${key} is ${limits[key]}`;
  const freeing = windowMs && limits[key] ? within(windowMs).at(-limits[key]) : undefined;
  return freeing && windowMs ? { because, until: freeing.at + windowMs } : { because };
}
