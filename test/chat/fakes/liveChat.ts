import { fakePanel, put, type FakeChat } from './fakeChat';

type Call = [kind: string, method: string, options?: { messageDraft?: string } | undefined];

/** LiveChat's Chat Widget. Its snippet keeps calls until the widget has loaded, and its getters throw until then. */
export function fakeLiveChat(): FakeChat {
  const panel = fakePanel();
  const widget = {
    _q: [] as Call[],
    _h: null as ((call: Call) => unknown) | null,
    call: (method: string, options?: Call[2]) => void pass(['call', method, options]),
    get(what: string) {
      if (!widget._h) throw new Error("[LiveChatWidget] You can't use getters before load.");
      return pass(['get', what]);
    },
  };
  function pass(call: Call): unknown {
    return widget._h ? widget._h(call) : widget._q.push(call);
  }
  function handle([kind, method, options]: Call): unknown {
    if (kind === 'get') return { availability: 'online', visibility: panel.isOpen() ? 'maximized' : 'minimized' };
    if (method === 'maximize') {
      panel.text = options?.messageDraft ?? '';
      panel.open();
    }
    if (method.endsWith('session_variables')) panel.sent.push(options);
    return undefined;
  }
  return {
    globals: ['LiveChatWidget'],
    snippet: () => put('LiveChatWidget', widget),
    arrive() {
      put('LiveChatWidget', widget);
      widget._h = handle;
      widget._q.forEach(handle);
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}
