import { fakePanel, isCallback, put, type FakeChat } from './fakeChat';

/** tawk.to's chat. Before it has loaded, `Tawk_API` holds what the page put there. Each callback is one slot. */
export function fakeTawk(): FakeChat & { readonly api: Record<string, unknown> } {
  const panel = fakePanel();
  const api: Record<string, unknown> = {};
  const tell = (slot: string): void => { if (isCallback(api[slot])) api[slot](); };
  panel.onOpen(() => tell('onChatMaximized'));
  return {
    globals: ['Tawk_API'],
    snippet: () => put('Tawk_API', api),
    arrive() {
      put('Tawk_API', Object.assign(api, {
        showWidget: panel.show, hideWidget: panel.hide, maximize: panel.open, isChatMaximized: panel.isOpen,
        addEvent: (name: string) => panel.sent.push(name), addTags: (tags: unknown) => panel.sent.push(tags), setAttributes: (attributes: unknown) => panel.sent.push(attributes),
      }));
      tell('onLoad');
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail, api,
  };
}
