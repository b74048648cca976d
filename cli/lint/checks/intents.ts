import type { NudgeText } from '../../../src/types';
import type { Check } from '../subject';

/** Rules of one intent say the same: else a visitor gets two answers to one question. */
export const intents: Check = ({ taken }) => taken.flatMap(({ rule, path, written }, index) => {
  const said = rule.nudge && answerOf(rule.nudge);
  const first = taken.slice(0, index).find(({ rule: other }) => other.intent === rule.intent && speaks(other) && other.nudge);
  if (!speaks(rule) || !said || !first?.rule.nudge || answerOf(first.rule.nudge) === said) return [];
  return [{
    code: 'intent-two-answers' as const, path: typeof written === 'object' && written && 'intent' in written ? `${path}.intent` : `${path}.id`,
    message: `"${rule.intent}" is the intent of "${first.rule.id}" too, which answers otherwise`, instead: 'let both say the same, or give one an intent of its own',
  }];
});

function speaks({ status }: { readonly status: string }): boolean {
  return status === 'live' || status === 'watch';
}

/** What it says and offers, wherever it stands. */
function answerOf({ title, body, steps, ctas }: NudgeText): string {
  return JSON.stringify([title, body, steps.map((step) => [step.title, step.body]), ctas.map(({ label, do: act, target }) => [label, act, target])]);
}
