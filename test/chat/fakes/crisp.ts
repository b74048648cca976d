import { fakePanel, put, type FakeChat } from './fakeChat';

type Command = readonly [string, string, unknown?];

/** Crisp's chatbox. Before it has loaded, `$crisp` is a plain array. `off` takes every listener of an event away, whoever put it there. */
export function fakeCrisp(): FakeChat & { readonly listeners: Map<string, unknown> } {
  const panel = fakePanel();
  const listeners = new Map<string, unknown>();
  const early: Command[] = [];
  const push = ([verb, what, value]: Command): void => {
    if (verb === 'on') listeners.set(what, value);
    if (verb === 'off') listeners.delete(what);
    if (verb === 'set' && what === 'message:text') panel.text = String((value as unknown[])[0]);
    else if (verb === 'set') panel.sent.push(value);
    if (verb === 'do' && what === 'message:send') panel.sent.push(value);
    if (verb === 'do' && what === 'chat:show') panel.show();
    if (verb === 'do' && what === 'chat:hide') panel.hide();
    if (verb === 'do' && what === 'chat:open') panel.open();
  };
  return {
    globals: ['$crisp'],
    snippet: () => put('$crisp', early),
    arrive() {
      put('$crisp', { push, is: (state: string) => (state === 'chat:opened' ? panel.isOpen() : false) });
      early.forEach(push);
    },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail, listeners,
  };
}
