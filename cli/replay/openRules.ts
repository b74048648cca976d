import { createCriteria } from '../../src/score/criteria';
import type { Rule, Rules, Template, Unless, Who } from '../../src/types';

/** Rules as a replay needs them, made ready once for all visits. */
export interface OpenRules {
  readonly rules: Rules;
  readonly criteriaOf: ReturnType<typeof createCriteria>;
}

/** They stand in the corner, or along the edge. */
const PLACELESS: readonly Template[] = ['banner', 'chat-invite'];

/** A test of an attribute that nobody can answer, taken as it opens. */
const YES: Who = { kind: 'all', of: [] };
const NO: Who = { kind: 'any', of: [] };

/**
 * The rules as far as facts can answer them. What facts never tell is taken as open: who the visitor is beyond the segments that
 * decisions name, and the device. A draft is tried out like a rule that watches. Scores stay what they are.
 */
export function openRules(given: Rules): OpenRules {
  const rules = { ...given, rules: given.rules.map(opened) };
  const criteriaOf = createCriteria(rules.model);
  const ready = new Map(rules.rules.map((rule) => [rule, criteriaOf(rule)]));
  return { rules, criteriaOf: (rule) => ready.get(rule) ?? criteriaOf(rule) };
}

/** What the facts do not tell and the rules ask for, for people. */
export function assumptions({ rules, quiet }: Rules, zone: string): readonly string[] {
  const unless = rules.flatMap((rule) => rule.unless);
  const whos = rules.flatMap(({ who, then, unless: blockers }) => [who, ...then.map(({ only }) => only), ...blockers.map((each) => (each.kind === 'who' ? each.who : undefined))]);
  const quiets = [quiet, ...rules.map((rule) => rule.quiet)];
  const asked: readonly (readonly [boolean, string])[] = [
    [true, 'the visitor’s hands rest'],
    [rules.some(({ nudge }) => nudge && !PLACELESS.includes(nudge.template)), 'the nudge’s place is on the page'],
    [unless.some(({ kind }) => kind === 'while'), 'nothing of “unless … while” is the case'],
    [whos.some((who) => who && asksAttribute(who)), 'the visitor’s attributes are the ones wanted, where no fact names the segment'],
    [rules.some(({ where }) => where.device !== 'any'), 'the device is the one wanted'],
    [quiets.some(({ firstMs }) => firstMs > 0), 'the first seconds of the page are over'],
    [quiets.some(({ hours, holidays, timeZone }) => (hours.length || holidays.length) && !timeZone), `the visitor’s clock shows the time of ${zone}`],
    [true, 'the host tells of no incident, contact or absence'],
    [true, 'the visitor wants all help'],
    [true, 'the person was shown nothing in other visits'],
    [true, 'the visitor stays for half a minute after the last fact of a page'],
    [true, 'a nudge that no outcome tells of stands until the page is left'],
  ];
  return asked.flatMap(([isAsked, words]) => (isAsked ? words : []));
}

function opened(rule: Rule): Rule {
  return {
    ...rule,
    status: rule.status === 'draft' ? 'watch' : rule.status,
    where: { ...rule.where, device: 'any' },
    who: rule.who && perhaps(rule.who),
    then: rule.then.map((then) => ({ ...then, only: then.only && perhaps(then.only) })),
    unless: rule.unless.map((each): Unless => (each.kind === 'who' ? { kind: 'who', who: certainly(each.who) } : each)),
  };
}

/** Whether a visitor may be meant, for all that is known. */
function perhaps(who: Who): Who {
  if (who.kind === 'attribute') return YES;
  if (who.segment !== undefined) return { kind: 'attribute', attribute: who.segment, test: 'isNot', values: [false] };
  return { kind: who.kind, of: who.of.map(who.kind === 'none' ? certainly : perhaps) };
}

/** Whether a visitor is meant beyond doubt. */
function certainly(who: Who): Who {
  if (who.kind === 'attribute') return NO;
  if (who.segment !== undefined) return { kind: 'attribute', attribute: who.segment, test: 'is', values: [true] };
  return { kind: who.kind, of: who.of.map(who.kind === 'none' ? perhaps : certainly) };
}

function asksAttribute(who: Who): boolean {
  return who.kind === 'attribute' || who.of.some(asksAttribute);
}
