import { clear, delMany, get, keys, promisifyRequest, set, type UseStore } from 'idb-keyval';
import type { Store } from '../types';

/** IndexedDB answers in some ms or, on a few browsers and days, never. */
const PATIENCE_MS = 3000;
const OBJECT_STORE = 'kv';

/**
 * Key and value pairs in IndexedDB. Where that is refused, fails or does not answer, furrow goes on in memory;
 * what was stored before stays there for the next page. `onError` is told once.
 */
export function createStore(name: string, onError: (cause: unknown) => void): Store {
  const database = openDatabase(name);
  const memory = createMemoryStore();
  let refused = false;

  async function either<T>(inDatabase: () => Promise<T>, inMemory: () => Promise<T>): Promise<T> {
    if (refused) return inMemory();
    try {
      return await inDatabase();
    } catch (cause) {
      if (!refused) onError(new Error(`IndexedDB failed, memory does instead: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
      refused = true;
      return inMemory();
    }
  }

  return {
    get: (key) => either(() => get<unknown>(key, database), () => memory.get(key)),
    set: (key, value) => either(() => set(key, value, database), () => memory.set(key, value)),
    delete: (all) => either(() => delMany([...all], database), () => memory.delete(all)),
    keys: () => either(() => keys<string>(database), memory.keys),
    async clear() {
      await memory.clear();
      refused = false; // what was stored before the failure must go too
      await either(() => clear(database), memory.clear);
    },
  };
}

/** The same in memory, for pages that want nothing kept. */
export function createMemoryStore(): Store {
  const pairs = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(pairs.get(key)),
    set: (key, value) => Promise.resolve(void pairs.set(key, value)),
    delete: (all) => Promise.resolve(all.forEach((key) => pairs.delete(key))),
    keys: () => Promise.resolve([...pairs.keys()]),
    clear: () => Promise.resolve(pairs.clear()),
  };
}

/**
 * idb-keyval's own extension point, with what its `createStore` leaves out: opening may throw at once (a sandboxed frame)
 * or never answer (WebKit, while another page's transaction is suspended), and another tab may want to delete the database.
 */
function openDatabase(name: string): UseStore {
  let opening: Promise<IDBDatabase> | undefined;

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(OBJECT_STORE);
    const database = await promisifyRequest(request);
    const forget = () => (opening = undefined);
    database.onclose = forget;
    database.onversionchange = () => {
      database.close();
      forget();
    };
    return database;
  }

  async function transact<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T | PromiseLike<T>): Promise<T> {
    const database = await (opening ??= open());
    return work(database.transaction(OBJECT_STORE, mode).objectStore(OBJECT_STORE));
  }

  return (mode, work) => inTime(transact(mode, work).catch((cause: unknown) => {
    opening = undefined;
    // A connection that the browser has closed says so only when it is used (InvalidStateError): once more, on a new one.
    if (cause instanceof DOMException && cause.name === 'InvalidStateError') return transact(mode, work);
    throw cause;
  }));
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
