import type { NudgeText, Rule, Rules, Unless, Who } from '../../../src/types';
import { dig, entriesOf } from '../../dig';
import type { Check } from '../subject';

/** Elements, workflows and segments that nobody uses: often the trace of a slip, or of a rule that is gone. A page needs no rule: its name stands in facts. */
export const unusedPlaces: Check = ({ rules, problems, written }) => {
  // a rule that is refused may use any of them
  if (!rules || problems.length) return [];
  const used: Readonly<Record<string, ReadonlySet<string>>> = {
    elements: new Set(rules.rules.flatMap(elementsOf)), workflows: new Set(workflowsOf(rules)),
  };
  const segments = new Set([...rules.rules.flatMap(segmentsOf), ...Object.values(rules.segments).flatMap(namesIn)]);
  return [
    ...Object.entries(used).flatMap(([kind, names]) => entriesOf(dig(written, 'places', kind)).map(([name]) => ({ name, path: `places.${kind}.${name}`, isUsed: names.has(name) }))),
    ...entriesOf(dig(written, 'segments')).map(([name]) => ({ name, path: `segments.${name}`, isUsed: segments.has(name) })),
  ].flatMap(({ name, path, isUsed }) => (isUsed ? [] : [{ code: 'unused-place' as const, path, message: `"${name}" is used by no rule`, instead: 'take it out, or name it in a rule' }]));
};

function elementsOf({ where, signals, resolved, nudge, experiment, then }: Rule): readonly string[] {
  const nudges = [nudge, ...(experiment?.variants ?? []).map((variant) => variant.nudge), ...then.map((stage) => stage.nudge)];
  return [
    ...where.element, ...signals.map(({ on }) => on ?? ''), ...resolved.map((each) => (each.kind === 'valid' ? each.element : '')),
    ...nudges.flatMap((each) => (each ? elementsOfNudge(each) : [])),
  ];
}

function elementsOfNudge({ at, ctas, steps }: NudgeText): readonly string[] {
  return [at ?? '', ...steps.map((step) => step.at ?? ''), ...ctas.map(({ target }) => target ?? '')];
}

/** Those that a rule names, and all of them where a rule listens to what workflows tell. */
function workflowsOf({ rules, workflows }: Rules): readonly string[] {
  const listens = rules.some(({ where, signals }) => where.workflow === undefined && signals.some(({ signal }) => /^(workflow-abandon|task-overrun|tab-away)$/.test(signal)));
  if (listens) return workflows.map(({ id }) => id);
  return rules.flatMap(({ where, resolved }) => [where.workflow ?? '', ...resolved.map((each) => (each.kind === 'step' ? each.step.split('/')[0] ?? '' : ''))]);
}

function segmentsOf({ who, unless, then }: Rule): readonly string[] {
  return [who, ...unless.map(whoOf), ...then.map(({ only }) => only)].flatMap((each) => (each ? namesIn(each, true) : []));
}

function whoOf(unless: Unless): Who | undefined {
  return unless.kind === 'who' ? unless.who : undefined;
}

/** The segments inside a group of visitors; `itself` too, where it is one. */
function namesIn(who: Who, itself: unknown): readonly string[] {
  if (who.kind === 'attribute') return [];
  return [...(itself === true && who.segment ? [who.segment] : []), ...who.of.flatMap((inner) => namesIn(inner, true))];
}
