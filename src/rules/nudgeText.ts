import type { CallToAction, NudgeText, StepText, Template } from '../types';
import { readAppSignal, readSpan, readText } from './forms';
import { form, list, oneOf, record, type Read } from './shape';

/** As much as a visitor in trouble reads. */
export const readSentences = readText(280);

const readLabel = readText(40);

/** From the most modest on. */
export const TEMPLATES: readonly Template[] = ['inline', 'steps', 'tooltip', 'banner', 'chat-invite'];

export const readTemplate = oneOf('tooltip', TEMPLATES);

const readSide = oneOf('auto', ['auto', 'top', 'bottom', 'start', 'end']);

/** A day: not again in this task. */
const SNOOZE_MS = 86_400_000;

const readAct = oneOf('close', ['close', 'snooze', 'open-url', 'focus-element', 'app-event', 'talk-to-human']);

const readStyle = oneOf('plain', ['plain', 'primary']);

/** Addresses that only open something: no `javascript:`, no `data:`. */
const readAddress = form(/^(https?:\/\/|mailto:|tel:|[/#?])\S{0,500}$/, 'an address; begin with "/", "https://", "mailto:" or "tel:"');

/** What several things are said with belongs to their template, and says nothing in another. */
const readNoSteps: Read<readonly StepText[]> = (value, path, say) => {
  say(path, value, 'for this template; steps belong to "template": "steps"');
  return [];
};

/** What a nudge says and offers. */
export function nudgeReader(readElement: Read<string>): Read<NudgeText> {
  const readCall: Read<CallToAction> = record((field) => {
    const act = field('do', readAct);
    return {
      label: field('label', readLabel),
      do: act,
      target: act === 'open-url' ? field('target', readAddress)
        : act === 'app-event' ? field('target', readAppSignal)
          : act === 'focus-element' ? field('target', readElement, undefined) : undefined,
      forMs: act === 'snooze' ? field('for', readSpan, SNOOZE_MS) : undefined,
      style: field('style', readStyle, 'plain'),
    };
  });
  const readStep: Read<StepText> = record((field) => ({ at: field('at', readElement, undefined), title: field('title', readSentences), body: field('body', readSentences, undefined) }));
  const readSteps = list(readStep, 5, 2);
  return record((field) => {
    const template = field('template', readTemplate);
    return {
      template,
      at: field('at', readElement, undefined),
      side: field('side', readSide, 'auto'),
      title: field('title', readSentences),
      body: field('body', readSentences, undefined),
      ctas: field('ctas', list(readCall, 3), []),
      steps: template === 'steps' ? field('steps', readSteps) : field('steps', readNoSteps, []),
    };
  });
}
