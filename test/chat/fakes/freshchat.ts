import { fakePanel, put, type FakeChat } from './fakeChat';

/** Freshchat's web messenger. Its script brings `fcWidget`, which is of use once it has been initialised. */
export function fakeFreshchat(): FakeChat & { readonly topics: (string | undefined)[] } {
  const panel = fakePanel();
  const topics: (string | undefined)[] = [];
  let initialized = false;
  const fcWidget = {
    isInitialized: () => initialized,
    isOpen: panel.isOpen,
    open({ name, replyText = '' }: { name?: string; replyText?: string } = {}) {
      if (!initialized) return;
      topics.push(name);
      panel.text = replyText;
      panel.open();
    },
    track: (event: string) => panel.sent.push(event),
    user: { setProperties: (properties: unknown) => panel.sent.push(properties) },
  };
  return {
    globals: ['fcWidget'],
    snippet: () => put('fcWidget', fcWidget),
    arrive() {
      put('fcWidget', fcWidget);
      initialized = true;
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail, topics,
  };
}
