import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface Beacon {
  (method: 'prefill', form: { readonly text: string }): void;
  (method: 'open'): void;
  (method: 'navigate', path: string): void;
  /** Nothing while calls still wait in its stub. */
  (method: 'info'): { readonly status: { readonly isOpened: boolean } } | undefined;
}

/** Help Scout's Beacon, opened at its message form. */
export function helpScout(): ChatAdapter {
  return custom<Beacon>({
    id: 'helpscout',
    global: 'Beacon',
    ready: (Beacon) => Beacon('info'),
    open(Beacon, { text }) {
      Beacon('prefill', { text });
      Beacon('open');
      Beacon('navigate', '/ask/message/');
    },
    isOpen: (Beacon) => Beacon('info')?.status.isOpened,
  });
}
