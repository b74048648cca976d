import { expect, test, vi } from 'vitest';
import { fetchText } from '../src/browser/fetchText';

type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

function windowWith(fetch: Fetch): Window & typeof globalThis {
  return { fetch, setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout } as unknown as Window & typeof globalThis;
}

const end = () => new AbortController().signal;
const hangs: Fetch = (_url, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));

test('a file that is there', async () => {
  expect(await fetchText(windowWith(() => Promise.resolve(new Response('{}'))), '/furrow.json', end())).toBe('{}');
});

test('of a file that is missing it is told what the server said', async () => {
  await expect(fetchText(windowWith(() => Promise.resolve(new Response('', { status: 404 }))), '/furrow.json', end())).rejects.toThrow('could not be loaded: it answered 404');
});

test('of a file that cannot be reached it is told what the browser said', async () => {
  await expect(fetchText(windowWith(() => Promise.reject(new TypeError('Failed to fetch'))), '/furrow.json', end())).rejects.toThrow('could not be loaded: Failed to fetch');
});

test('a file that never comes is given up after eight seconds', async () => {
  vi.useFakeTimers();
  const waiting = expect(fetchText(windowWith(hangs), '/furrow.json', end())).rejects.toThrow('it did not come within 8 s');
  await vi.advanceTimersByTimeAsync(8000);
  await waiting;
  vi.useRealTimers();
});

test('a visit that ends waits for no file', async () => {
  const visit = new AbortController();
  const waiting = expect(fetchText(windowWith(hangs), '/furrow.json', visit.signal)).rejects.toThrow('could not be loaded');
  visit.abort();
  await waiting;
});
