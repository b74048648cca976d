import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gorgias } from '../../src/chat/gorgias';
import { fakeGorgias } from './fakes/gorgias';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'GorgiasChat');
  vi.useRealTimers();
});

test('it is not told to open before it can', async () => {
  const chat = fakeGorgias();
  chat.snippet?.();
  const { wait } = press(gorgias());
  expect(await wait(2000)).toEqual([]);
  chat.arrive();
  expect(await wait(1000)).toEqual(['opened']);
});

test('it opens empty: what its API takes, it would send', async () => {
  const chat = fakeGorgias();
  chat.arrive();
  expect(gorgias().prefills).toBe(false);
  await press(gorgias()).wait(1000);
  expect([chat.text(), chat.sent]).toEqual(['', []]);
});
