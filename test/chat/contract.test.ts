// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as chats from '../../src/chat';
import type { ChatAdapter } from '../../src/types';
import { fakePanel, put, type FakeChat } from './fakes/fakeChat';
import { fakeChatwoot } from './fakes/chatwoot';
import { fakeCrisp } from './fakes/crisp';
import { fakeFreshchat } from './fakes/freshchat';
import { fakeGorgias } from './fakes/gorgias';
import { fakeHelpScout } from './fakes/helpScout';
import { fakeHubspot } from './fakes/hubspot';
import { fakeIntercom } from './fakes/intercom';
import { fakeLiveChat } from './fakes/liveChat';
import { fakeTawk } from './fakes/tawk';
import { fakeZendesk } from './fakes/zendesk';
import { fakeZendeskClassic } from './fakes/zendeskClassic';
import { handover, press } from './handover';

/** A chat of the host's own. */
function fakeOwn(): FakeChat {
  const panel = fakePanel();
  const api = { here: false, write: (text: string) => { panel.text = text; panel.open(); }, isOpen: panel.isOpen };
  return {
    globals: ['ourChat'],
    snippet: () => put('ourChat', api),
    arrive() { put('ourChat', api); api.here = true; },
    isOpen: panel.isOpen, text: () => panel.text, sent: panel.sent, fail: panel.fail,
  };
}

interface OwnChat { readonly here: boolean; write(text: string): void; isOpen(): boolean }

const own = () => chats.custom<OwnChat>({ id: 'ours', global: 'ourChat', ready: (chat) => chat.here, open: (chat, { text }) => chat.write(text), isOpen: (chat) => chat.isOpen() });

const all: Readonly<Record<keyof typeof chats, readonly [make: () => ChatAdapter, fake: () => FakeChat]>> = {
  chatwoot: [chats.chatwoot, fakeChatwoot],
  crisp: [chats.crisp, fakeCrisp],
  custom: [own, fakeOwn],
  freshchat: [chats.freshchat, fakeFreshchat],
  gorgias: [chats.gorgias, fakeGorgias],
  helpScout: [chats.helpScout, fakeHelpScout],
  hubspot: [chats.hubspot, fakeHubspot],
  intercom: [chats.intercom, fakeIntercom],
  liveChat: [chats.liveChat, fakeLiveChat],
  tawk: [chats.tawk, fakeTawk],
  zendesk: [() => chats.zendesk({ field: '4711' }), fakeZendesk],
  zendeskClassic: [chats.zendeskClassic, fakeZendeskClassic],
};

/** Longer than any visitor waits. */
const TOO_LONG_MS = 10_000;

let fake: FakeChat | undefined;

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  for (const name of fake?.globals ?? []) Reflect.deleteProperty(window, name);
  vi.useRealTimers();
});

describe.each(Object.entries(all))('%s', (_name, [make, fakeOf]) => {
  const setup = () => {
    const chat = fakeOf();
    fake = chat;
    return { adapter: make(), chat, snippet: chat.snippet };
  };

  test('a chat that is not there is not made up', async () => {
    const { adapter, chat } = setup();
    expect(adapter.available?.()).toBe(false);
    expect(await press(adapter).wait(0)).toEqual(['no-provider']);
    expect(chat.globals.filter((name) => name in window)).toEqual([]);
    expect(document.querySelectorAll('script, iframe, link')).toHaveLength(0);
  });

  test('a chat that is there opens, with the text where it takes one, and nothing is sent', async () => {
    const { adapter, chat } = setup();
    chat.arrive();
    expect(adapter.available?.()).toBe(true);
    expect(chat.isOpen()).toBe(false);
    expect(await press(adapter).wait(1000)).toEqual(['opened']);
    expect(chat.isOpen()).toBe(true);
    expect(chat.text()).toBe(adapter.prefills === false ? '' : handover.text);
    expect(chat.sent).toEqual([]);
  });

  test('a chat that still loads is waited for', async () => {
    const { adapter, chat, snippet } = setup();
    if (!snippet) return expect(chat.globals).toContain('HubSpotConversations');
    snippet();
    expect(adapter.available?.()).toBe(true);
    const { wait } = press(adapter);
    expect(await wait(4000)).toEqual([]);
    chat.arrive();
    expect(await wait(1000)).toEqual(['opened']);
    expect(chat.isOpen()).toBe(true);
    expect(chat.sent).toEqual([]);
  });

  test('a chat that does not come makes room for another way after ten seconds', async () => {
    const { adapter, snippet } = setup();
    if (!snippet) return expect(adapter.available?.()).toBe(false);
    snippet();
    const { wait } = press(adapter);
    expect(await wait(TOO_LONG_MS - 100)).toEqual([]);
    expect(await wait(100)).toEqual(['timeout']);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1); // the last question, which finds nobody waiting
    await wait(1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a chat that breaks says so, and is not waited for', async () => {
    const { adapter, chat } = setup();
    chat.arrive();
    chat.fail();
    expect(await press(adapter).wait(200)).toEqual([new Error('the chat is broken')]);
  });

  test('a chat that stands open already stays open', async () => {
    const { adapter, chat } = setup();
    chat.arrive();
    await press(adapter).wait(1000);
    // Zendesk's messenger tells that it opens and not that it is open: docs/chat.md says so
    expect(await press(adapter).wait(1000)).toEqual(adapter.id === 'zendesk' ? [] : ['opened']);
    expect(chat.isOpen()).toBe(true);
  });
});

test('after ten seconds a chat that comes after all stays shut: the visitor went another way', async () => {
  for (const [name, [make, fakeOf]] of Object.entries(all)) {
    fake = fakeOf();
    // Zendesk's messenger cannot be asked whether it is ready: docs/chat.md says so
    if (!fake.snippet || name === 'zendesk') continue;
    fake.snippet();
    const { wait } = press(make());
    expect([name, ...await wait(TOO_LONG_MS)]).toEqual([name, 'timeout']);
    fake.arrive();
    await wait(TOO_LONG_MS);
    expect([name, fake.isOpen(), fake.text()]).toEqual([name, false, '']);
    for (const global of fake.globals) Reflect.deleteProperty(window, global);
  }
});

test('the options that a tag gives do no harm', () => {
  const factories: Readonly<Record<string, (options: never) => ChatAdapter>> = chats;
  for (const make of Object.values(factories)) expect(make({ category: undefined } as never).available?.()).toBe(false);
});
