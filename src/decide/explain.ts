import type { Contribution, Counterfactual, Explanation, Gate, GateAnswer, Problem, Rule, RuleExplanation, Rules } from '../types';
import { decide, heldAt } from './decide';
import { answerOf, GATES } from './gates';
import type { Asked } from './here';
import { tally } from './limits';

/** Every rule as it stands now, and the same as a page of plain text. */
export function explain(
  { file, rules }: Pick<Rules, 'file' | 'rules'>, problems: readonly Problem[], asked: (rule: string) => Asked | undefined, without: (rule: Rule) => Counterfactual | undefined,
): Pick<Explanation, 'problems' | 'rules' | 'toString'> {
  const explained = rules.flatMap((rule) => {
    const about = asked(rule.id);
    return about ? explainRule(about, without(rule)) : [];
  });
  return { problems, rules: explained, toString: () => printed(file, problems, explained) };
}

/** Why a rule would, or would not, speak now: every gate in its order, with its numbers. */
function explainRule(asked: Asked, counterfactual: Counterfactual | undefined): RuleExplanation {
  const gates = GATES.map((question): GateAnswer => {
    const held = heldAt(question, asked);
    if (held.length) return { gate: question.gate, mark: '✗', because: held.map(({ because }) => because).join('; ') };
    const because = OPEN[question.gate](asked);
    return { gate: question.gate, mark: because ? '✓' : '–', because: because || 'nothing is asked' };
  });
  const decision = decide(asked);
  const last: GateAnswer = { gate: 'show', mark: decision.show ? '✓' : '–', because: decision.show ? `${decision.action}, as ${decision.channel}` : 'not now' };
  return { rule: asked.rule.id, of: asked.rule, decision, gates: [...gates, last], counterfactual };
}

/** What is said of a gate that is open; nothing where there was nothing to ask. */
const OPEN: Readonly<Record<Exclude<Gate, 'show'>, (asked: Asked) => string>> = {
  consent: ({ here }) => `the visitor agreed to ${here.purposes.join(', ')} and wants ${here.host.level} help`,
  status: ({ rule: { status, from, until } }) => [status, from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(', '),
  where: ({ rule: { where: { page, workflow, step, device } }, here }) => [
    page.find((each) => here.pages.includes(each)), workflow && (here.steps.find((each) => each.startsWith(`${workflow}/`)) ?? `${workflow}${step.length ? '' : ', left'}`), device !== 'any' && device,
  ].filter(Boolean).join(', '),
  who: ({ rule }) => (rule.who ? 'the visitor is meant' : ''),
  holdout: ({ rules: { holdout } }) => (holdout.percent ? `not among the ${holdout.percent} in 100 that are held out` : ''),
  signals: ({ score: { contributions } }) => contributions.map(({ signal, count }) => `${signal} ${count}×`).join(', '),
  score: ({ rule, score }) => `score ${score.value.toFixed(1)}, needs ${rule.help.score}`,
  confidence: (asked) => `confidence ${asked.score.confidence.toFixed(2)}, needs ${asked.rule.help.confidence}; the policy says ${answerOf(asked).action}`,
  unless: ({ rule }) => (rule.unless.length ? `none of ${rule.unless.length} holds` : ''),
  limits: ({ rule, rules, past, here: { wallMs } }) => tally({ rule, limits: rules.limits, past: past(), wallMs }),
  quiet: ({ rule, rules, here: { host } }) => ([rule.quiet, rules.quiet].some(({ hours, holidays, firstMs }) => hours.length || holidays.length || firstMs) || host.quiet.length || host.holidays.size ? 'no quiet time' : ''),
  moment: () => 'the visitor pauses',
  experiment: ({ rule, arm }) => (rule.experiment ? `${rule.experiment.id}: ${arm}` : ''),
  place: ({ nudge }) => (nudge?.template === 'tooltip' ? 'its place is on the page' : ''),
};

function printed(file: string, problems: readonly Problem[], rules: readonly RuleExplanation[]): string {
  return [
    `furrow, ${file}: ${counted(rules.length, 'rule')}, ${counted(problems.length, 'problem')}`,
    ...problems.map(({ path, message }) => `  ${[path, message].filter(Boolean).join(': ')}`),
    ...rules.flatMap(({ rule, decision: { show, wouldShow, gate, because, score }, gates, counterfactual }) => [
      '', `${rule} ${show ? 'would speak now' : `${wouldShow ? 'would speak, but is held' : 'is silent'}: ${gate}: ${because}`}`,
      ...gates.map((each) => `  ${each.mark} ${each.gate.padEnd(WIDEST)}  ${each.because}`),
      ...score.contributions.map(contributionLine),
      ...(counterfactual ? [`  ${whatIf(counterfactual)}`] : []),
    ]),
  ].join('\n');
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

const WIDEST = 'confidence'.length;

function contributionLine({ signal, place, points, count }: Contribution): string {
  return `    ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)} ${signal}${place && ` at ${place}`}, ${count}×`;
}

/** What would have had to be otherwise, with its numbers. */
function whatIf({ without, score, confidence, flips, needs }: Counterfactual): string {
  const left = flips === 'score' ? `the score would be ${score.toFixed(1)}` : `the confidence would be ${confidence.toFixed(2)}`;
  return `Without ${without === 1 ? 'the heaviest' : `the ${without} heaviest`} of these ${left}, under ${needs}.`;
}
