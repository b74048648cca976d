import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface HubSpotConversations {
  readonly widget: {
    load(options: { readonly widgetOpen: boolean }): void;
    open(): void;
    status(): { readonly loaded: boolean };
  };
}

/** HubSpot's live chat. Its SDK can prefill nothing, and tells that the chat has loaded but not that it stands open. */
export function hubspot(): ChatAdapter {
  return custom<HubSpotConversations>({
    id: 'hubspot',
    global: 'HubSpotConversations',
    prefills: false,
    ready: ({ widget }) => widget,
    open({ widget }) {
      // does nothing where the chat has loaded, as `open` does where it has not
      widget.load({ widgetOpen: true });
      widget.open();
    },
    isOpen: ({ widget }) => widget.status().loaded,
  });
}
