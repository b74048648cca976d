import type { ChatAdapter } from '../types';
import { custom } from './custom';

interface Chatwoot {
  readonly hasLoaded: boolean;
  readonly isOpen: boolean;
  toggle(state: 'open'): void;
}

/** Chatwoot's website widget. Its SDK can prefill nothing. */
export function chatwoot(): ChatAdapter {
  return custom<Chatwoot>({
    id: 'chatwoot',
    global: '$chatwoot',
    prefills: false,
    ready: ($chatwoot) => $chatwoot.hasLoaded,
    // older versions know no state and would close what is open
    open($chatwoot) {
      if (!$chatwoot.isOpen) $chatwoot.toggle('open');
    },
    isOpen: ($chatwoot) => $chatwoot.isOpen,
  });
}
