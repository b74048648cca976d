import type { ChatAdapter } from '../types';
import { custom } from './custom';

type ZE = (scope: 'webWidget' | 'webWidget:get', command: string, value?: unknown) => unknown;

/** Zendesk's Web Widget (Classic): the text stands in the message of its contact form. */
export function zendeskClassic(): ChatAdapter {
  const display = (zE: ZE): unknown => zE('webWidget:get', 'display');
  return custom<ZE>({
    id: 'zendesk-classic',
    global: 'zE',
    // the stub answers nothing
    ready: display,
    open(zE, { text }) {
      zE('webWidget', 'updateSettings', { webWidget: { contactForm: { fields: [{ id: 'description', prefill: { '*': text } }] } } });
      zE('webWidget', 'show');
      zE('webWidget', 'open');
    },
    isOpen: (zE) => display(zE) !== 'launcher',
  });
}
