import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

interface Manager {
  /** The visitor has answered for every service there is. */
  readonly confirmed: boolean;
  getConsent(service: string): boolean;
  watch(watcher: { update(manager: Manager, name: string): void }): void;
}

interface Klaro {
  /** `render` comes each time Klaro is put on the page, and at once where it was before. */
  addEventListener(type: 'render', listener: (config: object) => void): void;
  getManager(config: object): Manager;
}

/** Klaro's element may bear its name before Klaro is there. */
type Host = Window & { readonly klaro?: Klaro | HTMLElement };

/** Klaro. `category` is the name of a service; what is ticked and not yet saved is no answer. */
export function klaro({ category = 'furrow' }: Standing = {}): ConsentManager {
  let found: Klaro | undefined;
  let answer: boolean | undefined;
  return manager('klaro', ['load'], ({ klaro }: Host, look) => {
    const update = (manager: Manager, name: string): void => {
      if (name !== 'saveConsents') return;
      answer = manager.confirmed ? manager.getConsent(category) : undefined;
      look();
    };
    if (!found && klaro && 'getManager' in klaro) {
      found = klaro;
      found.addEventListener('render', (config) => {
        const manager = klaro.getManager(config);
        manager.watch({ update });
        update(manager, 'saveConsents');
      });
    }
    return answer;
  });
}
