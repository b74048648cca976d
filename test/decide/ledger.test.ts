import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLedger } from '../../src/decide/ledger';
import { createFakeRecords, MORNING_MS } from './given';

const visit = { id: 'v1', page: 'p1' };

test('what one tab has shown, the other knows', () => {
  const records = createFakeRecords();
  createLedger(records, visit).shown('help', MORNING_MS);
  const { all, here } = createLedger(records, { id: 'v2', page: 'p2' }).past('other', MORNING_MS);
  expect(all).toEqual([{ rule: 'help', what: 'shown', at: MORNING_MS, visit: 'v1', page: 'p1' }]);
  expect(here).toEqual({ visit: 'v2', page: 'p2' });
});

test('only answers that count for later are kept', () => {
  const ledger = createLedger(createFakeRecords(), visit);
  for (const answer of ['closed', 'not-now', 'never', 'human', 'action', 'resolved', 'gone', 'off'] as const) ledger.answered('help', answer, MORNING_MS);
  expect(ledger.past('help', MORNING_MS).own.map(({ what }) => what)).toEqual(['closed', 'not-now', 'never']);
});

test('what happened in a future that was none happened now', () => {
  const records = createFakeRecords();
  const ledger = createLedger(records, visit);
  ledger.shown('help', MORNING_MS + 1e12);
  expect(ledger.past('help', MORNING_MS).all).toMatchObject([{ at: MORNING_MS }]);
  expect(ledger.past('help', MORNING_MS + 5000).all).toMatchObject([{ at: MORNING_MS }]);
});

test('before anything was shown nothing is written', () => {
  const kept = {};
  createLedger(createFakeRecords(kept), visit).past('help', MORNING_MS);
  expect(kept).toEqual({});
});

test('years of nudges take no more room than 500, and no refusal is forgotten for them', () => {
  const ledger = createLedger(createFakeRecords(), visit);
  ledger.answered('help', 'never', 0);
  ledger.answered('help', 'closed', 0);
  for (let day = 0; day < 700; day++) ledger.shown('help', day);
  const { all } = ledger.past('help', MORNING_MS);
  expect(all).toHaveLength(500);
  expect(all.slice(0, 3).map(({ what, at }) => [what, at])).toEqual([['never', 0], ['closed', 0], ['shown', 202]]);
});

test('whatever storage holds, the ledger works', () => {
  const entry = fc.record({ rule: fc.anything(), what: fc.constantFrom('shown', 'closed'), at: fc.anything() });
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.array(entry)), (garbage) => {
    const ledger = createLedger(createFakeRecords({ ledger: JSON.stringify(garbage) ?? 'null' }), visit);
    const { all } = ledger.past('help', MORNING_MS);
    for (const { at } of all) expect(at).toBeLessThanOrEqual(MORNING_MS);
    ledger.shown('help', MORNING_MS);
    expect(ledger.past('help', MORNING_MS).own.length).toBeGreaterThan(0);
  }));
});
