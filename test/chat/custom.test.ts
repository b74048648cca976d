import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { custom } from '../../src/chat/custom';
import { put } from './fakes/fakeChat';
import { handover, press } from './handover';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  Reflect.deleteProperty(window, 'ourChat');
  vi.useRealTimers();
});

interface Ours { readonly open: (text: string) => void }

test('a chat is looked for anew, as stubs are put out of the way', async () => {
  const opened: string[] = [];
  put('ourChat', { stub: true });
  const { wait } = press(custom<Partial<Ours>>({ id: 'ours', global: 'ourChat', ready: (chat) => chat.open, open: (chat, { text }) => chat.open?.(text), isOpen: () => opened.length }));
  await wait(500);
  put('ourChat', { open: (text: string) => void opened.push(text) });
  expect(await wait(200)).toEqual(['opened']);
  expect(opened).toEqual([handover.text]);
});

test('what the host knows of waiting is passed on', () => {
  expect(custom({ id: 'ours', global: 'ourChat', ready: () => true, open: () => undefined, isOpen: () => true, reach: () => ({ waitMinutes: 3 }) }).reach?.()).toEqual({ waitMinutes: 3 });
});
