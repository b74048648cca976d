import type { CallToAction, NudgeText } from '../types';
import { readAppSignal, readText } from './forms';
import { form, list, oneOf, record, type Read } from './shape';

/** What a nudge says and offers. */
export function nudgeReader(readElement: Read<string>): Read<NudgeText> {
  const readCall = callReader(readElement);
  return record((field) => ({
    template: field('template', oneOf('tooltip', 'chat-invite')),
    at: field('at', readElement, undefined),
    side: field('side', oneOf('auto', 'top', 'bottom', 'start', 'end'), 'auto'),
    title: field('title', readText(280)),
    body: field('body', readText(280), undefined),
    ctas: field('ctas', list(readCall, 3), []),
  }));
}

/** Addresses that only open something: no `javascript:`, no `data:`. */
const readAddress = form(/^(https?:\/\/|mailto:|tel:|[/#?])\S{0,500}$/, 'an address', 'write one that begins with "/", "https://", "mailto:" or "tel:"');

function callReader(readElement: Read<string>): Read<CallToAction> {
  return record((field) => {
    const call = field('do', oneOf('close', 'snooze', 'open-url', 'focus-element', 'app-event', 'talk-to-human'));
    return {
      label: field('label', readText(40)),
      do: call,
      target: call === 'open-url' ? field('target', readAddress)
        : call === 'app-event' ? field('target', readAppSignal)
          : call === 'focus-element' ? field('target', readElement, undefined) : undefined,
      style: field('style', oneOf('plain', 'primary'), 'plain'),
    };
  });
}
