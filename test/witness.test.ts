import { expect, test } from 'vitest';
import type { CreateReport, Visit } from '../src/parts';
import type { Events, Options, Page, Purpose, Signal } from '../src/types';
import { createWitness } from '../src/witness';
import { partsOf } from './support/partsOf';

const settled = () => new Promise((resolve) => setTimeout(resolve));

function setup({ options = { collect: '/collect' }, purposes = ['notice', 'improve'], report }: { options?: Options; purposes?: readonly Purpose[]; report?: () => Promise<CreateReport> } = {}) {
  const seen = { now: 0, emitted: [] as string[], reported: [] as (readonly [type: string, at: number])[], urls: [] as string[], failed: [] as string[] };
  const visit = {
    options, receipt: { purposes },
    emit: (type: string) => seen.emitted.push(type),
    fail: (during: string) => seen.failed.push(during),
    parts: partsOf({
      report: report ?? (() => Promise.resolve(({ url }) => {
        seen.urls.push(url);
        return { add: (type: keyof Events, _: unknown, now: number) => void seen.reported.push([type, now]), kept: () => Promise.resolve({ stored: ['1.2'], waiting: 2 }), facts: () => Promise.resolve([]), purge: () => Promise.resolve() };
      })),
    }),
  } as unknown as Visit;
  const witness = createWitness(visit, { page: { now: () => seen.now } as Page, rules: {} as never, signals: [], visit: () => 'v', load: () => 1, route: () => '/' });
  const signal = (id: string) => ({ id }) as Signal;
  return { witness, seen, signal };
}

test('the host hears at once, the collector when its part has come, and explain later', async () => {
  const { witness, seen, signal } = setup();
  witness.tell('signal', signal('s1'));
  expect([seen.emitted, seen.reported]).toEqual([['signal'], []]);
  await settled();
  expect([seen.reported, seen.urls, witness.signals()]).toEqual([[['signal', 0]], ['/collect'], [{ id: 's1' }]]);
  expect(await witness.kept()).toEqual({ stored: ['1.2'], waiting: 2 });
});

test('what happened before the report came is told as of when it happened', async () => {
  const { witness, seen, signal } = setup();
  seen.now = 900;
  witness.tell('signal', signal('s1'));
  witness.tell('signal', signal('s2'), 800);
  seen.now = 1200;
  await settled();
  expect(seen.reported).toEqual([['signal', 900], ['signal', 800]]);
});

test('without a collector, or without the purpose to improve, no report is even fetched', async () => {
  for (const given of [{ options: {} }, { purposes: ['notice', 'help'] as const }]) {
    const { witness, seen, signal } = setup(given);
    witness.tell('signal', signal('s1'));
    await settled();
    expect([seen.emitted, seen.urls, await witness.kept()]).toEqual([['signal'], [], { stored: [], waiting: 0 }]);
  }
});

test('a report that cannot be fetched costs the visit nothing', async () => {
  const { witness, seen, signal } = setup({ report: () => Promise.reject(new Error('blocked')) });
  await settled();
  witness.tell('signal', signal('s1'));
  await witness.purge();
  expect([seen.emitted, seen.failed]).toEqual([['signal'], ['loading the report']]);
});

test('explain remembers the last fifty', () => {
  const { witness, signal } = setup();
  for (let index = 0; index < 60; index++) witness.tell('signal', signal(`s${index}`));
  expect(witness.signals().map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => `s${index + 10}`));
});

test('what was sent before the visitor took that purpose back is deleted at the collector all the same', async () => {
  const purged: unknown[] = [];
  const report = () => Promise.resolve(() => ({ add: () => undefined, kept: () => Promise.resolve({ stored: [], waiting: 0 }), facts: () => Promise.resolve([]), purge: (atCollector?: boolean) => Promise.resolve(void purged.push(atCollector)) }));
  const { witness } = setup({ purposes: ['notice'], report });
  await witness.purge();
  expect(purged).toEqual([]);
  await witness.purge(true);
  expect(purged).toEqual([true]);
});
