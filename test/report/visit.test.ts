import { expect, test } from 'vitest';
import type { Records } from '../../src/types';
import { createVisit } from '../../src/report/visit';

const MINUTE_MS = 60_000;

function setup() {
  const kept = new Map<string, unknown>();
  let now = Date.UTC(2026, 0, 1);
  let writes = 0;
  const records: Records = {
    read: (key) => kept.get(key), write: (key, value) => { writes++; kept.set(key, value); }, remove: (key) => void kept.delete(key), keys: () => [...kept.keys()],
  };
  const load = () => createVisit(records, () => now);
  return { kept, page: load(), load, wait: (ms: number) => { now += ms; }, writes: () => writes };
}

test('one key through all pages of a visit', () => {
  const { page, load, wait } = setup();
  const key = page.key();
  wait(29 * MINUTE_MS);
  expect(load().key()).toBe(key);
  wait(29 * MINUTE_MS);
  expect(page.key()).toBe(key);
});

test('the pages of a visit are counted as they are loaded', () => {
  const { page, load } = setup();
  expect([page.load(), page.load(), page.key() && page.load()]).toEqual([1, 1, 1]);
  expect(load().load()).toBe(2);
  expect(load().load()).toBe(3);
});

test('a page that comes back as it was left is the load it was, and the next one counts on', () => {
  const { page, load, wait } = setup();
  page.load();
  load().load();
  wait(2 * MINUTE_MS);
  expect(page.load()).toBe(1);
  expect(load().load()).toBe(3);
});

test('a visit that begins in an open page begins with its first load', () => {
  const { page, load, wait } = setup();
  page.load();
  load().load();
  wait(30 * MINUTE_MS);
  expect(page.load()).toBe(1);
  expect(load().load()).toBe(2);
});

test('half an hour without a page ends a visit, and nothing links the next one to it', () => {
  const { page: { key: visit }, wait } = setup();
  const key = visit();
  wait(30 * MINUTE_MS);
  expect(visit()).not.toBe(key);
});

test('a clock that was set back or forward only ends the visit', () => {
  for (const jump of [-365 * 24 * 60 * MINUTE_MS, 365 * 24 * 60 * MINUTE_MS]) {
    const { page: { key: visit }, wait } = setup();
    const key = visit();
    wait(jump);
    const next = visit();
    expect(next).not.toBe(key);
    wait(MINUTE_MS);
    expect(visit()).toBe(next);
  }
});

test('many facts in a minute are one write', () => {
  const { page: { key: visit }, writes } = setup();
  for (let n = 0; n < 50; n++) visit();
  expect(writes()).toBe(1);
});

test.each([[null], ['x'], [{ key: 5, at: 1 }], [{ key: 'x' }], [{ at: Date.UTC(2026, 0, 1), loads: 1 }], [{ key: 'x', at: Date.UTC(2026, 0, 1) }], [{ key: 'x', at: Date.UTC(2026, 0, 1), loads: -5 }], [[]]])('rubbish where the key should be (%j) begins a visit', (rubbish) => {
  const { kept, page: { key: visit, load } } = setup();
  kept.set('visit', rubbish);
  const key = visit();
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([visit(), load()]).toEqual([key, 1]);
});
