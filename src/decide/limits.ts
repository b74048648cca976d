import type { Limits, ReasonCode, Rule } from '../types';
import type { Reason } from './here';
import type { Entry } from './entries';
import type { Past } from './ledger';

/** What the limits are asked about. */
export interface LimitsQuestion {
  readonly rule: Pick<Rule, 'id' | 'intent' | 'limits'>;
  /** Of the file, over all its rules together. */
  readonly limits: Limits;
  readonly past: Past;
  /** Unix time in ms. */
  readonly wallMs: number;
  /** What comes `then` (1 and 2) belongs to help that was just shown or taken: it keeps no distance from it. */
  readonly stage: number;
}

export interface ContactQuestion extends Pick<LimitsQuestion, 'rule' | 'past' | 'wallMs'> {
  /** What the host said with `contacted`; `at` is Unix time in ms. */
  readonly contacts: readonly { readonly intent: string; readonly at: number }[];
}

type Question = Omit<LimitsQuestion, 'stage'>;

/** At most so many of these entries within the span. */
type Bound = readonly [code: ReasonCode, entries: readonly Pick<Entry, 'at'>[], most: number, spanMs: number, because: string];

const DAY_MS = 86_400_000;

const WEEK_MS = 7 * DAY_MS;

/** “Not now” means: not today. */
const SNOOZE_MS = DAY_MS;

/** “Not on this page”: by then it is another page, or another visitor’s question. */
const HERE_MS = 30 * DAY_MS;

/** As long as a visit lasts without a page: who asked for a person in one tab is not spoken to in the next. */
const VISIT_MS = 30 * 60_000;

/** What was closed so long ago nobody remembers; a rest grows no longer. */
const MAX_REST_MS = 365 * DAY_MS;

const VIEWS: readonly Entry['what'][] = ['shown', 'withheld', 'meant'];

/** Every limit that holds, in a fixed order; of those with one code, the one that holds longest. */
export function limitsHeld(question: LimitsQuestion): readonly Reason[] {
  const held = new Map<ReasonCode, Reason & { readonly until: number }>();
  for (const [code, entries, most, spanMs, because] of [...restsOf(question), ...countsOf(question), ...gapsOf(question)]) {
    const until = untilFewer(entries, most, spanMs);
    if (until > Math.max(question.wallMs, held.get(code)?.until ?? 0)) held.set(code, { code, because, until });
  }
  return [...held.values()].map((reason) => (reason.until < Infinity ? reason : { ...reason, until: undefined }));
}

/** The visitor was told the same lately, by another rule or by the host in whatever channel. */
export function contactHeld({ rule: { id, intent }, past: { all }, contacts, wallMs }: ContactQuestion): Reason | undefined {
  const told = [...only(all, VIEWS).filter(({ rule }) => rule !== id), ...contacts].filter((each) => each.intent === intent);
  const until = Math.max(...told.map(({ at }) => at)) + WEEK_MS;
  return until > wallMs ? { code: 'contact', because: `the visitor was told “${intent}” elsewhere`, until } : undefined;
}

/** After a visitor has asked for a person nothing comes by itself for the rest of the visit, in whatever tab. */
export function personHeld({ all, here }: Past, wallMs: number): Reason | undefined {
  const asked = only(all, ['human']);
  const until = asked.some(({ visit }) => visit === here.visit) ? undefined : (asked.at(-1)?.at ?? -Infinity) + VISIT_MS;
  return until === undefined || until > wallMs ? { code: 'person', because: 'the visitor has asked for a person', until } : undefined;
}

/** How long “not now” holds. */
export function snoozeMs({ forMs, path }: Pick<Entry, 'forMs' | 'path'>): number {
  return forMs ?? (path ? HERE_MS : SNOOZE_MS);
}

/** How much of the limits is used, for people. */
export function tally(question: Question): string {
  const counts = countsOf(question).map(([code, views, most]) => ({ code, used: `${views.length} of ${most < Infinity ? most : 'any number'}`, isSet: most < Infinity }));
  return COUNTED.flatMap(([code]) => {
    const [own, all] = counts.filter((each) => each.code === code);
    if (!own || !all || !(own.isSet || all.isSet)) return [];
    return `${own.used} ${code}${own.used === all.used ? '' : ` (all rules: ${all.used})`}`;
  }).join(', ');
}

/** What the visitor said to earlier help, and what it did for them. */
function restsOf({ rule: { id, intent, limits }, limits: file, past: { all, here }, stage }: LimitsQuestion): readonly Bound[] {
  const own = all.filter(({ rule }) => rule === id);
  const closed = only(own, ['closed']);
  const closedOfAll = only(all, ['closed']);
  const restMs = Math.max(limits.afterDismissMs, Math.min(limits.afterDismissMs * 2 ** (closed.length - 1), MAX_REST_MS));
  return [
    ['dismissed', closed, 1, restMs, `closed ${closed.length}×, so it rests`],
    ['dismissed', closed, limits.stopAfterDismissals, Infinity, `closed ${closed.length}×, the most is ${limits.stopAfterDismissals}`],
    ['dismissed', closedOfAll, file.stopAfterDismissals, file.afterDismissMs, `${closedOfAll.length} nudges were closed, so all rest`],
    ['never', only(all, ['never']).filter((entry) => entry.rule === id || entry.intent === intent), 1, Infinity, 'the visitor said: don’t show this again'],
    ...only(own, ['not-now']).map((entry): Bound => ['snoozed', isElsewhere(entry, here) ? [] : [entry], 1, snoozeMs(entry), `the visitor said: not ${entry.path ? 'on this page' : 'now'}`]),
    ['helped', stage ? [] : only(own, ['action', 'human']), 1, limits.afterHelpedMs, 'the visitor was helped'],
  ];
}

const COUNTED: readonly (readonly [code: ReasonCode, key: 'perPage' | 'perSession' | 'perDay' | 'perWeek' | 'ever', spanMs: number, same?: 'page' | 'visit'])[] = [
  ['per-page', 'perPage', Infinity, 'page'],
  ['per-session', 'perSession', Infinity, 'visit'],
  ['per-day', 'perDay', DAY_MS],
  ['per-week', 'perWeek', WEEK_MS],
  ['ever', 'ever', Infinity],
];

/** How often the rule was shown, and any. */
function countsOf(question: Question): readonly Bound[] {
  const { past: { here }, wallMs } = question;
  const scopes = scopesOf(question);
  return COUNTED.flatMap(([code, key, spanMs, same]) => scopes.map(([limits, views, whose]): Bound => {
    const counted = views.filter((view) => wallMs - view.at < spanMs && (!same || view[same] === here[same]));
    return [code, counted, limits[key], spanMs, `shown ${counted.length}×, ${key}${whose} is ${limits[key]}`];
  }));
}

function gapsOf({ stage, ...question }: LimitsQuestion): readonly Bound[] {
  return stage ? [] : scopesOf(question).map(([{ gapMs }, views]) => ['gap', views, 1, gapMs, 'too soon after the last nudge']);
}

/** It was said of another page. */
function isElsewhere({ path }: Entry, here: Past['here']): boolean {
  return !!path && path !== here.path;
}

/** A rule that is tried out keeps its own limits and is in nobody's way; who is only compared with rests as if they had been shown it. */
function scopesOf({ rule, limits, past: { all } }: Question): readonly (readonly [limits: Limits, views: readonly Entry[], whose: string])[] {
  return [[rule.limits, only(all, ['watched', ...VIEWS]).filter((view) => view.rule === rule.id), ''], [limits, only(all, VIEWS), ' of all rules']];
}

function only(entries: readonly Entry[], kinds: readonly Entry['what'][]): readonly Entry[] {
  return entries.filter(({ what }) => kinds.includes(what));
}

/** `entries` are the oldest first. */
function untilFewer(entries: Bound[1], most: number, spanMs: number): number {
  if (!most) return Infinity;
  const first = entries.at(-most);
  return first ? first.at + spanMs : 0;
}
