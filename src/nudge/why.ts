import type { Contribution } from '../types';
import { type Words, wordsFor } from './words';

/**
 * What really happened, as one plain sentence. Every number in it was counted; `label` is what the visitor calls the place,
 * or empty. It claims that the page did not answer only where that was seen.
 */
export function reasonText({ signal, count, evidence }: Contribution, label: string, locale: string): string {
  const words = wordsFor(locale);
  const at = (otherwise: string): string => (label ? quoted(label, words) : otherwise);
  const times = Number(evidence.n ?? evidence.count ?? count);
  switch (signal) {
    case 'rage-click':
      return fill(pressed(evidence, words), { at: at(words.spot), n: times });
    case 'dead-click':
      return fill(words.dead, { at: at(words.spot) });
    case 'error-loop':
      return fill(words.error, { n: times });
    case 'field-hesitation':
      return evidence.field === 'button'
        ? fill(words.wavered, { at: at(words.spot) })
        : fill(words.paused, { at: at(words.field), n: Math.round(Number(evidence.ms) / 1000) });
    case 'workflow-abandon':
      return fill(words.left, { what: String(evidence.workflow), at: String(evidence.step) });
    default:
      return fill(words.app, { what: signal.slice('app:'.length) });
  }
}

/** A label in the quotes of the language, kept apart from the direction of the text around it. */
export function quoted(label: string, words: Words): string {
  return fill(words.quote, { at: `\u2068${label}\u2069` });
}

/** Puts values in a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/{(\w+)}/g, (_, name: string) => String(values[name] ?? ''));
}

function pressed({ dead, errors }: Contribution['evidence'], words: Words): string {
  if (errors) return words.pressedFailed;
  return dead ? words.pressedUnanswered : words.pressed;
}
