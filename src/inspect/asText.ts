import type { RuleExplanation } from '../types';
import { pointsText, scoreText, shareText } from './numbers';
import { counterfactualText } from './sentences';

/** A rule as it stands, in plain text: to be pasted where people ask why. */
export function asText({ rule, of, decision, gates, counterfactual }: RuleExplanation): string {
  const { score, held, gate, because } = decision;
  const widest = Math.max(0, ...gates.map((each) => each.gate.length));
  return [
    `${rule}: ${gate === 'show' ? 'would speak' : `silent at ${gate}`} (${because})`,
    `score ${scoreText(score.value)} of ${of.help.score}, confidence ${shareText(score.confidence)} of ${of.help.confidence}`,
    '',
    ...gates.map((each) => `${each.mark} ${each.gate.padEnd(widest)}  ${each.because}`),
    ...section('Everything that holds', held.map((each) => `${each.gate} (${each.code}): ${each.because}`)),
    ...section('What the score is made of', score.contributions.map(({ points, signal, place, count }) => `${pointsText(points)}  ${signal}${place && ` at ${place}`}${count > 1 ? ` × ${count}` : ''}`)),
    ...(counterfactual ? ['', counterfactualText(counterfactual)] : []),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length ? ['', `${title}:`, ...lines] : [];
}
