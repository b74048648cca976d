import type { CallToAction, NudgeText, StepText, Template, Text } from '../../src/types';
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

const LOOKS: Readonly<Record<Template, (element: string) => string>> = {
  'inline': (element) => `a line in the page right after ${element}`,
  'steps': (element) => `one thing after the other, beginning at ${element}`,
  'tooltip': (element) => `a tooltip at ${element}`,
  'banner': () => 'a bar along the edge of the page',
  'chat-invite': () => 'a chat invitation in the corner',
};

/** What is shown: `a tooltip at “card-number”: “Having trouble?” … It offers “Pay later”, which …`. */
export function nudgeWords({ template, at, title, body, ctas, steps }: NudgeText, locale: string): readonly string[] {
  const first = steps[0]?.at ?? at;
  const place = LOOKS[template](first === undefined ? 'the element in trouble' : `“${first}”`);
  const said = (text: Pick<StepText, 'title' | 'body'>): string => `“${[text.title, text.body].flatMap((each) => (each === undefined ? [] : sentence(wordsIn(each, locale)))).join(' ')}”`;
  return [
    `${place}: ${said({ title, body })}`,
    ...steps.map((step, index) => `Step ${index + 1}${step.at === undefined ? '' : ` at “${step.at}”`}: ${said(step)}`),
    ...(ctas.length ? [`The button ${and(ctas.map((call) => `“${wordsIn(call.label, locale)}” ${ACTS[call.do](call)}`))}.`] : []),
  ];
}

function sentence(text: string): string {
  return ENDS.test(text) ? text : `${text}.`;
}

/** A text in the language of the file, else in the first that there is. */
export function wordsIn(text: Text, locale: string): string {
  return typeof text === 'string' ? text : text[locale] ?? Object.values(text)[0] ?? '';
}
