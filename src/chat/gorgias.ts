import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface GorgiasChat {
  /** Resolves once the chat is ready, however often it is called. */
  init(): Promise<unknown>;
  open(): void;
  isOpen(): boolean;
}

/** Gorgias' chat. Its API can prefill nothing: what it takes, it sends. */
export function gorgias(): ChatAdapter {
  return custom<GorgiasChat>({
    id: 'gorgias',
    global: 'GorgiasChat',
    prefills: false,
    ready: (chat) => chat.init().then(() => true),
    open: (chat) => chat.open(),
    isOpen: (chat) => chat.isOpen(),
  });
}
