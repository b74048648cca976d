import type { CallToAction, NudgeText, Text } from '../../src/types';
import { and, duration } from '../words';

const ACTS: Readonly<Record<CallToAction['do'], (call: CallToAction) => string>> = {
  'close': () => 'closes it',
  'snooze': ({ forMs = 86_400_000 }) => `puts it off for ${duration(forMs)}`,
  'open-url': ({ target = '' }) => `opens ${target}`,
  'focus-element': ({ target }) => (target === undefined ? 'leads to the place of the trouble' : `leads to “${target}”`),
  'app-event': ({ target = '' }) => `tells your page “${target.replace(/^app:/, '')}”`,
  'talk-to-human': () => 'leads to a person',
};

/** What needs no full stop; a title has none of its own. */
const ENDS = /[\p{P}]$/u;

/** What is shown: `a tooltip at “card-number”: “Having trouble?” … It offers “Pay later”, which …`. */
export function nudgeWords({ template, at, title, body, ctas }: NudgeText, locale: string): readonly string[] {
  const place = template === 'chat-invite' ? 'a chat invitation in the corner' : `a tooltip at ${at === undefined ? 'the element in trouble' : `“${at}”`}`;
  const said = [title, body].filter((text) => text !== undefined).map((text) => wordsIn(text, locale)).map((text) => (ENDS.test(text) ? text : `${text}.`)).join(' ');
  return [
    `${place}: “${said}”`,
    ...(ctas.length ? [`The button ${and(ctas.map((call) => `“${wordsIn(call.label, locale)}” ${ACTS[call.do](call)}`))}.`] : []),
  ];
}

/** A text in the language of the file, else in the first that there is. */
export function wordsIn(text: Text, locale: string): string {
  return typeof text === 'string' ? text : text[locale] ?? Object.values(text)[0] ?? '';
}
