import { fakePanel, put, type FakeChat } from './fakeChat';

/** Zendesk's Web Widget (Classic). Before it has loaded, `zE` keeps commands and answers nothing. */
export function fakeZendeskClassic(): FakeChat {
  const panel = fakePanel();
  let here = false;
  const waiting: [string, string, unknown][] = [];
  function zE(scope: string, command: string, value?: unknown): unknown {
    if (!here) return void waiting.push([scope, command, value]);
    if (scope === 'webWidget:get' && command === 'display') return panel.isOpen() ? 'contactForm' : panel.isUnfolded() ? 'hidden' : 'launcher';
    if (command === 'updateSettings') {
      const { webWidget } = value as { webWidget: { contactForm: { fields: [{ id: string; prefill: { '*': string } }] } } };
      panel.text = webWidget.contactForm.fields.find(({ id }) => id === 'description')?.prefill['*'] ?? '';
    }
    if (command === 'chat:send') panel.sent.push(value);
    if (command === 'show') panel.show();
    if (command === 'hide') panel.hide();
    if (command === 'open') panel.open();
    return undefined;
  }
  return {
    globals: ['zE'],
    snippet: () => put('zE', zE),
    arrive() {
      put('zE', zE);
      here = true;
      for (const call of waiting) zE(...call);
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}
