import { expect, test } from 'vitest';
import { createCollector } from '../../demo/collector/handle.js';
import { createStore } from '../../demo/collector/store.js';
import type { Fact } from '../../src/types';
import { makeSignal } from '../support/batch';
import { faultsOf } from '../support/batchSchema';
import { acknowledge, createFakeOrigin, makeFact, rest, VISIT, type Answering } from '../support/fakeOrigin';

const signal = (): Fact => makeSignal() as unknown as Fact;
const answerWith = (status: number): Answering => () => Promise.resolve(new Response('{}', { status }));

/** A browser that sends to the bundled collector. */
function setup() {
  const origin = createFakeOrigin();
  const collected = createStore(':memory:');
  const collect = createCollector({ store: collected });
  const atCollector: Answering = (body) => collect(new Request('https://collector.test/collect', { method: 'POST', body }));
  origin.answer(atCollector);
  return { ...origin, collected: () => collected.facts({}).map(({ id }) => id), atCollector };
}

test('all that waits can be looked at as it will be sent: what is kept, and what is too young for it, each once', async () => {
  const { open, advance } = setup();
  const { queue } = open();
  const facts = [signal(), signal(), signal()];
  queue.add(facts[0]!);
  await advance(1000);
  queue.add(facts[1]!);
  await advance(500);
  queue.add(facts[2]!);

  expect(await queue.facts()).toEqual(facts);
  expect(await queue.waiting()).toBe(3);
});

test('what is deleted is neither kept nor sent, not even when the page is left', async () => {
  const { open, advance, kept } = setup();
  const { queue, page, sent } = open();
  queue.add(signal());
  await advance(1000);
  queue.add(signal());
  await queue.clear();
  page.leave();
  await advance(10_000);

  expect([await kept(), await queue.facts(), sent]).toEqual([[], [], []]);
});

test('what is being kept at the moment of deletion is deleted too', async () => {
  const { open, advance, kept, store } = setup();
  let keep = () => {};
  const { set } = store;
  Object.assign(store, { set: (key: string, value: unknown) => new Promise<void>((done) => { keep = () => { done(set(key, value)); }; }) });
  const { queue } = open();
  queue.add(signal());
  await advance(500);
  const cleared = queue.clear();
  keep();
  await cleared;

  expect(await kept()).toEqual([]);
});

test('the visitor’s facts are deleted at the collector, those on their way too', async () => {
  const { open, advance, collected, store, atCollector, answer } = setup();
  const { queue, sent } = open();
  queue.add(signal());
  await advance(6000);
  expect(collected()).toHaveLength(1);
  let arrive: () => Promise<Response> = () => Promise.resolve(new Response());
  answer((body, keep, signal) => new Promise((done) => { arrive = async () => { const answered = await atCollector(body, keep, signal); done(answered); return answered; }; }));
  queue.add(signal());
  await advance(6000);
  answer(atCollector);
  const erased = queue.erase();
  await rest();
  await arrive();
  await erased;

  expect(faultsOf(sent.at(-1)?.batch, 'erasure')).toEqual([]);
  expect(sent.at(-1)).toMatchObject({ batch: { erase: VISIT, sdk: 'furrow/0.0.0' }, init: { credentials: 'omit', referrerPolicy: 'no-referrer' } });
  expect([collected(), await store.keys()]).toEqual([[], []]);
});

test('a collector that is away is asked again, and by the next page', async () => {
  const { open, advance, answer, atCollector, collected, store } = setup();
  const first = open();
  first.queue.add(signal());
  await advance(6000);
  answer(answerWith(503));
  await first.queue.erase();
  expect(await store.keys()).toHaveLength(1);
  first.kill();
  answer(atCollector);
  const second = open();
  await advance(20_000);

  expect(second.sent).toMatchObject([{ batch: { id: (first.sent.at(-1)?.batch as { id: string }).id, erase: VISIT } }]);
  expect([collected(), await store.keys()]).toEqual([[], []]);
});

test('nobody waits for a collector that does not answer', async () => {
  const { open, advance, answer } = setup();
  const { queue } = open();
  answer(() => new Promise(() => {}));
  let done = false;
  void queue.erase().then(() => (done = true));
  await advance(4500);
  expect(done).toBe(false);
  await advance(1000);
  expect(done).toBe(true);
});

test('a collector that knows nothing of it holds up no fact', async () => {
  const { open, advance, answer, store } = setup();
  const { queue, sent } = open();
  const arrived = new Set<string>();
  answer((body, keep, signal) => {
    const { facts } = JSON.parse(body) as { facts?: readonly Fact[] };
    for (const { id } of facts ?? []) arrived.add(id);
    return facts ? acknowledge(body, keep, signal) : answerWith(500)(body, keep, signal);
  });
  await queue.erase();
  const later = makeFact();
  queue.add(later);
  await advance(20_000);
  expect(arrived.has(later.id)).toBe(true);

  answer(answerWith(422));
  const before = sent.length;
  await advance(600_000);
  expect([await store.keys(), sent.length - before]).toEqual([[], 1]);
});

test('a batch that is refused while it is deleted does not come back in halves', async () => {
  const { open, advance, answer, kept } = setup();
  const { queue } = open();
  let refuse = () => {};
  answer(() => new Promise((done) => { refuse = () => { done(new Response('{}', { status: 413 })); }; }));
  queue.add(signal());
  queue.add(signal());
  await advance(6000);
  await queue.clear();
  refuse();
  await rest();

  expect(await kept()).toEqual([]);
});

test('a history that is deleted as the visitor withdraws leaves no request to delete it either', async () => {
  const { open, advance, store } = setup();
  const { queue, page, sent } = open();
  queue.add(signal());
  await advance(1000);
  page.finish();
  await Promise.all([queue.clear(), queue.erase()]);
  await advance(20_000);

  expect([await store.keys(), sent]).toEqual([[], []]);
});
