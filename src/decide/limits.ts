import type { Limits, ReasonCode, Rule } from '../types';
import type { Reason } from './here';
import type { Entry, Past } from './ledger';

/** What the limits are asked about. */
export interface LimitsQuestion {
  readonly rule: Pick<Rule, 'id' | 'intent' | 'limits'>;
  /** Of the file, over all its rules together. */
  readonly limits: Limits;
  readonly past: Past;
  /** Unix time in ms. */
  readonly wallMs: number;
  /** What comes `then` (1 and 2) belongs to help that was just shown: it keeps no distance from it. */
  readonly stage: number;
}

export interface ContactQuestion extends Pick<LimitsQuestion, 'rule' | 'past' | 'wallMs'> {
  /** What the host said with `contacted`; `at` is Unix time in ms. */
  readonly contacts: readonly { readonly intent: string; readonly at: number }[];
}

/** Ends in the past where it does not hold, and never where only something new can open it. */
type Limit = readonly [code: ReasonCode, until: number, because: string];

const DAY_MS = 86_400_000;

const WEEK_MS = 7 * DAY_MS;

/** “Not now” means: not today. */
const SNOOZE_MS = DAY_MS;

/** What was closed so long ago nobody remembers; a rest grows no longer. */
const MAX_REST_MS = 365 * DAY_MS;

/** Every limit that holds, in a fixed order; of those with one code, the one that holds longest. */
export function limitsHeld(question: LimitsQuestion): readonly Reason[] {
  const held = new Map<ReasonCode, Limit>();
  const counts = countsOf(question).map(({ code, key, spanMs, most, views, whose }): Limit =>
    [code, untilFewer(views, most, spanMs), `shown ${views.length}×, ${key}${whose} is ${most}`]);
  for (const limit of [...restsOf(question), ...counts, gapOf(question)]) {
    const [code, until] = limit;
    if (until > Math.max(question.wallMs, held.get(code)?.[1] ?? 0)) held.set(code, limit);
  }
  return [...held.values()].map(([code, until, because]) => ({ code, because, until: until < Infinity ? until : undefined }));
}

/** The visitor was told the same lately, by another rule or by the host in whatever channel. */
export function contactHeld({ rule: { id, intent }, past, contacts, wallMs }: ContactQuestion): Reason | undefined {
  const told = [...past.all.filter((entry) => entry.rule !== id && isView(entry)), ...contacts].filter((each) => each.intent === intent);
  const until = Math.max(...told.map(({ at }) => at)) + WEEK_MS;
  return until > wallMs ? { code: 'contact', because: `the visitor was told “${intent}” elsewhere`, until } : undefined;
}

/** How much of the limits is used, for people. */
export function tally(question: Omit<LimitsQuestion, 'stage'>): string {
  const used = countsOf(question).filter(({ most }) => most < Infinity);
  return used.map(({ views, most, key, whose }) => `${views.length} of ${most} ${key}${whose}`).join(', ');
}

function restsOf({ rule: { id, intent, limits }, limits: file, past: { all } }: LimitsQuestion): readonly Limit[] {
  const own = all.filter(({ rule }) => rule === id);
  const closed = own.filter(isClosed);
  const closedOfAll = all.filter(isClosed);
  const never = all.filter((entry) => entry.what === 'never' && (entry.rule === id || entry.intent === intent));
  const snoozedUntil = own.map(({ what, at, forMs = SNOOZE_MS }) => (what === 'not-now' ? at + forMs : 0));
  const helped = own.filter(({ what }) => what === 'action' || what === 'human' || what === 'resolved');
  const restMs = Math.max(limits.afterDismissMs, Math.min(limits.afterDismissMs * 2 ** (closed.length - 1), MAX_REST_MS));
  return [
    ['dismissed', untilFewer(closed, 1, restMs), `closed ${closed.length}×, so it rests`],
    ['dismissed', untilFewer(closed, limits.stopAfterDismissals, Infinity), `closed ${closed.length}×, the most is ${limits.stopAfterDismissals}`],
    ['dismissed', untilFewer(closedOfAll, file.stopAfterDismissals, file.afterDismissMs), `${closedOfAll.length} nudges were closed, so all rest`],
    ['never', untilFewer(never, 1, Infinity), 'the visitor said: don’t show this again'],
    ['snoozed', Math.max(...snoozedUntil), 'the visitor said: not now'],
    ['helped', untilFewer(helped, 1, limits.afterHelpedMs), 'the visitor was helped'],
  ];
}

/** What each count of views counts, of the rule and of all rules together. */
function countsOf({ rule, limits: file, past: { all, here }, wallMs }: Omit<LimitsQuestion, 'stage'>): readonly Count[] {
  return COUNTED.flatMap(([code, key, spanMs, isHere]) => {
    const counted = all.filter((entry) => isHere(entry, here) && wallMs - entry.at < spanMs);
    return [
      { code, key, spanMs, most: rule.limits[key], views: viewsOf(rule, counted), whose: '' },
      { code, key, spanMs, most: file[key], views: counted.filter(isView), whose: ' of all rules' },
    ];
  });
}

interface Count {
  readonly code: ReasonCode;
  readonly key: 'perPage' | 'perSession' | 'perDay' | 'perWeek' | 'ever';
  readonly spanMs: number;
  readonly most: number;
  readonly views: readonly Entry[];
  readonly whose: string;
}

const COUNTED: readonly (readonly [Count['code'], Count['key'], spanMs: number, isHere: (entry: Entry, here: Past['here']) => boolean])[] = [
  ['per-page', 'perPage', Infinity, ({ page }, here) => page === here.page],
  ['per-session', 'perSession', Infinity, ({ visit }, here) => visit === here.visit],
  ['per-day', 'perDay', DAY_MS, () => true],
  ['per-week', 'perWeek', WEEK_MS, () => true],
  ['ever', 'ever', Infinity, () => true],
];

/** The least time between two nudges: of this rule, and of any. */
function gapOf({ rule, limits: file, past: { all }, stage }: LimitsQuestion): Limit {
  const until = Math.max(untilFewer(viewsOf(rule, all), 1, rule.limits.gapMs), untilFewer(all.filter(isView), 1, file.gapMs));
  return ['gap', stage ? 0 : until, 'too soon after the last nudge'];
}

/** A rule that is tried out keeps its own limits, and is in nobody's way. */
function viewsOf({ id }: LimitsQuestion['rule'], entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => entry.rule === id && (entry.what === 'watched' || isView(entry)));
}

function isClosed({ what }: Entry): boolean {
  return what === 'closed';
}

/** What would have been shown counts as if it were, so that whoever is only compared with rests alike. */
function isView({ what }: Entry): boolean {
  return what === 'shown' || what === 'withheld' || what === 'meant';
}

/** Until when there are as many as that within the span; `entries` are the oldest first. */
function untilFewer(entries: readonly Entry[], most: number, spanMs: number): number {
  const nthLast = entries.at(-most);
  if (!most) return Infinity;
  return nthLast ? nthLast.at + spanMs : 0;
}
