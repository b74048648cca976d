import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { zendesk } from '../../src/chat/zendesk';
import { fakeZendesk } from './fakes/zendesk';
import { press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'zE');
  vi.useRealTimers();
});

test('without a field for it, the text is handed to nobody', async () => {
  const chat = fakeZendesk();
  chat.arrive();
  expect(await press(zendesk()).wait(1000)).toEqual(['opened']);
  expect([zendesk().prefills, chat.text()]).toEqual([false, '']);
});

test('a messenger that the page has hidden is shown', async () => {
  const chat = fakeZendesk();
  chat.arrive();
  chat.panel.hide();
  await press(zendesk()).wait(1000);
  expect(chat.isOpen()).toBe(true);
});

test('the page’s listeners stay, and none is left behind', async () => {
  const chat = fakeZendesk();
  chat.arrive();
  chat.panel.onOpen(() => undefined);
  await press(zendesk()).wait(1000);
  expect(chat.panel.listeners.size).toBe(1);
});
