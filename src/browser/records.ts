import type { Options, Records } from '../types';

const PREFIX = 'furrow.';

/**
 * Small records in Web Storage, each under `furrow.`. Where the browser refuses storage they live in memory, as long as the page.
 * Nothing is touched until a record is asked for.
 */
export function createRecords(window: Window, kind: Options['storage'] = 'local'): Records {
  const memory = new Map<string, string>();

  /** Storage may throw on access, on use, or when it is full; each counts as “not kept”. */
  function attempt<T>(use: (storage: Storage) => T, instead: () => T): T {
    if (kind === 'memory') return instead();
    try {
      return use(kind === 'session' ? window.sessionStorage : window.localStorage);
    } catch {
      return instead();
    }
  }

  return {
    read(key) {
      const text = memory.get(key) ?? attempt((storage) => storage.getItem(PREFIX + key), () => null);
      try {
        return text ? (JSON.parse(text) as unknown) : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      const text = JSON.stringify(value);
      attempt((storage) => {
        storage.setItem(PREFIX + key, text);
        memory.delete(key);
      }, () => void memory.set(key, text));
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(PREFIX + key), () => undefined);
    },
    keys() {
      const kept = attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX)), () => []);
      return [...kept.map((key) => key.slice(PREFIX.length)), ...memory.keys()];
    },
  };
}
