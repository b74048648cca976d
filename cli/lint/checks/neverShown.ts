import { confidenceWord, policyFor } from '../../../src/decide/policy';
import type { Level } from '../../../src/types';
import type { Check } from '../subject';

const LEVELS: readonly Level[] = ['low', 'medium', 'high'];

/** Live rules that the file's table of answers never lets speak, however sure furrow is and however high the score. */
export const neverShown: Check = ({ rules, taken }) => taken.flatMap(({ rule: { impact, urgency, help, nudge, status }, path }) => {
  if (!rules || !nudge || status !== 'live') return [];
  const sureness = LEVELS.slice(LEVELS.indexOf(confidenceWord(help.confidence)));
  const answers = sureness.flatMap((confidence) => (['medium', 'high'] as const).map((risk) => policyFor(rules.policy, { risk, impact, confidence, urgency })));
  return answers.every(({ channel }) => channel === 'none')
    ? [{ code: 'never-shown' as const, path: `${path}.id`, message: `is live, and the policy only watches where impact is ${impact} and urgency ${urgency}`, instead: 'add a row for it to the policy, or say "status": "watch"' }] : [];
});
