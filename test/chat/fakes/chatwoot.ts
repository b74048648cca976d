import { fakePanel, put, type FakeChat } from './fakeChat';

/** Chatwoot's website widget, from 1.x on: what is set of a conversation is sent at once. */
export function fakeChatwoot({ knowsStates = true } = {}): FakeChat {
  const panel = fakePanel();
  const $chatwoot = {
    hasLoaded: false,
    get isOpen() { return panel.isOpen(); },
    toggle(state?: 'open' | 'close') {
      if (panel.isOpen() && (!knowsStates || state !== 'open')) panel.close();
      else panel.open();
    },
    setLabel: (label: string) => panel.sent.push(label),
    setConversationCustomAttributes: (attributes: object) => panel.sent.push(attributes),
  };
  return {
    globals: ['$chatwoot'],
    snippet: () => put('$chatwoot', $chatwoot),
    arrive() {
      put('$chatwoot', $chatwoot);
      $chatwoot.hasLoaded = true;
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}
