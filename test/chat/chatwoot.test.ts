import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chatwoot } from '../../src/chat/chatwoot';
import { fakeChatwoot } from './fakes/chatwoot';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, '$chatwoot');
  vi.useRealTimers();
});

test('an older version, whose toggle knows no state, is not shut by mistake', async () => {
  const chat = fakeChatwoot({ knowsStates: false });
  chat.arrive();
  await press(chatwoot()).wait(1000);
  expect(await press(chatwoot()).wait(1000)).toEqual(['opened']);
  expect(chat.isOpen()).toBe(true);
});
