import { vi } from 'vitest';
import type { ChatAdapter, ChatOpened, Handover } from '../../src/types';
import { openChat } from '../../src/nudge/openChat';

// of a page, adapters need its globals alone: no document has to be set up for each of them
if (!('window' in globalThis)) vi.stubGlobal('window', globalThis);

/** What a visitor left in the preview. */
export const handover: Handover = {
  rule: 'card-help', route: '/pay', place: 'Card number', reasons: ['You pressed “Pay” four times.'],
  text: 'Page: /pay\nWhere: Card number\nYou pressed “Pay” four times.',
};

/** The visitor presses “Open the chat”. What came of it is known once time has gone on. */
export function press(adapter: ChatAdapter, end = new AbortController().signal) {
  const said: (ChatOpened | Error)[] = [];
  openChat({ window, end }, adapter, handover).then((opened) => said.push(opened), (cause: Error) => said.push(cause));
  return {
    said,
    /** Lets time go on. */
    async wait(ms: number): Promise<readonly (ChatOpened | Error)[]> {
      await vi.advanceTimersByTimeAsync(ms);
      return said;
    },
  };
}
