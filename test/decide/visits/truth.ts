import { armIn, isHeldOut } from '../../../src/decide/arm';
import type { AttributeValue, OutcomeAnswer, QuietHours, Rule, Rules } from '../../../src/types';
import { DAY_MS, MINUTE_MS } from '../given';
import type { PageLoad, Said, Standing } from './pageLoad';

/** Something that was shown, or stands for it. */
export interface View {
  readonly rule: Rule;
  readonly stage: number;
  readonly page: string;
  readonly visit: string;
  what: 'coming' | 'shown' | 'withheld' | 'watched' | 'did not come';
  /** By a clock that nobody sets. */
  now: number;
  /** By the clock on the wall. */
  at: number;
  answer?: OutcomeAnswer;
  answeredNow?: number;
  answeredAt?: number;
  forMs?: number | undefined;
  /** Of “not on this page”: its path. */
  path?: string | undefined;
  /** What was refused is wanted again. */
  revived?: boolean;
}

/** A signal, and when it was told. */
export type Told = Parameters<PageLoad['signal']>[0] & { readonly at: number };

/** What a visitor's hands did in one load of a page, and what happened there; times of the page. */
export interface HereTruth {
  key: number;
  fieldKey: number;
  drag: number;
  scroll: number;
  down: boolean;
  readonly signals: Told[];
  readonly attributes: Map<string, AttributeValue>;
  readonly incidents: { readonly id: string; readonly places: readonly string[]; until: number }[];
  /** Until when, by the clock on the wall. */
  readonly holds: Map<string, number>;
  readonly holidays: Set<string>;
}

/** All that somebody who sits beside the visitor would write down. */
export interface Truth {
  readonly rules: Rules;
  /** Whom the file's rules and their parts are about, as it was written. */
  readonly written: WrittenFile;
  readonly views: View[];
  readonly contacts: { readonly intent: string; readonly at: number }[];
  level: string;
  /** What it was before no help at all was wanted. */
  levelBefore: string;
  /** What the visitor was told of, and what they want to know of, by incident. */
  readonly told: Set<string>;
  readonly wanted: Set<string>;
  /** When what they were told of ends by itself at the earliest, by the clock on the wall; -Infinity once it has. */
  readonly ends: Map<string, number>;
  /** The visits in which they were asked whether help was helpful. */
  readonly asked: string[];
  ownHours: readonly QuietHours[];
  wasSetBack: boolean;
}

export interface WrittenFile {
  readonly segments?: Readonly<Record<string, object>>;
  readonly rules: readonly { readonly id: string; readonly who?: object; readonly then?: readonly { readonly only?: object }[]; readonly unless?: readonly { readonly who?: object }[] }[];
}

export const nothingHappened = (): HereTruth => ({
  key: -Infinity, fieldKey: -Infinity, drag: -Infinity, scroll: -Infinity, down: false, signals: [], attributes: new Map(), incidents: [], holds: new Map(), holidays: new Set(),
});

const HAND_MS = 1000;
const WEEK_MS = 7 * DAY_MS;

/** After these the visitor wants no more, or needs none. */
const ENDED: readonly (OutcomeAnswer | undefined)[] = ['closed', 'not-now', 'never', 'mute', 'human', 'resolved', 'off'];

/** Where and when help is put on the page. */
export interface Shown {
  readonly page: PageLoad;
  readonly here: HereTruth;
  readonly standing: Standing;
  readonly rule: Rule;
  readonly visit: string;
  /** By a clock that nobody sets, and by the one on the wall. */
  readonly now: number;
  readonly wall: number;
}

/** What is wrong about help that is put on the page now, straight from the words of docs/rules.md. */
export function wrongWith(shown: Shown, truth: Truth): readonly string[] {
  return [...hands(shown), ...person(shown, truth), ...trouble(shown, truth), ...unless(shown, truth), ...limits(shown, truth), ...quiet(shown, truth), ...then(shown, truth)].filter((each) => each !== false);
}

/** What has ended by itself is over, also where the clock is set back later. */
export function end({ told, ends }: Pick<Truth, 'told' | 'ends'>, wall: number): void {
  for (const [id, until] of ends) {
    if (until > wall) continue;
    ends.set(id, -Infinity);
    told.delete(id);
  }
}

/** Where and when something is said besides help. */
export interface Saying extends Pick<Shown, 'page' | 'here' | 'visit' | 'wall'> {
  readonly said: Said;
}

/** What is wrong about something that is said besides help. */
export function wrongToSay({ page, here, visit, wall, said: { kind } }: Saying, { level, ownHours, told, wanted, ends, asked }: Truth): readonly string[] {
  const { state, now } = page;
  const isOver = (id: string): boolean => ends.get(id) === -Infinity || here.incidents.some((incident) => incident.id === id && incident.until <= wall);
  const live = here.incidents.filter(({ until }) => until > wall);
  return [
    level === 'none' && 'to a visitor who wants nothing', isQuiet(ownHours, wall, undefined) && 'in the visitor’s own quiet hours',
    state.hidden && 'in a hidden page', !!page.standing() && 'over help', [...here.holds.values()].some((until) => until > wall) && 'though the host holds',
    kind === 'known' ? live.every(({ id }) => told.has(id)) && 'of nothing new that is broken' : [
      here.down && 'while a pointer is down', now() - here.key < HAND_MS && 'within a second of a key', now() - here.drag < HAND_MS && 'within a second of a drag',
      state.dialog && 'beside a dialog', state.video && 'beside a video', state.fullscreen && 'in fullscreen',
    ],
    kind === 'works' && ![...wanted].some(isOver) && 'to nobody who wanted to know',
    kind === 'helpful' && asked.includes(visit) && 'twice in a visit',
  ].flat().filter((each) => each !== false);
}

type Wrong = readonly (string | false)[];

function hands({ page: { state, now }, here, rule }: Shown): Wrong {
  return [
    ...(rule.urgency === 'immediate' ? [] : [
      now() - here.key < HAND_MS && 'within a second of a key', now() - here.drag < HAND_MS && 'within a second of a drag', here.down && 'while a pointer is down',
    ]),
    state.hidden && 'in a hidden page',
  ];
}

function person({ here, rule, standing: { decision }, visit, page }: Shown, { rules, written, level }: Truth): Wrong {
  const { who, then } = written.rules.find(({ id }) => id === rule.id) ?? {};
  const isMeant = (wanted: object | undefined): boolean => !wanted || meant(wanted, here.attributes, written);
  return [
    rule.status !== 'live' && rule.status,
    isHeldOut(rules.holdout, visit) && 'in the holdout',
    !!rule.experiment && armIn(rule.experiment, visit) === 'control' && 'in control',
    !isMeant(who) && 'to whom the rule is not about',
    !isMeant(then?.[decision.stage - 1]?.only) && 'to whom the stage is not about',
    level === 'none' && 'to a visitor who wants nothing',
    level === 'critical' && !isCritical(rule) && 'to a visitor who wants critical help only',
    rule.where.page.length > 0 && !rule.where.page.some((each) => page.pages().includes(each)) && 'on another page',
    rule.where.device !== 'any' && rule.where.device !== (page.state.touch ? 'touch' : 'pointer') && 'on another device',
    decision.channel === 'none' && 'though the policy says: watch',
  ];
}

function trouble({ page, here, rule, standing: { decision: { stage, score } }, now }: Shown, { views }: Truth): Wrong {
  const counted = new Set<string>(rule.signals.filter(({ points }) => points > 0).map(({ signal }) => signal));
  const last = Math.max(-Infinity, ...here.signals.filter(({ name }) => counted.has(name)).map(({ at }) => at));
  const before = previous(views, rule, stage, page.id);
  const due = stage ? (before?.now ?? -Infinity) + rule.then[stage - 1]!.afterMs : now - page.now() + last;
  return [
    now - due > rule.help.waitMs && `${now - due} ms after the trouble`,
    page.now() < rule.quiet.firstMs && 'in the first seconds',
    score.confidence < rule.help.confidence && 'though it is not sure',
  ];
}

function unless({ page, here, rule, standing: { decision }, wall }: Shown, { written, contacts, views }: Truth): Wrong {
  const { state } = page;
  const place = decision.nudge?.at ?? undefined;
  const doing: Readonly<Record<string, boolean>> = {
    'typing': page.now() - here.fieldKey < 3000, 'pointer-down': here.down, 'scrolling': page.now() - here.scroll < 500, 'dialog-open': state.dialog, 'video-playing': state.video,
    'page-hidden': state.hidden, 'offline': state.offline, 'fullscreen': state.fullscreen, 'element-hidden': place !== undefined && state.elements.get(place)?.seen === false,
  };
  const whos = written.rules.find(({ id }) => id === rule.id)?.unless?.flatMap(({ who }) => who ?? []) ?? [];
  const lastAt = (name: string): number => Math.max(-Infinity, ...here.signals.filter((signal) => signal.name === name && !signal.amends).map(({ at }) => at));
  const concerned = [...rule.where.page, ...rule.where.element, ...page.pages()];
  return [
    ...rule.unless.map((each) => each.kind === 'while' && doing[each.doing]! && `unless ${each.doing}`),
    ...rule.unless.map((each) => each.kind === 'page' && page.pages().includes(each.page) && `unless on ${each.page}`),
    ...rule.unless.map((each) => each.kind === 'signal' && page.now() - lastAt(each.signal) < each.withinMs && `unless ${each.signal}`),
    ...whos.map((who) => meant(who, here.attributes, written) && 'unless such a visitor'),
    state.dialog && 'beside a dialog',
    [...here.holds.values()].some((until) => until > wall) && 'though the host holds',
    here.incidents.some(({ places, until }) => until > wall && (!places.length || places.some((each) => concerned.includes(each)))) && 'though it is known to be broken',
    contacts.some(({ intent, at }) => intent === rule.intent && wall - at < WEEK_MS && wall >= at) && 'though the host has told the same',
    views.some((view) => isView(view) && view.rule !== rule && view.rule.intent === rule.intent && wall - view.at < WEEK_MS && wall >= view.at) && 'though another rule has told the same',
  ];
}

const isView = ({ what }: View): boolean => what === 'coming' || what === 'shown' || what === 'withheld';

function limits({ page, rule, visit, wall, standing: { decision } }: Shown, { rules, views, wasSetBack }: Truth): Wrong {
  const { stage } = decision;
  const own = views.filter((view) => view.rule === rule);
  const scopes = [['own', rule.limits, own.filter((view) => isView(view) || view.what === 'watched')], ['all', rules.limits, views.filter(isView)]] as const;
  const within = (at: number | undefined, ms: number): boolean => at !== undefined && !wasSetBack && wall - at < ms;
  const refused = views.filter((view) => !view.revived);
  const closings = refused.filter((view) => view.rule === rule && view.answer === 'closed');
  return [
    ...scopes.flatMap(([name, { perPage, perSession, perDay, perWeek, ever, gapMs }, seen]) => [
      seen.filter((view) => view.page === page.id).length >= perPage && `${name} perPage`,
      seen.filter((view) => view.visit === visit).length >= perSession && `${name} perSession`,
      seen.filter(({ at }) => within(at, DAY_MS)).length >= perDay && `${name} perDay`,
      seen.filter(({ at }) => within(at, WEEK_MS)).length >= perWeek && `${name} perWeek`,
      seen.length >= ever && `${name} ever`,
      !stage && seen.some(({ at }) => within(at, gapMs)) && `${name} gap`,
    ]),
    closings.length >= rule.limits.stopAfterDismissals && `after ${closings.length} dismissals`,
    within(closings.at(-1)?.answeredAt, Math.min(rule.limits.afterDismissMs * 2 ** (closings.length - 1), 365 * DAY_MS)) && 'in the rest after a dismissal',
    refused.filter((view) => view.answer === 'closed' && within(view.answeredAt, rules.limits.afterDismissMs)).length >= rules.limits.stopAfterDismissals && 'in the rest of all',
    refused.some((view) => view.answer === 'never' && view.rule.intent === rule.intent) && 'after never',
    refused.some((view) => view.rule === rule && view.answer === 'not-now' && (view.path ?? page.state.path) === page.state.path
      && within(view.answeredAt, view.forMs ?? (view.path ? 30 : 1) * DAY_MS)) && 'after not now',
    decision.channel !== 'chip' && views.some((view) => view.answer === 'human' && (view.visit === visit || within(view.answeredAt, 30 * MINUTE_MS))) && 'after a person was asked for',
    !stage && own.some((view) => view.what === 'shown' && ['action', 'human'].includes(view.answer ?? '') && within(view.answeredAt, rule.limits.afterHelpedMs)) && 'after it helped',
  ];
}

function quiet({ rule, here, wall, standing: { decision } }: Shown, { rules, ownHours }: Truth): Wrong {
  return [
    ...[rule.quiet, rules.quiet].flatMap(({ hours, holidays, timeZone, except }): Wrong => {
      if (decision.nudge && except.includes(decision.nudge.template)) return [];
      return [
        isQuiet(hours, wall, timeZone) && 'in quiet hours',
        !isCritical(rule) && holidays.length + here.holidays.size > 0 && [...holidays, ...here.holidays].includes(clockOf(wall, timeZone).day) && 'on a holiday',
      ];
    }),
    isQuiet(ownHours, wall, undefined) && 'in the visitor’s own quiet hours',
    rule.from !== undefined && clockOf(wall, undefined).day < rule.from && 'before its first day',
    rule.until !== undefined && clockOf(wall, undefined).day > rule.until && 'after its last day',
  ];
}

/** What comes `then`: once, in its order, after help that the visitor did not end. */
function then({ page, rule, standing: { decision: { stage } }, now }: Shown, { views }: Truth): Wrong {
  if (!stage) return [];
  const { afterMs, if: condition } = rule.then[stage - 1]!;
  const before = previous(views, rule, stage, page.id);
  return [
    views.some((view) => view.rule === rule && view.page === page.id && view.stage === stage && isView(view)) && `stage ${stage} again`,
    before?.what !== 'shown' && `stage ${stage} without the one before`,
    !!before && now - before.now < afterMs && `stage ${stage} too early`,
    ENDED.includes(before?.answer) && `stage ${stage} after ${before?.answer}`,
    condition === 'asked-for-more' && before?.answer !== 'action' && `stage ${stage} though nobody asked for more`,
  ];
}

/** The last help of a rule before this stage, in this page. */
function previous(views: readonly View[], rule: Rule, stage: number, page: string): View | undefined {
  return views.filter((view) => view.rule === rule && view.page === page && view.stage < stage && view.what !== 'did not come').at(-1);
}

function isCritical({ urgency }: Rule): boolean {
  return urgency === 'critical' || urgency === 'immediate';
}

function isQuiet(hours: readonly QuietHours[], wall: number, timeZone: string | undefined): boolean {
  if (!hours.length) return false;
  const { weekday, minute } = clockOf(wall, timeZone);
  const isOn = (days: readonly number[], day: number): boolean => !days.length || days.includes(day);
  return hours.some(({ from, to, days }) => (from < to ? minute >= from && minute < to && isOn(days, weekday) : (minute >= from && isOn(days, weekday)) || (minute < to && isOn(days, (weekday + 6) % 7))));
}

/** What the clock on the wall and the calendar beside it say. */
function clockOf(wall: number, timeZone: string | undefined): { readonly day: string; readonly weekday: number; readonly minute: number } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(wall).split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { day, weekday: new Date(`${day}T12:00Z`).getUTCDay(), minute: hour * 60 + minute };
}

/** Whether somebody is meant, by the words of the file. */
function meant(who: object, attributes: ReadonlyMap<string, AttributeValue>, file: WrittenFile): boolean {
  const { attribute, is, isNot, oneOf, noneOf, atLeast, atMost, exists, all, any, not, segment } = who as {
    readonly attribute?: string; readonly is?: unknown; readonly isNot?: unknown; readonly oneOf?: readonly unknown[]; readonly noneOf?: readonly unknown[];
    readonly atLeast?: number; readonly atMost?: number; readonly exists?: boolean; readonly all?: readonly object[]; readonly any?: readonly object[]; readonly not?: object; readonly segment?: string;
  };
  const each = (one: object): boolean => meant(one, attributes, file);
  if (segment) return each(file.segments?.[segment] ?? {});
  if (all) return all.every(each);
  if (any) return any.some(each);
  if (not) return !each(not);
  const value = attributes.get(attribute ?? '');
  if (exists !== undefined) return (value !== undefined) === exists;
  if (oneOf) return oneOf.includes(value);
  if (noneOf) return !noneOf.includes(value);
  if (atLeast !== undefined) return typeof value === 'number' && value >= atLeast;
  if (atMost !== undefined) return typeof value === 'number' && value <= atMost;
  return is === undefined ? value !== isNot : value === is;
}
