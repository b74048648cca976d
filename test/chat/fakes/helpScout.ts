import { fakePanel, put, type FakeChat } from './fakeChat';

/** Help Scout's Beacon. Calls wait in the stub, which answers nothing. */
export function fakeHelpScout(): FakeChat & { route(): string; readonly waiting: readonly unknown[] } {
  const panel = fakePanel();
  const readyQueue: { readonly method: string; readonly options: unknown }[] = [];
  let route = '/';
  function Beacon(method: string, value?: unknown): unknown {
    if (method === 'info') return { status: { isOpened: panel.isOpen() } };
    if (method === 'prefill') panel.text = (value as { text: string }).text;
    if (method === 'reset') panel.text = '';
    if (method === 'open') panel.open();
    if (method === 'navigate') route = String(value);
    if (method === 'event' || method === 'session-data') panel.sent.push(value);
    return undefined;
  }
  return {
    globals: ['Beacon'],
    snippet: () => put('Beacon', Object.assign((method: string, options?: unknown) => void readyQueue.push({ method, options }), { readyQueue })),
    arrive() {
      put('Beacon', Beacon);
      for (const { method, options } of readyQueue) Beacon(method, options);
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail, route: () => route, waiting: readyQueue,
  };
}
