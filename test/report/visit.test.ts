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
  return { kept, visit: createVisit(records, () => now), reload: () => createVisit(records, () => now), wait: (ms: number) => { now += ms; }, writes: () => writes };
}

test('one key through all pages of a visit', () => {
  const { visit, reload, wait } = setup();
  const key = visit();
  wait(29 * MINUTE_MS);
  expect(reload()()).toBe(key);
  wait(29 * MINUTE_MS);
  expect(visit()).toBe(key);
});

test('half an hour without a page ends a visit, and nothing links the next one to it', () => {
  const { visit, wait } = setup();
  const key = visit();
  wait(30 * MINUTE_MS);
  expect(visit()).not.toBe(key);
});

test('a clock that was set back or forward only ends the visit', () => {
  for (const jump of [-365 * 24 * 60 * MINUTE_MS, 365 * 24 * 60 * MINUTE_MS]) {
    const { visit, wait } = setup();
    const key = visit();
    wait(jump);
    const next = visit();
    expect(next).not.toBe(key);
    wait(MINUTE_MS);
    expect(visit()).toBe(next);
  }
});

test('many facts in a minute are one write', () => {
  const { visit, writes } = setup();
  for (let n = 0; n < 50; n++) visit();
  expect(writes()).toBe(1);
});

test.each([[null], ['x'], [{ key: 5, at: 1 }], [{ key: 'x' }], [{ at: Date.UTC(2026, 0, 1) }], [[]]])('rubbish where the key should be (%j) begins a visit', (rubbish) => {
  const { kept, visit } = setup();
  kept.set('visit', rubbish);
  const key = visit();
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(visit()).toBe(key);
});
