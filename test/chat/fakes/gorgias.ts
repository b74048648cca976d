import { fakePanel, put, type FakeChat } from './fakeChat';

/** Gorgias' chat. It is there before it is of use, and throws until then; `init` tells when. */
export function fakeGorgias(): FakeChat {
  const panel = fakePanel();
  let here = false;
  const arrived = new Set<() => void>();
  const needed = <Result>(task: () => Result) => (): Result => {
    if (!here) throw new Error('GorgiasChat is not ready');
    return task();
  };
  const GorgiasChat = {
    init: () => new Promise<object>((resolve) => {
      if (here) resolve(GorgiasChat);
      else arrived.add(() => resolve(GorgiasChat));
    }),
    open: needed(panel.open),
    isOpen: needed(panel.isOpen),
    sendMessage: (text: string) => panel.sent.push(text),
    captureUserEmail: (email: string) => panel.sent.push(email),
  };
  return {
    globals: ['GorgiasChat'],
    snippet: () => put('GorgiasChat', GorgiasChat),
    arrive() {
      put('GorgiasChat', GorgiasChat);
      here = true;
      for (const tell of arrived) tell();
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}
