import type { Rule } from '../../src/types';
import { and, number, plural } from '../words';
import { nudgeWords } from './nudge';

/** What is compared with what, and what the variants show that is not the rule's own. */
export function experimentWords({ experiment }: Rule, locale: string): readonly string[] {
  if (!experiment) return [];
  const { id, control, variants } = experiment;
  const arms = and(variants.map((variant) => `“${variant.id}” (${number(variant.share)} %)`));
  return [
    `The experiment “${id}” compares ${arms}; ${control ? `${plural(control, 'visitor')} in 100 see nothing, to compare with` : 'nobody goes without'}.`,
    ...variants.flatMap((variant) => (variant.nudge ? [`“${variant.id}” shows ${nudgeWords(variant.nudge, locale).join(' ')}`] : [])),
  ];
}
