import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface Crisp {
  push(command: readonly ['set' | 'do', string, (readonly unknown[])?]): void;
  /** Not there while commands still wait in an array. */
  is?(state: 'chat:opened'): boolean;
}

/** Crisp's chatbox. It listens to no event: Crisp's `off` would take the page's own listeners away too. */
export function crisp(): ChatAdapter {
  return custom<Crisp>({
    id: 'crisp',
    global: '$crisp',
    ready: ($crisp) => $crisp.is,
    open($crisp, { text }) {
      $crisp.push(['set', 'message:text', [text]]);
      $crisp.push(['do', 'chat:show']);
      $crisp.push(['do', 'chat:open']);
    },
    isOpen: ($crisp) => $crisp.is?.('chat:opened'),
  });
}
