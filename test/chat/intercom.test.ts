import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { intercom } from '../../src/chat/intercom';
import { put } from './fakes/fakeChat';
import { fakeIntercom } from './fakes/intercom';
import { handover, press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'Intercom');
  vi.useRealTimers();
});

test('a library that has come and not booted is waited for', async () => {
  put('Intercom', Object.assign((method: string, value: () => void) => { if (method === 'ready') booted = value; else calls.push(method); }, {}));
  let booted = (): void => undefined;
  const calls: string[] = [];
  const { wait } = press(intercom());
  expect(await wait(3000)).toEqual([]);
  expect(calls).toEqual([]);
  booted();
  expect(await wait(0)).toEqual(['opened']);
  expect(calls).toEqual(['showNewMessage']);
});

test('nothing waits in its stub but the question', async () => {
  const waiting: unknown[] = [];
  put('Intercom', (method: string) => void waiting.push(method));
  await press(intercom()).wait(10_000);
  expect(waiting).toEqual(['ready']);
});

test('what is written stands in a new message', async () => {
  const chat = fakeIntercom();
  chat.arrive();
  await press(intercom()).wait(1000);
  expect(chat.text()).toBe(handover.text);
});
