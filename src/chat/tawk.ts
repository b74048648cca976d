import type { ChatAdapter } from '../types';
import { custom } from './custom';

/** Empty but for the page's own callbacks until the widget has loaded. */
interface TawkApi {
  showWidget(): void;
  maximize?(): void;
  isChatMaximized(): boolean;
}

/** tawk.to's chat. Its API can prefill nothing. Its callbacks are single slots that belong to the page, so it is asked instead. */
export function tawk(): ChatAdapter {
  return custom<TawkApi>({
    id: 'tawk',
    global: 'Tawk_API',
    prefills: false,
    ready: (Tawk) => Tawk.maximize,
    open(Tawk) {
      Tawk.showWidget();
      Tawk.maximize?.();
    },
    isOpen: (Tawk) => Tawk.isChatMaximized(),
  });
}
