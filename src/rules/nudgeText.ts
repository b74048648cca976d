import type { CallToAction, NudgeText, Template } from '../types';
import { readAppSignal, readSpan, readText } from './forms';
import { form, list, oneOf, record, type Read } from './shape';

/** As much as a visitor in trouble reads. */
export const readSentences = readText(280);

const readLabel = readText(40);

export const readTemplate = oneOf<Template>('tooltip', ['tooltip', 'chat-invite']);

const readSide = oneOf('auto', ['auto', 'top', 'bottom', 'start', 'end']);

/** A day: not again in this task. */
const SNOOZE_MS = 86_400_000;

const readAct = oneOf('close', ['close', 'snooze', 'open-url', 'focus-element', 'app-event', 'talk-to-human']);

const readStyle = oneOf('plain', ['plain', 'primary']);

/** Addresses that only open something: no `javascript:`, no `data:`. */
const readAddress = form(/^(https?:\/\/|mailto:|tel:|[/#?])\S{0,500}$/, 'an address; begin with "/", "https://", "mailto:" or "tel:"');

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
  return record((field) => ({
    template: field('template', readTemplate),
    at: field('at', readElement, undefined),
    side: field('side', readSide, 'auto'),
    title: field('title', readSentences),
    body: field('body', readSentences, undefined),
    ctas: field('ctas', list(readCall, 3), []),
    steps: [],
  }));
}
