import type { Options, Records } from '../types';

const PREFIX = 'furrow.';

/**
 * Small records in Web Storage, each under `furrow.`. Where the browser refuses storage they live in memory, as long as the page.
 * Nothing is touched until a record is asked for.
 */
export function createRecords(window: Window, kind: Options['storage'] = 'local'): Records {
  const memory = new Map<string, string>();

  /** Storage may throw on access, on use, or when it is full; each counts as “not kept”, and so does memory. */
  function attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return kind === 'memory' ? undefined : use(window[`${kind}Storage`]);
    } catch {
      return undefined;
    }
  }

  return {
    read(key) {
      const text = memory.get(key) ?? attempt((storage) => storage.getItem(PREFIX + key));
      try {
        return text ? (JSON.parse(text) as unknown) : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      const text = JSON.stringify(value);
      memory.set(key, text);
      attempt((storage) => {
        storage.setItem(PREFIX + key, text);
        memory.delete(key);
      });
      // what was there before is true no more: a yes that it was must not come back with the next page
      if (memory.has(key)) attempt((storage) => storage.removeItem(PREFIX + key));
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(PREFIX + key));
    },
    keys() {
      const kept = attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX))) ?? [];
      return [...kept.map((key) => key.slice(PREFIX.length)), ...memory.keys()];
    },
  };
}
