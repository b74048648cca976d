import type { Rule, Rules, SignalTerm } from '../../../src/types';
import { isHeardAt } from '../place';
import type { Check } from '../subject';

/** furrow tells no more signals in a minute. */
const PER_MINUTE = 30;
const MINUTE_MS = 60_000;

/** Whether anything that may happen is enough: the score that a rule waits for, and the confidence. */
export const reach: Check = ({ rules, taken }) => taken.flatMap(({ rule, path }) => {
  const most = mostPoints(rule, rules);
  // the curve never falls, so its end is its best
  const [, best] = rules?.model?.calibration.at(-1) ?? [0, 1];
  return [
    ...(most < rule.help.score ? [{
      code: 'unreachable-bar' as const, path: `${path}.help.score`,
      message: `${rule.help.score} can never be reached: all signals together give at most ${rounded(most)}`,
      instead: most >= 1 ? `lower the score to ${rounded(most)} or less, or give more points` : 'name a signal that gives points here',
    }] : []),
    ...(best < rule.help.confidence ? [{
      code: 'unreachable-confidence' as const, path: `${path}.help.confidence`,
      message: `${rule.help.confidence} can never be reached: the model's calibration ends at ${best}`,
      instead: 'ask for less confidence, or calibrate the model anew',
    }] : []),
  ];
});

/** What a visitor who has every trouble at once, as often as furrow tells it, would give. */
function mostPoints(rule: Rule, rules: Rules | undefined): number {
  const points = rule.signals.filter((term) => isHeardAt(rule, term)).reduce((sum, term) => sum + mostOf(term), 0);
  return points && Math.min(100, points + (rules?.model?.within ?? 0));
}

/** A burst of all that may be told in a minute, again and again, each fading meanwhile. */
function mostOf({ points, max, atLeast, fadesMs }: SignalTerm): number {
  if (points <= 0) return 0;
  const matches = Math.floor(PER_MINUTE / atLeast);
  return Math.min(max, (points * matches) / (1 - 2 ** (-MINUTE_MS / fadesMs)));
}

function rounded(points: number): number {
  return Math.floor(points * 10) / 10;
}
