import { fakePanel, isCallback, put, type FakeChat } from './fakeChat';

/** Zendesk's messaging Web Widget. Its script brings `zE`, which keeps commands until the widget has loaded. */
export function fakeZendesk(): FakeChat & { readonly panel: ReturnType<typeof fakePanel> } {
  const panel = fakePanel();
  const waiting: [string, string, unknown][] = [];
  let here = false;
  function zE(scope: string, command: string, value?: unknown): unknown {
    if (scope === 'messenger:on' && command === 'open' && isCallback(value)) return panel.onOpen(value);
    if (!here) return void waiting.push([scope, command, value]);
    if (scope === 'messenger:set' && command === 'conversationFields') panel.text = (value as [{ value: string }])[0].value;
    if (scope === 'messenger' && command === 'sendMessage') panel.sent.push(value);
    if (scope === 'messenger' && command === 'show') panel.show();
    if (scope === 'messenger' && command === 'hide') panel.hide();
    if (scope === 'messenger' && command === 'open') panel.open();
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
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail, panel,
  };
}
