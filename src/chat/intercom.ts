import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface Intercom {
  (method: 'ready', callback: (ready: unknown) => void): void;
  (method: 'showNewMessage', text: string): void;
  readonly booted?: boolean;
}

/** Intercom's messenger, opened at a new message. Its API does not tell whether it stands open. */
export function intercom(): ChatAdapter {
  return custom<Intercom>({
    id: 'intercom',
    global: 'Intercom',
    // calls before it has booted wait in its stub, and would open it however late
    ready: (Intercom) => Intercom.booted || new Promise((resolve) => Intercom('ready', () => resolve(true))),
    open: (Intercom, { text }) => Intercom('showNewMessage', text),
    isOpen: () => true,
  });
}
