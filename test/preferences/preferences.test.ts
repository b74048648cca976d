import { expect, test } from 'vitest';
import type { CentreContext, Holdings, Running } from '../../src/parts';
import { createCentre } from '../../src/preferences/preferences';
import type { Receipt } from '../../src/types';

const RECEIPT: Receipt = { v: 1, id: 'r', decision: 'granted', purposes: ['notice', 'help'], at: '2026-11-21T10:00:00Z', expires: '2027-05-20T10:00:00Z', fingerprint: '', surface: 'prompt', sdk: '0' };
const HELD: Pick<Holdings, 'signals' | 'scores' | 'decisions' | 'waiting'> = { signals: [{ name: 'rage-click' }], scores: [{ rule: 'card' }], decisions: [{ rule: 'card', show: false }], waiting: [] };

function setup(running: Partial<Running> | undefined, kept: Readonly<Record<string, unknown>> = {}) {
  const done: unknown[] = [];
  const centre = createCentre({
    records: { read: (key: string) => kept[key], keys: () => Object.keys(kept) },
    furrow: { receipt: () => (running ? RECEIPT : undefined), explain: () => Promise.resolve({ status: { consent: 'unknown' } }) },
    running: () => Promise.resolve(running),
    clear: () => ['decisions'],
    restart: () => void done.push('restart'),
    words: () => Promise.reject(new Error('no network')),
    options: {},
    fail: (during: string, cause: unknown) => void done.push(`${during}: ${String(cause)}`),
  } as unknown as CentreContext);
  return { centre, done };
}

test('what is taken along is everything that is held, as a file that people can read', async () => {
  const { centre } = setup({ holdings: () => Promise.resolve({ ...HELD, records: { visit: { load: 2 } } }) }, { receipt: RECEIPT, preferences: { level: 'important' } });
  const file = await centre.export();
  const text = await file.text();
  expect(file.type).toBe('application/json');
  expect(JSON.parse(text)).toEqual({ receipt: RECEIPT, records: { receipt: RECEIPT, preferences: { level: 'important' }, visit: { load: 2 } }, ...HELD });
  expect(text.split('\n').length).toBeGreaterThan(20);
});

test('who has said no can take along what is left: nothing but lists without anything in them', async () => {
  const { centre } = setup(undefined);
  expect(JSON.parse(await (await centre.export()).text())).toEqual({ records: {}, signals: [], scores: [], decisions: [], waiting: [] });
});

test('what is deleted is what waits and what is kept, the collector is asked too, and the visit begins anew', async () => {
  const asked: unknown[] = [];
  const { centre, done } = setup({ purge: (atCollector) => Promise.resolve(['facts']).finally(() => asked.push(atCollector)) });
  expect(await centre.forget()).toEqual(['decisions', 'facts']);
  expect(asked).toEqual([true]);
  expect(done).toEqual(['restart']);
});

test('a centre whose words do not come is told of, and can be opened again', async () => {
  const { centre, done } = setup(undefined);
  centre.open(undefined);
  centre.open(undefined);
  await new Promise(setImmediate);
  expect(done).toHaveLength(1);
  centre.open(undefined);
  await new Promise(setImmediate);
  expect(done).toHaveLength(2);
});
