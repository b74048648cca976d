import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshchat } from '../../src/chat/freshchat';
import { fakeFreshchat } from './fakes/freshchat';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'fcWidget');
  vi.useRealTimers();
});

test('the topic is the one that the page names, or else Freshchat’s own', async () => {
  const chat = fakeFreshchat();
  chat.arrive();
  await press(freshchat({ topic: 'Paying' })).wait(1000);
  await press(freshchat()).wait(1000);
  expect(chat.topics).toEqual(['Paying', undefined]);
});
