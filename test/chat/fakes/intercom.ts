import { fakePanel, isCallback, put, type FakeChat } from './fakeChat';

/** Intercom's messenger. Calls wait in the stub, and are made when the library comes; `ready` is told after it has booted. */
export function fakeIntercom(): FakeChat & { boot(): void } {
  const panel = fakePanel();
  const waiting: unknown[][] = [];
  const ready: (() => void)[] = [];
  const Intercom = Object.assign((method: string, value?: unknown) => {
    if (method === 'ready' && isCallback(value)) {
      if (Intercom.booted) value();
      else ready.push(value);
    }
    if (method === 'showNewMessage' || method === 'show') {
      panel.text = typeof value === 'string' ? value : '';
      panel.open();
    }
    if (method === 'trackEvent' || method === 'update') panel.sent.push(value);
  }, { booted: false });
  const boot = (): void => {
    Intercom.booted = true;
    for (const tell of ready) tell();
  };
  return {
    globals: ['Intercom'],
    snippet: () => put('Intercom', (...call: unknown[]) => void waiting.push(call)),
    arrive() {
      put('Intercom', Intercom);
      for (const [method, value] of waiting) Intercom(String(method), value);
      boot();
    },
    boot, isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}
