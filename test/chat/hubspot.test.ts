import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hubspot } from '../../src/chat/hubspot';
import { fakeHubspot } from './fakes/hubspot';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'HubSpotConversations');
  vi.useRealTimers();
});

test('a chat that the page loads only on request is loaded by the visitor’s press', async () => {
  const chat = fakeHubspot({ loadImmediately: false });
  chat.arrive();
  await vi.advanceTimersByTimeAsync(5000);
  expect(chat.isOpen()).toBe(false);
  expect(await press(hubspot()).wait(1000)).toEqual(['opened']);
  expect(chat.isOpen()).toBe(true);
});
