import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createMemoryStore, createStore } from '../src/browser/store';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function setup(indexedDB: unknown = new IDBFactory()) {
  vi.stubGlobal('indexedDB', indexedDB);
  const errors: unknown[] = [];
  return { store: createStore('furrow', (cause) => errors.push(cause)), errors };
}

test.each([['IndexedDB', () => setup().store], ['memory', createMemoryStore]])('what is set is there, until it is deleted (%s)', async (_, make) => {
  const store = make();
  await store.set('a', { n: 1 });
  await store.set('b', 2);
  expect([await store.get('a'), await store.get('b'), await store.get('c')]).toEqual([{ n: 1 }, 2, undefined]);
  expect(await store.keys()).toEqual(['a', 'b']);

  await store.delete(['a']);
  expect(await store.keys()).toEqual(['b']);

  await store.clear();
  expect(await store.keys()).toEqual([]);
});

test('another page of the origin finds what was kept', async () => {
  const shared = new IDBFactory();
  await setup(shared).store.set('a', 1);
  expect(await setup(shared).store.get('a')).toBe(1);
});

test('nothing is opened until something is asked for', () => {
  const open = vi.fn();
  setup({ open });
  expect(open).not.toHaveBeenCalled();
});

test.each([
  ['throws at once, as in a sandboxed frame', () => ({ open() { throw new DOMException('denied', 'SecurityError'); } })],
  ['does not exist', () => null],
  ['refuses to open', () => ({ open: () => failing() })],
])('where IndexedDB %s, memory does, and the developer is told once', async (_, make) => {
  const { store, errors } = setup(make());
  await store.set('a', 1);
  await store.set('b', 2);

  expect(await store.get('a')).toBe(1);
  expect(await store.keys()).toEqual(['a', 'b']);
  expect(errors).toHaveLength(1);
});

test('IndexedDB that never answers is left after 3 s', async () => {
  vi.useFakeTimers();
  const { store, errors } = setup({ open: () => ({}) });
  const set = store.set('a', 1);
  await vi.advanceTimersByTimeAsync(2900);
  expect(errors).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  await set;

  expect(await store.get('a')).toBe(1);
  expect(errors).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('another tab may delete the database, and this one goes on', async () => {
  const shared = new IDBFactory();
  const { store, errors } = setup(shared);
  await store.set('a', 1);
  await new Promise((resolve, reject) => {
    const request = shared.deleteDatabase('furrow');
    request.onsuccess = resolve;
    request.onblocked = reject;
  });
  await store.set('b', 2);

  expect(await store.keys()).toEqual(['b']);
  expect(errors).toEqual([]);
});

test('a connection that the browser has closed is opened again', async () => {
  const shared = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = shared.open.bind(shared);
  const { store, errors } = setup({ open(name: string) {
    const request = open(name);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  } });
  await store.set('a', 1);
  opened[0]?.close(); // Safari does so, and does not always tell

  expect(await store.get('a')).toBe(1);
  expect(opened).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('a purge deletes also what was kept before IndexedDB failed', async () => {
  const shared = new IDBFactory();
  const { store } = setup(shared);
  await store.set('a', 1);
  await store.set('b', () => 'a function cannot be kept'); // refused: from here on in memory
  await store.clear();

  expect(await store.keys()).toEqual([]);
  expect(await setup(shared).store.keys()).toEqual([]);
});

function failing() {
  const request = { error: new DOMException('broken', 'UnknownError'), onerror: () => {} };
  queueMicrotask(() => request.onerror());
  return request;
}
