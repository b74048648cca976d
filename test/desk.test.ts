import { expect, test } from 'vitest';
import { createDesk } from '../src/desk';
import type { GateContext, Holdings, Running } from '../src/parts';
import type { Receipt } from '../src/types';
import { partsOf } from './support/partsOf';

const RECEIPT: Receipt = { v: 1, id: 'r', decision: 'granted', purposes: ['notice', 'help'], at: '2026-11-21T10:00:00Z', expires: '2027-05-20T10:00:00Z', fingerprint: '', surface: 'prompt', sdk: '0' };
const HELD: Pick<Holdings, 'signals' | 'scores' | 'decisions' | 'waiting'> = { signals: [{ name: 'rage-click' }], scores: [{ rule: 'card' }], decisions: [{ rule: 'card', show: false }], waiting: [] };

function setup(running: Partial<Running> | undefined, kept: Readonly<Record<string, unknown>> = {}) {
  const done: unknown[] = [];
  const desk = createDesk({
    window: { Blob },
    records: { read: (key: string) => kept[key], keys: () => Object.keys(kept) },
    furrow: { receipt: () => (running ? RECEIPT : undefined), explain: () => Promise.resolve({ status: { consent: 'unknown' } }) },
    running: () => Promise.resolve(running),
    clear: () => ['decisions'],
    restart: () => void done.push('restart'),
    parts: partsOf({}),
    options: { locale: 'en' },
    fail: (during: string, cause: unknown) => void done.push(`${during}: ${String(cause)}`),
  } as unknown as GateContext);
  return { desk, done };
}

test('what is taken along is everything that is held, as a file that people can read', async () => {
  const { desk } = setup({ holdings: () => Promise.resolve({ ...HELD, records: { visit: { load: 2 } } }) }, { receipt: RECEIPT, preferences: { level: 'important' } });
  const file = await desk.export();
  const text = await file.text();
  expect(file.type).toBe('application/json');
  expect(JSON.parse(text)).toEqual({ receipt: RECEIPT, records: { receipt: RECEIPT, preferences: { level: 'important' }, visit: { load: 2 } }, ...HELD });
  expect(text.split('\n').length).toBeGreaterThan(20);
});

test('who has said no can take along what is left: nothing but lists without anything in them', async () => {
  const { desk } = setup(undefined);
  expect(JSON.parse(await (await desk.export()).text())).toEqual({ records: {}, signals: [], scores: [], decisions: [], waiting: [] });
});

test('what is deleted is what waits and what is kept, the collector is asked too, and the visit begins anew', async () => {
  const asked: unknown[] = [];
  const { desk, done } = setup({ purge: (atCollector) => Promise.resolve(['facts']).finally(() => asked.push(atCollector)) });
  expect(await desk.forget()).toEqual(['decisions', 'facts']);
  expect(asked).toEqual([true]);
  expect(done).toEqual(['restart']);
});

test('a centre whose words do not come is told of by whoever opened it', async () => {
  const { desk } = setup(undefined);
  await expect(desk.preferences(undefined)).rejects.toThrow('not here');
});
