import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { zendeskClassic } from '../../src/chat/zendeskClassic';
import { put } from './fakes/fakeChat';
import { fakeZendeskClassic } from './fakes/zendeskClassic';
import { handover, press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'zE');
  vi.useRealTimers();
});

test('the text stands in the message of the contact form', async () => {
  const chat = fakeZendeskClassic();
  chat.arrive();
  await press(zendeskClassic()).wait(1000);
  expect(chat.text()).toBe(handover.text);
});

test('where the page has the messaging widget instead, another way is shown', async () => {
  put('zE', () => undefined);
  expect(await press(zendeskClassic()).wait(10_000)).toEqual(['timeout']);
});
