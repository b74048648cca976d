import { fakePanel, put, type FakeChat } from './fakeChat';

/** HubSpot's live chat. With `loadImmediately: false` its API is there and the chat is not: `open` does nothing, until `load`. */
export function fakeHubspot({ loadImmediately = true } = {}): FakeChat {
  const panel = fakePanel();
  let loaded = false;
  const widget = {
    load({ widgetOpen = false } = {}) {
      if (loaded) return;
      loaded = true;
      if (widgetOpen) panel.open();
    },
    open() {
      if (loaded) panel.open();
    },
    status: () => ({ loaded, pending: false }),
  };
  return {
    globals: ['HubSpotConversations', '_hsq'],
    arrive() {
      put('HubSpotConversations', { widget });
      put('_hsq', { push: (command: unknown) => panel.sent.push(command) });
      if (loadImmediately) widget.load();
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}
