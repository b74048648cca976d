import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { crisp } from '../../src/chat/crisp';
import { fakeCrisp } from './fakes/crisp';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, '$crisp');
  vi.useRealTimers();
});

test('what the page listens to stays as it was', async () => {
  const chat = fakeCrisp();
  chat.arrive();
  const mine = () => undefined;
  chat.listeners.set('chat:opened', mine);
  await press(crisp()).wait(1000);
  expect([...chat.listeners]).toEqual([['chat:opened', mine]]);
});

test('a chatbox that the page has hidden is shown', async () => {
  const chat = fakeCrisp();
  chat.arrive();
  (Reflect.get(window, '$crisp') as { push(command: unknown): void }).push(['do', 'chat:hide']);
  expect(await press(crisp()).wait(1000)).toEqual(['opened']);
  expect(chat.isOpen()).toBe(true);
});

test('while commands wait in an array, nothing is added to it', async () => {
  fakeCrisp().snippet?.();
  await press(crisp()).wait(10_000);
  expect(Reflect.get(window, '$crisp')).toEqual([]);
});
