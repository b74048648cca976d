import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface LiveChatWidget {
  /** What handles calls, in place of the snippet's queue; nothing until the widget has loaded. */
  readonly _h?: unknown;
  call(method: 'maximize', options: { readonly messageDraft: string }): void;
  get(what: 'state'): { readonly visibility: string };
}

/** LiveChat's Chat Widget. */
export function liveChat(): ChatAdapter {
  return custom<LiveChatWidget>({
    id: 'livechat',
    global: 'LiveChatWidget',
    // its getters throw before that
    ready: (widget) => widget._h,
    open: (widget, { text }) => widget.call('maximize', { messageDraft: text }),
    isOpen: (widget) => widget.get('state').visibility === 'maximized',
  });
}
