import type { Resolved, Rule, Unless } from '../../src/types';
import { dig, entriesOf } from '../dig';
import { and, duration, number, or, plural } from '../words';
import { limitWords } from './limits';
import { nudgeWords, wordsIn } from './nudge';
import { day, quietWords } from './quiet';
import { one, signalsOf } from './signals';
import { whoWords } from './who';

/** One thing that a rule says, as sentences. */
export interface Part {
  readonly about: 'status' | 'where' | 'signals' | 'help' | 'unless' | 'nudge' | 'then' | 'resolved' | 'limits' | 'quiet' | 'experiment' | 'why' | 'upkeep';
  readonly sentences: readonly string[];
}

/** A rule in plain words, in the order in which a person would tell it. `written` tells which words are the team's own and which are defaults. */
export function explainRule(rule: Rule, written: unknown, locale: string): readonly Part[] {
  const parts: readonly (readonly [Part['about'], readonly (string | undefined)[]])[] = [
    ['status', [statusOf(rule), datesOf(rule)]],
    ['where', [whereOf(rule)]],
    ['signals', signalsOf(rule, dig(written, 'signals') !== undefined)],
    ['help', [helpOf(rule)]],
    ['unless', [unlessOf(rule)]],
    ['nudge', nudgeOf(rule, locale)],
    ['then', rule.then.flatMap(({ afterMs, if: condition, only, nudge }) => thenOf(afterMs, CONDITIONS[condition], only && whoWords(only), nudgeWords(nudge, locale)))],
    ['resolved', [resolvedOf(rule)]],
    ['limits', [limitsOf(rule, written)]],
    ['quiet', [dig(written, 'quiet') === undefined ? undefined : quietOf(rule)]],
    ['experiment', experimentOf(rule, locale)],
    ['why', [rule.why === undefined ? undefined : `Asked why, it says: “${wordsIn(rule.why, locale)}”`]],
    ['upkeep', [weightOf(rule, dig(written, 'priority')), ownerOf(dig(written, 'owner'))]],
  ];
  return parts.map(([about, sentences]) => ({ about, sentences: sentences.filter((sentence) => sentence !== undefined) })).filter(({ sentences }) => sentences.length);
}

const STATUS: Readonly<Record<Rule['status'], string>> = {
  live: 'It is live',
  watch: 'It only watches: it counts what it would have done, and shows nothing',
  draft: 'It is a draft: it counts, and shows nothing',
  paused: 'It is paused: it counts, and shows nothing',
};

function statusOf({ status, nudge }: Rule): string {
  return status === 'live' && !nudge ? 'It is live but has no nudge, so it only watches.' : `${STATUS[status]}.`;
}

function datesOf({ from, until }: Rule): string | undefined {
  if (from === undefined && until === undefined) return undefined;
  return `It holds${from === undefined ? '' : ` from ${day(from)}`}${until === undefined ? '' : ` until ${day(until)}`}.`;
}

function whereOf({ where: { page, workflow, step, element, device }, who }: Rule): string {
  const places = [
    ...(element.length ? [`at ${or(element.map((name) => `“${name}”`))}`] : []),
    ...(step.length ? [`in the ${step.length === 1 ? 'step' : 'steps'} ${or(step.map((id) => `“${id}”`))}`] : []),
    ...(workflow === undefined ? [] : [`${step.length ? 'of' : 'in'} the workflow “${workflow}”`]),
    ...(page.length ? [`on ${or(page.map((name) => (name.startsWith('/') ? name : `the page “${name}”`)))}`] : []),
  ];
  const devices = { any: '', touch: ', on touch screens', pointer: ', with a mouse or pen' };
  return `It looks for trouble ${places.join(' ') || 'on every page'}${devices[device]}${who ? `, for visitors ${whoWords(who)}` : ''}.`;
}

const SURENESS = [[0.75, 'very sure'], [0.6, 'fairly sure'], [0, 'at all sure']] as const;

function helpOf({ help: { score, confidence, forMs, pauseMs, waitMs }, nudge }: Rule): string {
  const [, sure] = SURENESS.find(([from]) => confidence >= from) ?? SURENESS[2];
  const stays = forMs ? `, has stayed there for ${duration(forMs)}` : '';
  const due = `is due when the score reaches ${number(score)} of 100${stays} and furrow is ${sure} (${number(confidence)} of 1)`;
  return nudge ? `Help ${due}. It waits until the visitor has rested for ${duration(pauseMs)}, and is given up after ${duration(waitMs)}.` : `Trouble ${due.replace(/^is due/, 'counts')}.`;
}

const DOING: Readonly<Record<Extract<Unless, { kind: 'while' }>['doing'], string>> = {
  'typing': 'the visitor is typing', 'pointer-down': 'a button or finger is down', 'scrolling': 'the visitor is scrolling', 'dialog-open': 'a dialog is open', 'video-playing': 'a film is playing',
  'page-hidden': 'the page is hidden', 'offline': 'the browser is offline', 'element-hidden': 'the element cannot be seen', 'fullscreen': 'something fills the screen',
};

function unlessOf({ unless }: Rule): string | undefined {
  return unless.length ? `It keeps silent ${or(unless.map(blocker))}.` : undefined;
}

function blocker(unless: Unless): string {
  if (unless.kind === 'while') return `while ${DOING[unless.doing]}`;
  if (unless.kind === 'signal') return `within ${duration(unless.withinMs)} of ${one(unless.signal)}`;
  if (unless.kind === 'page') return `on ${unless.page.startsWith('/') ? unless.page : `the page “${unless.page}”`}`;
  return `for visitors ${whoWords(unless.who)}`;
}

function nudgeOf({ nudge, status }: Rule, locale: string): readonly string[] {
  if (!nudge) return [];
  const [first = '', ...more] = nudgeWords(nudge, locale);
  return [`It ${status === 'live' ? 'shows' : 'would show'} ${first}`, ...more];
}

const CONDITIONS: Readonly<Record<Rule['then'][number]['if'], string>> = {
  'still-struggling': 'if the visitor is still struggling', 'not-dismissed': 'if the visitor has not closed it', 'asked-for-more': 'if the visitor asked for more',
};

function thenOf(afterMs: number, condition: string, only: string | undefined, [first = '', ...more]: readonly string[]): readonly string[] {
  return [`Then, ${duration(afterMs)} later, ${condition}${only === undefined ? '' : `, for visitors ${only}`}, it shows ${first}`, ...more];
}

function resolvedOf({ resolved }: Rule): string | undefined {
  return resolved.length ? `It is over when ${or(resolved.map(done))}.` : undefined;
}

function done(resolved: Resolved): string {
  if (resolved.kind === 'signal') return `${one(resolved.signal)} comes`;
  if (resolved.kind === 'valid') return `“${resolved.element}” is valid`;
  const [workflow = '', step = ''] = resolved.step.split('/');
  return `the visitor reaches “${step}” in “${workflow}”`;
}

function limitsOf({ limits, nudge }: Rule, written: unknown): string | undefined {
  const own = entriesOf(dig(written, 'limits')).map(([key]) => key);
  const words = own.length && nudge ? limitWords(limits, own) : '';
  return words ? `It ${words}.` : undefined;
}

function quietOf({ quiet }: Rule): string | undefined {
  const words = quietWords(quiet);
  return words ? `It is quiet ${words}.` : undefined;
}

function experimentOf({ experiment }: Rule, locale: string): readonly string[] {
  if (!experiment) return [];
  const { id, control, variants } = experiment;
  const others = variants.flatMap((variant) => (variant.nudge ? `“${variant.id}” shows ${nudgeWords(variant.nudge, locale).join(' ')}` : []));
  return [
    `The experiment “${id}” compares ${and(variants.map(({ id: name, share }) => `“${name}” (${number(share)} %)`))}; ${control ? `${plural(control, 'visitor')} in 100 see nothing, to compare with` : 'nobody goes without'}.`,
    ...others,
  ];
}

function weightOf({ impact, urgency, intent, id }: Rule, priority: unknown): string | undefined {
  const weights = [
    ...(priority === 'high' || priority === 'low' ? [`has ${priority} priority`] : []),
    ...(impact === 'medium' ? [] : [`is about trouble of ${impact} impact`]),
    ...(urgency === 'standard' ? [] : [urgency === 'immediate' ? 'is immediate, so it does not wait for a pause' : `is of ${urgency} urgency`]),
    ...(intent === id ? [] : [`says the same as all rules with the intent “${intent}”`]),
  ];
  return weights.length ? `It ${and(weights)}.` : undefined;
}

function ownerOf(owner: unknown): string | undefined {
  return typeof owner === 'string' ? `It belongs to ${owner}.` : undefined;
}
