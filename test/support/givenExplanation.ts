import type { Contribution, Decision, Explanation, GateAnswer, Held, NudgeText, Rule, RuleExplanation, Signal } from '../../src/types';

const LIMITS: Rule['limits'] = { perPage: 1, perSession: 2, perDay: 3, perWeek: 99, ever: 99, gapMs: 300_000, afterDismissMs: 86_400_000, stopAfterDismissals: 2, afterHelpedMs: 86_400_000 };
const QUIET: Rule['quiet'] = { hours: [], timeZone: undefined, holidays: [], except: [], firstMs: 0 };
const GATES: readonly GateAnswer['gate'][] = ['consent', 'status', 'where', 'who', 'holdout', 'signals', 'score', 'confidence', 'unless', 'limits', 'quiet', 'moment', 'experiment', 'place', 'show'];

export const NUDGE: NudgeText = {
  template: 'tooltip', at: undefined, side: 'auto',
  title: { en: 'Having trouble with the card?', fr: 'Un souci avec la carte ?' }, body: { en: 'You can also pay by invoice.' },
  ctas: [{ label: { en: 'Pay by invoice', ar: 'الدفع بالفاتورة' }, do: 'close', target: undefined, forMs: undefined, style: 'primary' }],
  steps: [],
};

/** A rule with every default, for what reads rules and never checks them. */
export function givenRule(id: string, rule: Partial<Rule> = {}): Rule {
  return {
    id, status: 'live', from: undefined, until: undefined, intent: id, impact: 'medium', urgency: 'standard', why: undefined,
    where: { page: [], workflow: undefined, step: [], element: [], device: 'any' }, who: undefined, signals: [],
    help: { score: 60, confidence: 0.6, forMs: 0, pauseMs: 0, waitMs: 30_000 }, unless: [], limits: LIMITS, quiet: QUIET,
    experiment: undefined, nudge: NUDGE, resolved: [], then: [], ...rule,
  };
}

export function givenSignal(id: string, signal: Partial<Signal> = {}): Signal {
  return { id, name: 'rage-click', at: 0, strength: 0.8, place: 'pay', names: ['pay'], route: '/pay', pages: ['/pay'], steps: [], evidence: { n: 4, dead: true }, amends: false, ...signal };
}

export function givenPart(signal: Contribution['signal'], points: number, place = 'pay', count = 1): Contribution {
  return { signal, place, points, count, evidence: {} };
}

export interface Standing extends Partial<Omit<RuleExplanation, 'rule' | 'gates' | 'decision'>> {
  readonly parts?: readonly Contribution[];
  readonly confidence?: number;
  readonly held?: readonly Held[];
  readonly decision?: Partial<Decision>;
}

/** A rule as it stands: its score is the sum of its parts, and the first thing that holds is the answer. */
export function givenExplained(rule: Rule, { parts = [], confidence = 0.62, held = [], decision = {}, counterfactual }: Standing = {}): RuleExplanation {
  const value = Math.max(0, Math.min(100, parts.reduce((sum, { points }) => sum + points, 0)));
  const [first] = held;
  const score = { rule: rule.id, at: 0, value, confidence, contributions: parts };
  return {
    rule: rule.id, of: rule, counterfactual,
    gates: GATES.map((gate) => answerOf(gate, held, first)),
    decision: {
      id: `${rule.id}@0`, rule: rule.id, at: 0, show: !first, wouldShow: !first, gate: first?.gate ?? 'show', code: first?.code ?? 'open',
      because: first?.because ?? 'every gate is open', held, score, reasons: parts.slice(0, 3), againAt: first?.againAt, action: 'offer', channel: 'tooltip',
      review: 'no', arm: undefined, stage: 0, nudge: rule.nudge, segments: [], ...decision,
    },
  };
}

function answerOf(gate: GateAnswer['gate'], held: readonly Held[], first: Held | undefined): GateAnswer {
  const holds = held.find((each) => each.gate === gate);
  if (holds) return { gate, mark: '✗', because: holds.because };
  const isAsked = !first || GATES.indexOf(gate) < GATES.indexOf(first.gate);
  return { gate, mark: isAsked ? '✓' : '–', because: isAsked ? 'nothing speaks against it' : 'help is not due' };
}

export function givenExplanation(explanation: Partial<Explanation> = {}): Explanation {
  return { status: { consent: 'granted', running: true, stored: [], waiting: 0 }, problems: [], rules: [], signals: [], decisions: [], toString: () => '', ...explanation };
}
