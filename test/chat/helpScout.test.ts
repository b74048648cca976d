import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { helpScout } from '../../src/chat/helpScout';
import { fakeHelpScout } from './fakes/helpScout';
import { handover, press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'Beacon');
  vi.useRealTimers();
});

test('it opens at the message form', async () => {
  const chat = fakeHelpScout();
  chat.arrive();
  await press(helpScout()).wait(1000);
  expect([chat.route(), chat.text()]).toEqual(['/ask/message/', handover.text]);
});

test('while its stub waits, it is asked and told nothing more', async () => {
  const chat = fakeHelpScout();
  chat.snippet?.();
  await press(helpScout()).wait(10_000);
  expect(new Set(chat.waiting.map((call) => JSON.stringify(call)))).toEqual(new Set(['{"method":"info"}']));
});
