import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

interface Store {
  getState(): {
    /** False too where a yes is only assumed, by the law of the place. */
    hasConsented(): boolean;
    has(category: string): boolean;
  };
  subscribe(listener: () => void): void;
}

type Host = Window & { readonly c15tStore?: Store };

/** c15t has no event for when it is there, so it is looked for 40 times, four times a second: for ten seconds. */
const LOOKS = 40;
const LOOK_AGAIN_MS = 250;

/** c15t. `category` is one of its categories. */
export function c15t({ category = 'functionality' }: Standing = {}): ConsentManager {
  let looks = 0;
  let store: Store | undefined;
  return manager('c15t', [], (window: Host, look) => {
    if (!store) {
      store = window.c15tStore;
      if (store) store.subscribe(look);
      else if (looks++ < LOOKS) window.setTimeout(look, LOOK_AGAIN_MS);
    }
    const state = store?.getState();
    return state?.hasConsented() ? state.has(category) : undefined;
  });
}
