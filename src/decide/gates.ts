import type { Gate, PolicyRow, Template } from '../types';
import { isHeldOut } from './arm';
import { brokenFor } from './brokenFor';
import { isDue } from './dates';
import { handsHeld } from './hands';
import { LOOK_AGAIN_MS, type Asked, type Reason } from './here';
import { contactHeld, limitsHeld, personHeld } from './limits';
import { confidenceWord, policyFor, riskOf } from './policy';
import { ownQuietAt, quietAt } from './quiet';
import { blockersOf } from './unless';
import { isMeant, whyNot } from './who';

/** One question of the decision: everything that holds, or nothing where the gate is open. */
export interface Question {
  readonly gate: Exclude<Gate, 'show'>;
  readonly held: (asked: Asked) => readonly (Reason | false | undefined)[];
}

/** They stand at a place, and nowhere else. */
const TIED = new Set<Template | undefined>(['inline', 'steps', 'tooltip']);

/** In the order in which they are asked, always. */
export const GATES: readonly Question[] = [
  { gate: 'consent', held: ({ rule, here }) => [
    !here.purposes.includes('help') && { code: 'purpose', because: 'the visitor has not agreed to help' },
    !isWanted(rule, here) && { code: 'level', because: `the visitor wants ${here.host.level === 'none' ? 'no help' : `${here.host.level} help only`}` },
  ] },
  { gate: 'status', held: ({ rule, here }) => [
    rule.status !== 'live' && { code: 'status', because: `status is ${rule.status}` },
    !rule.nudge && { code: 'no-nudge', because: 'the rule has no nudge' },
    isDue(rule, here),
  ] },
  { gate: 'where', held: where },
  { gate: 'who', held: ({ rule, stage, here: { host } }) => [rule.who, rule.then[stage - 1]?.only].map((who) =>
    who && !isMeant(who, host.attributes) && { code: 'segment', because: whyNot(who, host.attributes) }) },
  { gate: 'holdout', held: ({ rules, here }) => [isHeldOut(rules.holdout, here.visit) && { code: 'held-out', because: `this visit is held out, one of ${rules.holdout.percent} in 100` }] },
  { gate: 'signals', held: ({ score }) => [!score.value && !score.contributions.length && { code: 'no-signals', because: 'nothing that counts was noticed' }] },
  { gate: 'score', held: reached },
  { gate: 'confidence', held: (asked) => {
    const { rule, score } = asked;
    const { channel } = answerOf(asked);
    return [
      score.confidence < rule.help.confidence && { code: 'unsure', because: `confidence ${floored(score.confidence, 100)}, needs ${rule.help.confidence}` },
      channel === 'none' && { code: 'policy', because: 'the policy says: watch' },
    ];
  } },
  { gate: 'unless', held: (asked) => {
    const { rule, here, past, place } = asked;
    const broken = brokenFor(asked);
    return [
      ...blockersOf(rule, here, place),
      here.doing.has('dialog-open') && !place()?.isInDialog?.() && { code: 'doing', because: 'a dialog is open, and the trouble is not in it', until: here.wallMs + LOOK_AGAIN_MS },
      broken && { code: 'incident', because: `known to be broken: ${broken.id}`, until: broken.until < Infinity ? broken.until : undefined },
      contactHeld({ rule, past: past(), contacts: here.host.contacts, wallMs: here.wallMs }),
      ...here.host.holds.map(({ because, until }): Reason => ({ code: because, because: `the host says: ${because}`, until })),
    ];
  } },
  { gate: 'limits', held: (asked) => {
    const { rule, rules: { limits }, stage, here: { wallMs }, past } = asked;
    return [
      // a chip says nothing until it is pressed
      answerOf(asked).channel !== 'chip' && personHeld(past(), wallMs),
      ...limitsHeld({ rule, limits, past: past(), wallMs, stage }),
    ];
  } },
  { gate: 'quiet', held: quiet },
  { gate: 'moment', held: moment },
  { gate: 'experiment', held: ({ rule, arm }) => [arm === 'control' && { code: 'control', because: `this visit is in control of ${rule.experiment?.id}` }] },
  { gate: 'place', held: ({ nudge, here, place }) => [TIED.has(nudge?.template) && !place() && { code: 'no-place', because: 'its place is not on the page', until: here.wallMs + LOOK_AGAIN_MS }] },
];

/** What the policy says to this score of this rule. A score that was reached stays so while it fades a little. */
export function answerOf({ rule: { help, impact, urgency }, rules, score: { value, confidence }, bar }: Asked): PolicyRow {
  const reached = bar.reachedAt === undefined ? value : Math.max(value, help.score);
  return policyFor(rules.policy, { risk: riskOf(reached, help.score), impact, confidence: confidenceWord(confidence), urgency });
}

function isWanted(rule: Asked['rule'], { host: { level } }: Asked['here']): boolean {
  return level === 'all' || (level !== 'none' && isCritical(rule)) || (level === 'important' && (rule.impact === 'high' || rule.urgency === 'high'));
}

/** The visitor must still be where the rule is about; after an abandonment that is, rightly, no longer the workflow. */
function where({ rule, score, here: { pages, steps, device } }: Asked): readonly (Reason | false)[] {
  const { page, workflow, step, device: wantedDevice } = rule.where;
  const wanted = step.map((id) => `${workflow}/${id}`);
  const isInside = (): boolean => steps.some((each) => (wanted.length ? wanted.includes(each) : each.startsWith(`${workflow}/`)));
  const isLeft = (): boolean => score.contributions.some(({ signal, points }) => signal === 'workflow-abandon' && points > 0);
  return [
    page.length > 0 && !page.some((each) => pages.includes(each)) && { code: 'page', because: `the visitor is not on ${page.join(', ')}` },
    workflow !== undefined && !isInside() && !isLeft() && { code: 'step', because: `the visitor is not in ${wanted.join(', ') || workflow}` },
    wantedDevice !== 'any' && wantedDevice !== device && { code: 'device', because: `the device is ${device}, the rule is for ${wantedDevice}` },
  ];
}

function reached({ rule, score, bar: { reachedAt, upSince, spoken }, stage, here: { now, wallMs } }: Asked): readonly (Reason | false)[] {
  const value = floored(score.value, 10);
  if (reachedAt === undefined) return [{ code: 'below', because: `score ${value}, needs ${rule.help.score}` }];
  const restMs = rule.help.forMs - (now - (upSince ?? now));
  return [
    spoken && !stage && { code: 'spoken', because: `has spoken for this trouble; score ${value} has to fall first` },
    restMs > 0 && { code: 'too-short', because: `score ${value} is not up for ${rule.help.forMs / 1000} s yet`, until: wallMs + restMs },
  ];
}

function quiet({ rule, rules, nudge, here }: Asked): readonly (Reason | undefined)[] {
  const { now, wallMs, host } = here;
  const asked = { ...here, isCritical: isCritical(rule), template: nudge?.template };
  const quiets = [rules.quiet, rule.quiet];
  const restMs = Math.max(...quiets.map(({ firstMs }) => firstMs)) - now;
  const [ofAll, own] = quiets.map((each) => quietAt({ ...each, holidays: [...each.holidays, ...host.holidays] }, asked));
  // what a rule takes over from its file is said once
  const isSame = own?.because === ofAll?.because && own?.until === ofAll?.until;
  return [
    ...(restMs > 0 ? [{ code: 'first-seconds', because: 'the page is new', until: wallMs + restMs } as const] : []),
    ofAll, isSame ? undefined : own, ownQuietAt(host, here),
  ];
}

/** Never in the middle of something, never long after the trouble, and one at a time. */
function moment({ rule, bar, stage, since, here }: Asked): readonly (Reason | false)[] {
  const { now, wallMs, moment: { hidden }, standing } = here;
  const { pauseMs, waitMs } = rule.help;
  const soon = wallMs + LOOK_AGAIN_MS;
  return [
    now - (since ?? bar.reachedAt ?? now) > waitMs && { code: 'too-old', because: `the trouble is more than ${waitMs / 1000} s old` },
    ...(rule.urgency === 'immediate' ? [] : handsHeld(here, pauseMs)),
    hidden && { code: 'hidden', because: 'the page is hidden', until: soon },
    standing !== undefined && !(stage && standing === rule.id) && { code: 'busy', because: 'another nudge is open', until: soon },
  ];
}

function isCritical({ urgency }: Asked['rule']): boolean {
  return urgency === 'critical' || urgency === 'immediate';
}

/** Rounded down, so that a number that is too small never reads like one that is enough. */
function floored(value: number, parts: number): number {
  return Math.floor(value * parts) / parts;
}
