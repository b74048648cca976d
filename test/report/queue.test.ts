import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStore } from '../../src/browser/store';
import { acknowledge, createFakeOrigin, makeFact, rest, type Answering, type FakeTab } from '../support/fakeOrigin';

const bytesOf = (text: unknown) => new TextEncoder().encode(String(text)).length;
const answerWith = (status: number, headers: Record<string, string> = {}): Answering => () => Promise.resolve(new Response('{}', { status, headers }));

test('a fact is kept before it is sent, and forgotten when it has arrived', async () => {
  const origin = createFakeOrigin();
  const { queue } = origin.open();
  const fact = makeFact();

  queue.add(fact);
  await origin.advance(1000);
  expect(await origin.kept()).toEqual([fact.id]);
  expect(origin.arrived.size).toBe(0);

  await origin.advance(5000);
  expect([...origin.arrived]).toEqual([[fact.id, 1]]);
  expect(await origin.kept()).toEqual([]);
  expect(await queue.waiting()).toBe(0);
});

test('facts that come together are one write and one request', async () => {
  const origin = createFakeOrigin();
  let writes = 0;
  const set = origin.store.set;
  Object.assign(origin.store, { set: (key: string, value: unknown) => { writes++; return set(key, value); } });
  const { queue, sent } = origin.open();

  for (let n = 0; n < 20; n++) queue.add(makeFact());
  await origin.advance(6000);

  expect(writes).toBe(1);
  expect(sent.map(({ batch }) => batch.facts.length)).toEqual([20]);
});

test('a batch that grows replaces the smaller one', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();

  queue.add(makeFact());
  await origin.advance(1000);
  queue.add(makeFact());
  await origin.advance(1000);
  expect(await origin.store.keys()).toHaveLength(1);

  await origin.advance(5000);
  expect(sent.map(({ batch }) => batch.facts.length)).toEqual([2]);
});

test('fifty facts go at once, and no batch is larger than 24 KiB', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();

  for (let n = 0; n < 60; n++) queue.add(makeFact());
  await origin.advance(1000);
  expect(sent.map(({ batch }) => batch.facts.length)).toEqual([50]);

  for (let n = 0; n < 60; n++) queue.add(makeFact({ route: `/${'é'.repeat(500)}` }));
  await origin.advance(20_000);
  expect(origin.arrived.size).toBe(120);
  for (const { init } of sent) expect(bytesOf(init.body)).toBeLessThanOrEqual(24_576);
});

test('a request says nothing of the visitor but its body', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();
  queue.add(makeFact());
  await queue.flush();

  expect(sent[0]?.init).toMatchObject({
    method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', cache: 'no-store', keepalive: false,
    headers: { 'content-type': 'text/plain;charset=UTF-8' },
  });
});

test('a page that is left sends copies, and writes nothing', async () => {
  const origin = createFakeOrigin();
  const tab = origin.open();
  let writes = 0;
  Object.assign(origin.store, { set: () => Promise.resolve(void writes++), delete: () => Promise.resolve(void writes++) });

  tab.queue.add(makeFact());
  tab.hide();
  tab.page.leave();
  tab.page.advance(300);
  await rest();

  expect(tab.sent.map(({ init }) => init.keepalive)).toEqual([true]);
  expect(origin.arrived.size).toBe(1);
  expect(writes).toBe(0);
});

test('what is told while the page is left goes with it', async () => {
  const origin = createFakeOrigin();
  const { queue, page, sent } = origin.open();
  page.onLeave(() => queue.add(makeFact({ name: 'workflow-abandon' })));

  page.leave();
  await rest();

  expect(sent.flatMap(({ batch }) => batch.facts)).toHaveLength(1);
});

test('copies stay within what a page may still send', async () => {
  const origin = createFakeOrigin();
  const { queue, page, sent } = origin.open();
  origin.answer(() => new Promise(() => {}));

  for (let n = 0; n < 400; n++) queue.add(makeFact());
  page.leave();
  await rest();

  const copies = sent.filter(({ init }) => init.keepalive);
  expect(copies.length).toBeGreaterThan(1);
  expect(copies.reduce((sum, { init }) => sum + bytesOf(init.body), 0)).toBeLessThanOrEqual(49_152);
});

test('a page that was only hidden goes on, and each fact counts once', async () => {
  const origin = createFakeOrigin();
  const tab = origin.open();
  tab.queue.add(makeFact());
  tab.hide();
  tab.queue.add(makeFact());
  await origin.advance(1000);
  tab.show();
  await origin.advance(20_000);

  expect(origin.arrived.size).toBe(2);
  expect(await tab.queue.waiting()).toBe(0);
});

test('what a killed page has kept is sent by the next one', async () => {
  const origin = createFakeOrigin();
  const tab = origin.open();
  tab.queue.add(makeFact());
  await origin.advance(500);
  tab.kill();

  origin.open();
  await origin.advance(40_000);

  expect(origin.arrived.size).toBe(1);
  expect(await origin.kept()).toEqual([]);
});

test('a page killed between two writes loses nothing that was kept', async () => {
  const origin = createFakeOrigin();
  const { queue, kill } = origin.open();
  const fact = makeFact();
  queue.add(fact);
  await origin.advance(500);
  const set = origin.store.set;
  Object.assign(origin.store, { set: () => new Promise(() => {}) });
  queue.add(makeFact());
  await origin.advance(500);
  kill();

  expect(await origin.kept()).toEqual([fact.id]);
  Object.assign(origin.store, { set });
  origin.open();
  await origin.advance(40_000);
  expect(origin.arrived.get(fact.id)).toBe(1);
});

test('two pages of one origin do not send at the same time', async () => {
  const origin = createFakeOrigin();
  let under = 0;
  let most = 0;
  origin.answer(async (body, store, signal) => {
    most = Math.max(most, ++under);
    await rest();
    under--;
    return acknowledge(body, store, signal);
  });
  const tabs = [origin.open(), origin.open(), origin.open()];
  for (const { queue } of tabs) queue.add(makeFact());
  await origin.advance(90_000);

  expect(most).toBe(1);
  expect(origin.arrived.size).toBe(3);
});

test('without Web Locks everything arrives as well', async () => {
  const origin = createFakeOrigin({ locks: false });
  for (const { queue } of [origin.open(), origin.open()]) queue.add(makeFact());
  await origin.advance(6000);

  expect(origin.arrived.size).toBe(2);
});

test.each([408, 425, 429, 500, 502, 503, 504, 507])('after status %i the batch is tried again under its id', async (status) => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();
  origin.answer(answerWith(status));
  queue.add(makeFact());
  await origin.advance(10_000);
  origin.answer(acknowledge);
  await origin.advance(60_000);

  expect(origin.arrived.size).toBe(1);
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent.map(({ batch }) => batch.id)).size).toBe(1);
});

test('a collector that asks to wait is left alone for that long', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();
  origin.answer(answerWith(429, { 'retry-after': '120' }));
  queue.add(makeFact());
  await origin.advance(6000);
  queue.add(makeFact());
  await origin.advance(100_000);
  expect(sent).toHaveLength(1);

  origin.answer(acknowledge);
  await origin.advance(30_000);
  expect(origin.arrived.size).toBe(2);
});

test.each([401, 403, 404, 405, 415])('after status %i the facts stay, and the collector is asked rarely', async (status) => {
  const origin = createFakeOrigin();
  const { queue, sent, errors } = origin.open();
  origin.answer(answerWith(status));
  queue.add(makeFact());
  await origin.advance(290_000);

  expect(sent).toHaveLength(1);
  expect(await queue.waiting()).toBe(1);
  expect(errors).toEqual([`https://collector.test/collect took nothing: it answered ${status}`]);
});

test('a page of something else is no acknowledgement', async () => {
  for (const body of ['<html>Welcome to our Wi-Fi</html>', '{}', '{"ok":false}', '"ok"', '', 'null', '[1]']) {
    const origin = createFakeOrigin();
    const { queue } = origin.open();
    origin.answer(() => Promise.resolve(new Response(body, { status: 200 })));
    queue.add(makeFact());
    await queue.flush();
    expect([body, await queue.waiting()]).toEqual([body, 1]);
  }
});

test.each([204, 409])('status %i says that the collector has it', async (status) => {
  const origin = createFakeOrigin();
  const { queue } = origin.open();
  origin.answer(() => Promise.resolve(new Response(null, { status })));
  queue.add(makeFact());
  await queue.flush();

  expect(await queue.waiting()).toBe(0);
});

test.each([400, 413, 422])('status %i: one bad fact among many is given up alone, and the next batch says so', async (status) => {
  const origin = createFakeOrigin();
  const { queue, sent, errors } = origin.open();
  const bad = makeFact();
  origin.answer(async (body, store, signal) => (body.includes(bad.id) ? new Response('{}', { status }) : acknowledge(body, store, signal)));
  const good = Array.from({ length: 12 }, () => makeFact());
  for (const fact of [...good.slice(0, 5), bad, ...good.slice(5)]) queue.add(fact);
  await queue.flush();
  queue.add(makeFact());
  await queue.flush();

  expect(good.every(({ id }) => origin.arrived.get(id) === 1)).toBe(true);
  expect(origin.arrived.has(bad.id)).toBe(false);
  expect(sent.at(-1)?.batch.dropped).toBe(1);
  expect(errors.length).toBeGreaterThan(0);
  expect(await queue.waiting()).toBe(0);
});

test('a collector that is gone for good is not asked again, and nothing waits for it', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();
  origin.answer(answerWith(410));
  queue.add(makeFact());
  await origin.advance(6000);
  queue.add(makeFact());
  await origin.advance(600_000);

  expect(sent).toHaveLength(1);
});

test('a collector that never answers is given up after 15 s, and asked again', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();
  origin.answer((_, __, signal) => new Promise((___, reject) => signal.addEventListener('abort', () => reject(new Error('gave up')))));
  queue.add(makeFact());
  await origin.advance(19_000);
  expect(sent).toHaveLength(1);
  origin.answer(acknowledge);
  await origin.advance(30_000);

  expect(origin.arrived.size).toBe(1);
});

test('an endless answer is not read to its end', async () => {
  const origin = createFakeOrigin();
  const { queue } = origin.open();
  let read = 0;
  origin.answer(() => Promise.resolve(new Response(new ReadableStream({ pull(reader) { read++; reader.enqueue(new TextEncoder().encode('x'.repeat(8192))); } }))));
  queue.add(makeFact());
  await queue.flush();

  expect(read).toBeLessThan(20);
  expect(await queue.waiting()).toBe(1);
});

test('a withdrawal stops the request under way, and nothing is sent after it', async () => {
  const origin = createFakeOrigin();
  const { queue, page, sent } = origin.open();
  let aborted = false;
  origin.answer((_, __, signal) => new Promise((___, reject) => signal.addEventListener('abort', () => { aborted = true; reject(new Error('aborted')); })));
  queue.add(makeFact());
  void queue.flush();
  await rest();
  queue.add(makeFact());
  page.advance(200);
  await rest();
  page.finish();
  await queue.clear();
  queue.add(makeFact());
  await queue.flush();
  page.leave();
  await rest();

  expect(aborted).toBe(true);
  expect(sent).toHaveLength(1);
  expect(await origin.kept()).toEqual([]);
  expect(await queue.waiting()).toBe(0);
});

test('two thousand facts wait at most; the oldest go, and are counted', async () => {
  const origin = createFakeOrigin();
  const { queue, sent } = origin.open();
  origin.answer(answerWith(503));
  for (let n = 0; n < 2300; n++) queue.add(makeFact());
  await origin.advance(10_000);
  const waiting = await queue.waiting();
  origin.answer(acknowledge);
  await origin.advance(600_000);
  queue.add(makeFact());
  await origin.advance(6000);

  expect(waiting).toBeLessThanOrEqual(2050);
  const dropped = sent.filter(({ batch }) => batch.facts.some(({ id }) => origin.arrived.has(id))).reduce((sum, { batch }) => Math.max(sum, 0) + batch.dropped, 0);
  expect(origin.arrived.size + dropped).toBe(2301);
});

test('a fact older than a week is given up, and counted', async () => {
  const origin = createFakeOrigin();
  await origin.store.set(`${Date.UTC(2026, 9, 20)}.1.0.x`, { v: 1, facts: [makeFact()], dropped: 0 });
  const { queue, sent } = origin.open();
  origin.answer(answerWith(503));
  queue.add(makeFact());
  await origin.advance(500);

  expect(await origin.kept()).toHaveLength(1);
  origin.answer(acknowledge);
  await origin.advance(30_000);
  expect(sent.at(-1)?.batch.dropped).toBe(1);
});

test('rubbish in storage harms nobody', async () => {
  const origin = createFakeOrigin();
  await origin.store.set('rubbish', 'x');
  await origin.store.set('1.2.3.4', null);
  const { queue } = origin.open();
  queue.add(makeFact());
  await origin.advance(60_000);

  expect(origin.arrived.size).toBe(1);
});

/** What may happen to tabs and to a collector, in any order. */
const answers: Readonly<Record<string, Answering>> = {
  ok: acknowledge,
  lostAnswer: (_, store) => { store(); return Promise.reject(new TypeError('reset')); },
  storedThenNonsense: (_, store) => { store(); return Promise.resolve(new Response('<html>')); },
  reset: () => Promise.reject(new TypeError('reset')),
  busy: answerWith(503),
  slowDown: answerWith(429, { 'retry-after': '7' }),
  denied: answerWith(403),
  hangs: (_, __, signal) => new Promise((___, reject) => signal.addEventListener('abort', () => reject(new Error('gave up')))),
};
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), tab: fc.nat(2), n: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(60, 150, 600, 5200, 21_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), how: fc.constantFrom(...Object.keys(answers)) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('hide' as const, 'show' as const, 'leave' as const, 'kill' as const, 'flush' as const), tab: fc.nat(2) }) },
);

test.each([['with Web Locks', true], ['without Web Locks', false]])('whatever happens, what was once kept arrives (%s)', async (_, locks) => {
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
    const origin = createFakeOrigin({ locks, store: createStore(`run-${String(locks)}-${run++}`, (cause) => { throw cause; }) });
    const tabs: FakeTab[] = [origin.open(), origin.open(), origin.open()];
    const everKept = new Set<string>();
    for (const each of steps) {
      const tab = 'tab' in each ? tabs[each.tab]! : undefined;
      if (each.do === 'add') for (let n = 0; n < each.n; n++) tab!.queue.add(makeFact());
      if (each.do === 'advance') await origin.advance(each.ms);
      if (each.do === 'answer') origin.answer(answers[each.how]!);
      if (each.do === 'hide') tab!.hide();
      if (each.do === 'show') tab!.show();
      if (each.do === 'leave') tab!.page.leave();
      if (each.do === 'flush') void tab!.queue.flush();
      if (each.do === 'kill') { tab!.kill(); tabs[each.tab] = origin.open(); }
      for (const id of await origin.kept()) everKept.add(id);
    }
    origin.answer(acknowledge);
    await origin.advance(1000);
    for (const id of await origin.kept()) everKept.add(id);
    for (const tab of tabs) tab.kill();
    const last = origin.open();
    await origin.advance(120_000);

    expect([...everKept].filter((id) => !origin.arrived.has(id))).toEqual([]);
    expect(await last.queue.waiting()).toBe(0);
    for (const { sent } of [...tabs, last]) for (const { init } of sent) expect(bytesOf(init.body)).toBeLessThanOrEqual(24_576);
  }), { numRuns: 200 });
}, 120_000);

test('after a withdrawal at any moment nothing is kept, and nothing is sent', async () => {
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.constantFrom(...Object.keys(answers), 'tooLarge'), fc.nat(40), async (steps, how, turns) => {
    const origin = createFakeOrigin({ store: createStore(`withdrawn-${run++}`, (cause) => { throw cause; }) });
    const { queue, page, sent } = origin.open();
    origin.answer(answers[how] ?? answerWith(413));
    for (const each of steps) {
      if (each.do === 'add') for (let n = 0; n < each.n; n++) queue.add(makeFact());
      if (each.do === 'advance') await origin.advance(each.ms);
      if (each.do === 'flush') void queue.flush();
      if (each.do === 'leave') page.leave();
    }
    page.advance(200);
    void queue.flush();
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    page.finish();
    const before = sent.length;
    await queue.clear();
    await origin.advance(60_000);

    expect(await origin.store.keys()).toEqual([]);
    expect(sent).toHaveLength(before);
  }), { numRuns: 200 });
}, 60_000);
