import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface FreshchatWidget {
  isInitialized(): boolean;
  isOpen(): boolean;
  open(options: { readonly name?: string; readonly replyText: string }): void;
}

export interface FreshchatOptions {
  /** The name of the topic to open. Left out: the one that Freshchat opens by itself. */
  readonly topic?: string;
}

/** Freshchat's web messenger. */
export function freshchat({ topic }: FreshchatOptions = {}): ChatAdapter {
  return custom<FreshchatWidget>({
    id: 'freshchat',
    global: 'fcWidget',
    ready: (widget) => widget.isInitialized(),
    open: (widget, { text }) => widget.open({ ...(topic && { name: topic }), replyText: text }),
    isOpen: (widget) => widget.isOpen(),
  });
}
