import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveChat } from '../../src/chat/liveChat';
import { fakeLiveChat } from './fakes/liveChat';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'LiveChatWidget');
  vi.useRealTimers();
});

test('nothing waits in its snippet’s queue, to open it however late', async () => {
  fakeLiveChat().snippet?.();
  expect(await press(liveChat()).wait(10_000)).toEqual(['timeout']);
  expect((Reflect.get(window, 'LiveChatWidget') as { _q: unknown[] })._q).toEqual([]);
});
