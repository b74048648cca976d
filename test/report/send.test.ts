import { expect, test, vi } from 'vitest';
import type { Batch, Page } from '../../src/types';
import { furrowFormat } from '../../src/report/encode/furrow';
import { createSend } from '../../src/report/send';
import { createFakePage } from '../support/fakePage';
import { rest } from '../support/fakeOrigin';
import { makeBatch } from '../support/batch';

const NOW = Date.UTC(2026, 9, 28, 18, 0, 0);
const batch = makeBatch() as unknown as Batch;

function setup(answer: () => Promise<Response>) {
  const sendBeacon = vi.fn(() => true);
  const fetch = vi.fn(answer);
  const page = createFakePage({ window: { fetch, navigator: { sendBeacon } } as unknown as Page['window'] });
  return { page, fetch, sendBeacon, send: createSend(page, '/collect', furrowFormat, () => NOW) };
}

const stored = (body: object = { ok: true }) => Promise.resolve(Response.json(body));
const refused = (headers: Record<string, string>, body: object = {}) => () => Promise.resolve(Response.json(body, { status: 429, headers }));

test('a beacon is never sent, for it would carry the host’s cookies along', async () => {
  const { send, sendBeacon } = setup(() => Promise.reject(new TypeError('Failed to fetch')));
  send.leaving(batch);
  await send.now(batch);
  expect(sendBeacon).not.toHaveBeenCalled();
});

test('room for copies comes back when their answers have been read', async () => {
  const large = { ...batch, facts: Array.from({ length: 70 }, () => batch.facts[0]!) };
  const { send } = setup(() => stored());
  const room = () => { let copies = 0; while (send.leaving(large)) copies++; return copies; };
  const first = room();
  expect(first).toBeGreaterThan(0);
  expect(room()).toBe(0);
  await rest();
  expect(room()).toBe(first);
});

test('nothing is left behind by a request', async () => {
  const { send, page } = setup(() => stored());
  await send.now(batch);
  expect(page.timers()).toBe(0);
});

test('facts refused one by one are an acknowledgement, and are told', async () => {
  const { send } = setup(() => stored({ ok: true, rejected: [{ index: 0 }, { index: 2 }] }));
  expect(await send.now(batch)).toEqual({ verdict: 'stored', note: '/collect refused 2 facts', waitMs: 0 });
});

test.each([
  ['seconds', { 'retry-after': '7' }, {}, 7000],
  ['a date', { 'retry-after': 'Wed, 28 Oct 2026 18:01:00 GMT' }, {}, 60_000],
  ['a date that is over', { 'retry-after': 'Wed, 28 Oct 2026 17:00:00 GMT' }, {}, 0],
  ['words in the body', {}, { retryAfterMs: 2500 }, 2500],
  ['the header before the body', { 'retry-after': '7' }, { retryAfterMs: 2500 }, 7000],
  ['less than a second', {}, { retryAfterMs: 5 }, 1000],
  ['two days', { 'retry-after': '172800' }, {}, 86_400_000],
  ['nonsense', { 'retry-after': 'soon' }, { retryAfterMs: 'soon' }, 0],
  ['a huge number', { 'retry-after': '1e99' }, {}, 0],
  ['less than nothing', { 'retry-after': '-5' }, { retryAfterMs: -5 }, 0],
])('a collector that asks to wait for %s', async (_, headers: Record<string, string>, body, waitMs) => {
  const { send } = setup(refused(headers, body));
  expect(await send.now(batch)).toMatchObject({ verdict: 'later', waitMs });
});
