import { format } from '../words/format';
import type { PromptWords } from '../words/words';

/** What a yes to this fingerprint means, in words: its purposes, where things are kept, who gets them and for how long. */
export function meaningOf(fingerprint: string, words: PromptWords, addressOf: (url: string) => string): readonly string[] {
  const [, purposes = '', storage, recipient = '', retention = ''] = fingerprint.split(' · ');
  const asked = purposes.split(' ');
  return [
    ...Object.entries(words.purposes).flatMap(([purpose, line]) => (asked.includes(purpose) ? line : [])),
    ...Object.entries(words.storage).flatMap(([kind, line]) => (kind === storage ? line : [])),
    ...(asked.includes('improve')
      ? [
          // kept apart from the direction of the text around it
          format(words.recipient, { at: `\u2068${addressOf(recipient)}\u2069` }),
          retention ? format(words.retention, { n: parseFloat(retention) }, words.lang) : words.unlimited,
        ]
      : [words.stays]),
  ];
}
