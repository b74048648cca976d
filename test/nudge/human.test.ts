// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHuman } from '../../src/nudge/human';
import type { Contribution, ChatAdapter, ChatOpened, Handover, Options } from '../../src/types';
import type { Files } from '../../src/parts';
import { partsOf } from '../support/partsOf';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const help = { rule: 'card-help', route: '/pay' };
const handed = { place: 'Card number', reasons: ['You pressed “Pay” four times.'], text: 'Where: Card number' };
const trouble: Contribution = { signal: 'rage-click', place: 'pay', points: 40, count: 4, evidence: {} };

function setup({ options = {}, use, adapter = () => Promise.reject(new Error('no such file')) }: { options?: Options; use?: ChatAdapter; adapter?: () => Promise<Files['chat.intercom']> } = {}) {
  const end = new AbortController();
  const errors: string[] = [];
  const asked: string[] = [];
  let chat = use;
  const humanFor = createHuman({
    window, options: { locale: 'en', ...options }, end: end.signal, chat: () => chat, fail: (during, cause) => void errors.push(`${during}: ${String(cause)}`),
    parts: partsOf({ 'chat.intercom': () => { asked.push('intercom'); return adapter(); } }),
  });
  const said: ChatOpened[] = [];
  return {
    end, errors, asked, said, connect: (other: ChatAdapter) => { chat = other; },
    human: () => humanFor(help, [trouble]),
    press: () => void humanFor(help, [])?.chat?.(handed).then((opened) => said.push(opened)),
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

/** A chat of the host's that notes what is handed to it. */
function chat(change: Partial<ChatAdapter> = {}) {
  const opened: Handover[] = [];
  return { opened, adapter: { id: 'ours', open: (handover: Handover) => void opened.push(handover), ...change } satisfies ChatAdapter };
}

test('where there is no way to a person, none is offered', () => {
  expect(setup().human()).toBeUndefined();
});

test('a contact page is a way of its own, and only where a link may lead there', () => {
  expect(setup({ options: { contact: 'tel:+49301234' } }).human()).toMatchObject({ contact: 'tel:+49301234', chat: undefined, trail: [trouble], reach: {} });
  expect(setup({ options: { contact: 'javascript:alert(1)' } }).human()).toBeUndefined();
});

test('the chat gets what the visitor left in the preview, and which help it was', async () => {
  const { adapter, opened } = chat();
  const { press, said, wait, errors } = setup({ use: adapter });
  press();
  await wait(0);
  expect(opened).toEqual([{ ...help, ...handed }]);
  expect([said, errors]).toEqual([['opened'], []]);
});

test('a page that was struck out is not handed over by another name', async () => {
  const { adapter, opened } = chat();
  const { human } = setup({ use: adapter });
  await human()?.chat?.({ ...handed, route: '' });
  expect(opened[0]?.route).toBe('');
});

test('the page is its path: what stands in the query is nobody’s business', () => {
  window.history.pushState(null, '', '/pay?card=4111#now');
  expect(setup({ use: chat().adapter }).human()?.page).toBe('/pay');
});

test('the chat that a tag names comes when speaking begins, and is then the way to a person', async () => {
  const { adapter, opened } = chat({ prefills: false, reach: () => ({ waitMinutes: 2 }) });
  const made: unknown[] = [];
  const { human, asked, press, wait, said } = setup({ options: { chat: 'intercom' }, adapter: () => Promise.resolve((options) => { made.push(options); return adapter; }) });
  expect(human()).toBeUndefined();
  await wait(0);
  expect([asked, made]).toEqual([['intercom'], [{ category: undefined }]]);
  expect(human()).toMatchObject({ prefills: false, reach: { waitMinutes: 2 } });
  press();
  await wait(0);
  expect([said, opened.length]).toEqual([['opened'], 1]);
});

test('what code connects goes before what the tag names', async () => {
  const { connect, human, wait } = setup({ options: { chat: 'intercom' }, adapter: () => Promise.resolve(() => chat({ prefills: false }).adapter) });
  await wait(0);
  connect(chat().adapter);
  expect(human()?.prefills).toBe(true);
});

test('where the adapter does not come, the contact page does, and the developer hears why', async () => {
  const { human, errors, wait } = setup({ options: { chat: 'intercon', contact: 'https://shop.example/help' } });
  await wait(0);
  expect(human()).toMatchObject({ contact: 'https://shop.example/help', chat: undefined });
  expect(errors).toEqual(['connecting the chat: Error: not here']);
});

test('a chat that is not on the page is not offered, until it is', () => {
  let here = false;
  const { human } = setup({ options: { contact: 'https://shop.example/help' }, use: chat({ available: () => here }).adapter });
  expect(human()?.chat).toBeUndefined();
  here = true;
  expect(human()?.chat).toBeDefined();
});

test('a chat that has gone since is told as such', async () => {
  let here = true;
  const { human } = setup({ use: chat({ available: () => here }).adapter });
  const { chat: open } = human() ?? {};
  here = false;
  expect(await open?.(handed)).toBe('no-provider');
});

test('a chat that breaks is told to the developer, and the visitor is shown another way', async () => {
  const broken = () => { throw new Error('broken'); };
  for (const change of [{ open: broken }, { ready: broken }, { isOpen: broken }, { open: () => Promise.reject(new Error('broken')) }]) {
    const { press, said, errors, wait } = setup({ use: chat(change).adapter });
    press();
    await wait(0);
    expect([said, errors]).toEqual([['no-provider'], ['opening the chat: Error: broken']]);
  }
  const { human, errors } = setup({ use: chat({ available: broken }).adapter });
  expect([human(), errors]).toEqual([undefined, ['asking for the chat: Error: broken']]);
});

test('wrong words about waiting do not keep the chat away', () => {
  const { human, errors } = setup({ use: chat({ reach: () => { throw new Error('broken'); } }).adapter });
  expect(human()).toMatchObject({ reach: {} });
  expect(errors).toEqual(['asking for the chat: Error: broken']);
});

test('nobody waits longer than ten seconds, and what comes later opens nothing', async () => {
  let ready = false;
  const { adapter, opened } = chat({ ready: () => ready });
  const { press, said, wait } = setup({ use: adapter });
  press();
  await wait(9999);
  expect(said).toEqual([]);
  await wait(1);
  expect(said).toEqual(['timeout']);
  ready = true;
  await wait(10_000);
  expect(opened).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a chat that never answers is not waited for for ever', async () => {
  const { press, said, wait, errors } = setup({ use: chat({ open: () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 20_000)) }).adapter });
  press();
  await wait(30_000);
  expect([said, errors]).toEqual([['timeout'], []]);
});

test('a chat says itself that it could not be opened', async () => {
  const { press, said, wait } = setup({ use: chat({ open: () => Promise.resolve('no-provider') }).adapter });
  press();
  await wait(0);
  expect(said).toEqual(['no-provider']);
});

test('whatever the host’s own code returns, a chat that opened has opened', async () => {
  const { press, said, wait } = setup({ use: chat({ open: (() => true) as never }).adapter });
  press();
  await wait(0);
  expect(said).toEqual(['opened']);
});

test('how to reach a person is said only where it can be: a number to call is text, and a wait is a number', () => {
  const reach = (said: object) => setup({ use: chat({ reach: () => said }).adapter }).human()?.reach;
  expect(reach({ waitMinutes: 5, phone: '+49 30 1234' })).toEqual({ waitMinutes: 5, phone: '+49 30 1234' });
  expect(reach({ waitMinutes: 'soon', phone: 49301234 })).toEqual({ phone: '49301234' });
  expect(reach({ waitMinutes: NaN, phone: null })).toEqual({});
});

test('once the visitor has withdrawn, nothing opens any more', async () => {
  let ready = false;
  const { adapter, opened } = chat({ ready: () => ready });
  const { press, wait, end } = setup({ use: adapter });
  press();
  await wait(500);
  end.abort();
  ready = true;
  await wait(1000);
  expect(opened).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
