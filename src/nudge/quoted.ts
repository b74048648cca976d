import { format } from '../words/format';
import type { NudgeWords } from '../words/words';

/** A label in the quotes of the language, kept apart from the direction of the text around it. */
export function quoted(label: string, { quote }: Pick<NudgeWords, 'quote'>): string {
  return format(quote, { at: `\u2068${label}\u2069` });
}
