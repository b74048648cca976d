import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCollector } from '../../demo/collector/handle.js';
import { createStore } from '../../demo/collector/store.js';
import { makeBatch, makeDecision, makeErasure, makeFeedback, makeSignal } from '../support/batch';

const HERE = 'https://collector.test';
const SHOP = 'https://shop.test';

type Setting = Omit<Parameters<typeof createCollector>[0], 'store'>;

function setup(setting: Setting = {}, store = createStore(':memory:')) {
  const collect = createCollector({ store, allowOrigins: [SHOP], ...setting });
  return {
    store,
    ask: (path: string, init?: RequestInit) => collect(new Request(HERE + path, init)),
    post: (body: unknown, headers: Record<string, string> = {}, source?: string) =>
      collect(new Request(`${HERE}/collect`, { method: 'POST', body: typeof body === 'string' || body instanceof Uint8Array ? body as BodyInit : JSON.stringify(body), headers }), source),
  };
}

const told = async (response: Response) => [response.status, await response.json() as { readonly detail?: string }] as const;

test('a batch sent twice counts once', async () => {
  const { post, store } = setup();
  const batch = makeBatch({ dropped: 3 });

  expect(await told(await post(batch))).toEqual([200, { ok: true, batch: batch.id, accepted: 4, duplicates: 0, rejected: [] }]);
  expect(await told(await post(batch))).toEqual([200, { ok: true, batch: batch.id, accepted: 0, duplicates: 4, rejected: [] }]);
  expect(store.summary({ k: 1 })).toMatchObject({ facts: 4, batches: 1, visits: 1, dropped: 3 });
});

test('a fact that comes in two batches counts once', async () => {
  const { post, store } = setup();
  const batch = makeBatch();
  await post(batch);
  await post(makeBatch({ visit: batch.visit, facts: [...batch.facts, makeSignal()] }));

  expect(store.summary({ k: 1 })).toMatchObject({ facts: 5, batches: 2, visits: 1 });
});

test('what a visitor said of the help is kept', async () => {
  const { post, store } = setup();
  await post(makeBatch({ facts: [makeFeedback({ helpful: false })] }));
  expect(store.facts({})).toMatchObject([{ kind: 'feedback', rule: 'card-help', helpful: false }]);
});

test('a visit that is erased is gone, what still comes of it too, and the others stay', async () => {
  const { post, store } = setup();
  const [mine, other] = [makeBatch({ dropped: 2 }), makeBatch()];
  await post(mine);
  await post(other);
  const erasure = makeErasure({ erase: mine.visit });

  expect(await told(await post(erasure))).toEqual([200, { ok: true, erased: 4 }]);
  expect(await told(await post(erasure))).toEqual([200, { ok: true, erased: 0 }]);
  expect(await told(await post(makeBatch({ visit: mine.visit })))).toMatchObject([200, { ok: true, accepted: 0 }]);
  expect(await told(await post(makeErasure()))).toEqual([200, { ok: true, erased: 0 }]);
  expect(store.summary({ k: 1 })).toMatchObject({ facts: 4, batches: 1, visits: 1, dropped: 0 });
  expect(store.facts({}).map(({ visit }) => visit)).toEqual(Array(4).fill(other.visit));
});

test('of a visit that was erased the file keeps nothing but its key', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'furrow-')), 'facts.db');
  const { post, store } = setup({}, createStore(file));
  const batch = makeBatch({ facts: Array.from({ length: 50 }, () => makeSignal({ place: 'main>form>secret-place' })) });
  await post(batch);
  await post(makeErasure({ erase: batch.visit }));

  const bytes = ['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');
  expect([bytes.includes('secret-place'), bytes.includes(batch.facts[0]!.id), bytes.includes(batch.visit)]).toEqual([false, false, true]);
  store.close();
});

test('what is older than was promised is deleted, and the rest stays', async () => {
  let nowMs = 1000;
  const { post, store } = setup({ now: () => nowMs });
  await post(makeBatch());
  nowMs = 5000;
  await post(makeBatch());
  expect([store.expire(5000), store.expire(5000)]).toEqual([4, 0]);
  expect(store.summary({ k: 1 })).toMatchObject({ facts: 4, batches: 1 });
});

test('many senders at once lose nothing and double nothing', async () => {
  const { post, store } = setup();
  const batches = Array.from({ length: 40 }, () => makeBatch());
  await Promise.all([...batches, ...batches].map((batch, sender) => post(batch, {}, String(sender))));

  expect(store.summary({ k: 1 })).toMatchObject({ facts: 160, batches: 40 });
});

test.each([
  ['an unknown key of the batch', makeBatch({ user: 'anna' }), '/: the key “user” is not known'],
  ['an unknown key of every fact', makeBatch({ facts: [makeSignal({ text: 'Pay now' })] }), '/facts/0: the key “text” is not known'],
  ['an unknown piece of evidence', makeBatch({ facts: [makeSignal({ evidence: { value: 1 } })] }), '/facts/0/evidence: the key “value” is not known'],
  ['a query in a route', makeBatch({ facts: [makeSignal({ route: '/reset?token=1' })] }), '/facts/0/route: must match'],
  ['a selector as a place', makeBatch({ facts: [makeSignal({ place: '#user-4711' })] }), '/facts/0/place: must match'],
  ['a time to the millisecond', makeBatch({ facts: [makeSignal({ at: 1_793_212_345_678 })] }), '/facts/0/at: must be multiple of 1000'],
  ['a strength of 3', makeBatch({ facts: [makeSignal({ strength: 3 })] }), '/facts/0/strength: must be <= 1'],
  ['a huge number', makeBatch({ facts: [makeSignal({ evidence: { n: 1e300 } })] }), '/facts/0/evidence/n: must be'],
  ['an unknown gate', makeBatch({ facts: [makeDecision({ gate: 'mood' })] }), '/facts/0/gate: must be one of status, holdout'],
  ['a gate at which nothing is told', makeBatch({ facts: [makeDecision({ gate: 'score', code: 'below' })] }), '/facts/0/gate: must be one of status, holdout'],
  ['an unknown reason', makeBatch({ facts: [makeDecision({ code: 'mood' })] }), '/facts/0/code: must be one of status, held-out'],
  ['a fact without what a replay needs', makeBatch({ facts: [makeSignal({ told: undefined })] }), '/facts/0: must have required property'],
  ['the address of a page among its names', makeBatch({ facts: [makeSignal({ pages: ['/reset?token=1'] })] }), '/facts/0/pages/0: must match'],
  ['a text as a name', makeBatch({ facts: [makeSignal({ names: ['Anna Example'] })] }), '/facts/0/names/0: must match'],
  ['what the host said of a visitor as a segment', makeBatch({ facts: [makeDecision({ segments: ['plan=team'] })] }), '/facts/0/segments/0: must match'],
  ['too many names', makeBatch({ facts: [makeSignal({ names: Array.from({ length: 21 }, () => 'pay') })] }), '/facts/0/names: must NOT have more than 20 items'],
  ['a fact of no kind', makeBatch({ facts: [{ ...makeSignal(), kind: 'mood' }] }), '/facts/0/kind: must be one of signal, decision, nudge, outcome, feedback'],
  ['a deletion of everybody', makeErasure({ erase: '*' }), '/erase: must match pattern'],
  ['a deletion with a reason', makeErasure({ because: 'anna' }), '/: the key “because” is not known'],
  ['a batch that is a deletion too', makeBatch({ erase: makeErasure().erase }), '/: the key “visit” is not known'],
  ['no facts', makeBatch({ facts: [] }), '/facts: must NOT have fewer than 1 items'],
  ['too many facts', makeBatch({ facts: Array.from({ length: 201 }, () => makeSignal()) }), '/facts: must NOT have more than 200 items'],
  ['another version', makeBatch({ v: 2 }), '/v: must be 1'],
  ['an id that is none', makeBatch({ id: 'anna' }), '/id: must match pattern'],
  ['nothing', null, '/: must be object'],
  ['a list', [], '/: must be object'],
])('%s is refused, with where and why', async (_, body, why) => {
  const { post, store } = setup();
  const [status, { detail }] = await told(await post(body));

  expect([status, detail]).toEqual([422, expect.stringContaining(why)]);
  expect(store.summary({ k: 1 }).facts).toBe(0);
});

test('one bad fact is refused, and the others are kept', async () => {
  const { post, store } = setup();
  const good = makeSignal();
  const [status, answer] = await told(await post(makeBatch({ facts: [makeSignal({ text: 'Anna' }), good] })));

  expect(status).toBe(200);
  expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 0, reason: expect.stringContaining('“text”') as string }] });
  expect(store.facts({}).map(({ id }) => id)).toEqual([good.id]);
});

test.each(['{"__proto__":{"polluted":1}}', `{"constructor":{"prototype":{"polluted":1}},${JSON.stringify(makeBatch()).slice(1)}`, JSON.stringify(makeBatch()).replace('"evidence":{', '"evidence":{"__proto__":{"polluted":1},')])('keys of the prototype pollute nothing (%#)', async (body) => {
  const { post } = setup();
  await post(body);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('what could be code somewhere is stored and given back as it came', async () => {
  const { post, ask } = setup();
  const route = '/\'); DROP TABLE facts; -- <script>alert(1)</script>'.replaceAll(' ', '+');
  const fact = makeSignal({ route });
  await post(makeBatch({ facts: [fact] }));

  const { facts } = await (await ask('/facts')).json() as { facts: readonly object[] };
  expect(facts).toEqual([expect.objectContaining(fact)]);
});

test.each([['nonsense', 'nope'], ['nothing', ''], ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22])], ['gzip that is none', new Uint8Array([0x1f, 0x8b, 1, 2, 3])], ['deep nesting', '['.repeat(100_000)]])('a body of %s is refused', async (_, body) => {
  const response = await setup().post(body);
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
});

test('a gzipped batch is taken, and a gzip bomb is not unpacked', async () => {
  const { post } = setup();
  expect((await post(gzipSync(JSON.stringify(makeBatch())))).status).toBe(200);

  const bomb = gzipSync(Buffer.alloc(100_000_000, 0x20));
  const before = process.memoryUsage().rss;
  expect((await post(bomb)).status).toBe(413);
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

test('a body that is too large is not read to its end', async () => {
  const { ask } = setup();
  let read = 0;
  const body = new ReadableStream({ pull(reader) { read += 65_536; reader.enqueue(new Uint8Array(65_536)); } });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };

  expect((await ask('/collect', init)).status).toBe(413);
  expect(read).toBeLessThan(1_000_000);
  expect((await ask('/collect', { method: 'POST', body: 'x', headers: { 'content-length': '99999999' } })).status).toBe(413);
});

test('who sends too often waits, and others do not', async () => {
  let now = 0;
  const { post } = setup({ limits: { perSecond: 1, atOnce: 2 }, now: () => now });
  const statuses = async (source: string, times: number) => Promise.all(Array.from({ length: times }, async () => (await post(makeBatch(), {}, source)).status));

  expect(await statuses('a', 3)).toEqual([200, 200, 429]);
  const refused = await post(makeBatch(), {}, 'a');
  expect([refused.headers.get('retry-after'), await refused.json()]).toEqual(['1', expect.objectContaining({ status: 429, retryAfterMs: 1000 })]);
  expect(await statuses('b', 1)).toEqual([200]);
  now += 1000;
  expect(await statuses('a', 2)).toEqual([200, 429]);
});

test('a store that cannot take it is said so, and nothing is acknowledged', async () => {
  const store = createStore(':memory:');
  const { post } = setup({}, { ...store, add: () => { throw new Error('disk full'); } });
  const response = await post(makeBatch());

  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ retryAfterMs: 5000 });
});

test('pages of listed origins may send and read the answer, others may not', async () => {
  const { post, ask, store } = setup();
  const allowed = await post(makeBatch(), { origin: SHOP });
  expect([allowed.status, allowed.headers.get('access-control-allow-origin'), allowed.headers.get('vary'), allowed.headers.get('access-control-expose-headers')])
    .toEqual([200, SHOP, 'Origin', 'Retry-After']);
  expect(allowed.headers.get('cache-control')).toBeNull(); // with no-store, browsers do not give back the room for leaving requests

  for (const origin of ['https://evil.test', 'null', 'https://shop.test.evil.test', 'http://shop.test']) {
    const refused = await post(makeBatch(), { origin });
    expect([origin, refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([origin, 403, null]);
  }
  expect((await ask('/collect', { method: 'OPTIONS', headers: { origin: SHOP } })).status).toBe(204);
  expect((await ask('/collect', { method: 'OPTIONS', headers: { origin: 'https://evil.test' } })).status).toBe(403);
  expect((await post(makeBatch(), { origin: HERE })).status).toBe(200);
  expect((await post('nope', { origin: SHOP })).headers.get('access-control-allow-origin')).toBe(SHOP);
  expect(store.summary({ k: 1 }).batches).toBe(2);
});

test('no other page can read what is stored', async () => {
  const { ask } = setup();
  for (const path of ['/facts', '/facts.ndjson', '/summary', '/live']) {
    expect((await ask(path, { headers: { origin: SHOP } })).headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('with a token, only who has it reads', async () => {
  const { ask, post } = setup({ token: 'secret' });
  const status = async (authorization: string) => (await ask('/facts', { headers: { authorization } })).status;

  expect([await status(''), await status('Bearer wrong'), await status('Bearer secret')]).toEqual([401, 401, 200]);
  expect((await ask('/live')).status).toBe(401);
  expect((await post(makeBatch())).status).toBe(200);
});

test('wrong methods and paths are told what would be right', async () => {
  const { ask } = setup();
  const wrong = await ask('/collect');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  expect((await ask('/facts', { method: 'DELETE' })).status).toBe(405);
  expect((await ask('/toString')).status).toBe(404);
  expect(await (await ask('/wp-admin')).json()).toMatchObject({ status: 404, detail: expect.stringContaining('/collect') as string });
  expect((await ask('/facts?since=yesterday')).status).toBe(400);
});

test('facts are read newest first, by kind, and from where one left off', async () => {
  const { post, ask } = setup();
  const batch = makeBatch();
  await post(batch);
  const read = async (query: string) => (await (await ask(`/facts${query}`)).json() as { facts: readonly { id: string; n: number }[] }).facts;
  const ids = batch.facts.map(({ id }) => id);

  expect((await read('')).map(({ id }) => id)).toEqual(ids.toReversed());
  expect((await read('?kind=nudge')).map(({ id }) => id)).toEqual([ids[2]]);
  expect(await read('?limit=1')).toEqual([expect.objectContaining({ ...batch.facts[3], visit: batch.visit })]);
  expect((await read(`?since=${(await read(''))[1]?.n}`)).map(({ id }) => id)).toEqual([ids[3]]);
});

test('all facts come as lines, oldest first, however many', async () => {
  const { store, ask } = setup();
  for (let n = 0; n < 12; n++) store.add(makeBatch({ facts: Array.from({ length: 200 }, () => makeSignal()) }) as never, 0);
  const lines = (await (await ask('/facts.ndjson')).text()).trim().split('\n');

  expect(lines).toHaveLength(2400);
  expect(lines.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual(Array.from({ length: 2400 }, (_, index) => index + 1));
});

test('a signal that was taken back is a hiccup, not trouble', async () => {
  const { post, ask } = setup();
  const lasting = makeSignal();
  const passing = makeSignal();
  await post(makeBatch({ facts: [lasting, passing, makeSignal({ signal: passing.id, strength: 0 }), makeSignal({ signal: lasting.id, strength: 0.9 })] }));

  expect(await (await ask('/summary')).json()).toMatchObject({ cells: [{ name: 'rage-click', place: 'main>form>button[2]', route: '/checkout/*', signals: 1, hiccups: 1, visits: 1 }] });
});

test('a place where few visits were is not shown by itself', async () => {
  const { post, ask } = setup({ k: 2 });
  await post(makeBatch({ facts: [makeSignal({ place: 'pay' })] }));
  await post(makeBatch({ facts: [makeSignal({ place: 'pay' }), makeSignal({ place: 'rare' })] }));
  const summary = async (query = ''): Promise<unknown> => (await ask(`/summary${query}`)).json();

  expect(await summary()).toMatchObject({ cells: [{ place: 'pay', visits: 2 }], folded: { cells: 1, signals: 1 } });
  expect(await summary('?k=1')).toMatchObject({ cells: [{ place: 'pay' }] });
  expect(await summary('?k=3')).toMatchObject({ cells: [], folded: { cells: 2, signals: 3 } });
});

test('who listens hears of a batch at once, and of a repeated one nothing', async () => {
  const { post, ask } = setup();
  const feed = (await ask('/live')).body?.pipeThrough(new TextDecoderStream()).getReader();
  await feed?.read();
  const batch = makeBatch();
  await post(batch);
  await post(batch);
  await post(makeBatch({ facts: [makeSignal()] }));

  expect([(await feed?.read())?.value, (await feed?.read())?.value]).toEqual(['event: batch\ndata: {"accepted":4}\n\n', 'event: batch\ndata: {"accepted":1}\n\n']);
  await feed?.cancel();
  expect((await post(makeBatch())).status).toBe(200);
});
