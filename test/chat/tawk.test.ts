import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tawk } from '../../src/chat/tawk';
import { fakeTawk } from './fakes/tawk';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'Tawk_API');
  vi.useRealTimers();
});

test('the page’s own callbacks stay where they are, and are told', async () => {
  const chat = fakeTawk();
  const told: string[] = [];
  chat.snippet?.();
  const onLoad = () => void told.push('loaded');
  const onChatMaximized = () => void told.push('maximized');
  Object.assign(chat.api, { onLoad, onChatMaximized });
  chat.arrive();
  await press(tawk()).wait(1000);
  expect(told).toEqual(['loaded', 'maximized']);
  expect(chat.api).toMatchObject({ onLoad, onChatMaximized });
});

test('a widget that the page has hidden is shown', async () => {
  const chat = fakeTawk();
  chat.arrive();
  (chat.api['hideWidget'] as () => void)();
  expect(await press(tawk()).wait(1000)).toEqual(['opened']);
});
