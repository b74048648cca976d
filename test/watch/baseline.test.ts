import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBaselines } from '../../src/watch/baseline';
import { createFakePage } from '../support/fakePage';
import { createFakeRecords } from '../support/fakeRecords';

const window = { document: {} } as never;

function setup(kept: Readonly<Record<string, unknown>> = {}) {
  const records = createFakeRecords(kept);
  const page = createFakePage({ window });
  return { page, records, baseline: createBaselines(page, records) };
}

test('four times say nothing yet about a visitor, five do', () => {
  const { baseline } = setup();
  for (const ms of [900, 1000, 1100, 1000]) baseline('field text mouse').add(ms);
  expect(baseline('field text mouse').usual()).toBeUndefined();
  baseline('field text mouse').add(1000);
  expect(baseline('field text mouse').usual()).toEqual({ median: 1000, spread: 0 });
});

test('one cup of coffee does not make a slow visitor', () => {
  const { baseline } = setup();
  for (const ms of [900, 1000, 1100, 1200, 600_000]) baseline('a').add(ms);
  expect(baseline('a').usual()).toEqual({ median: 1100, spread: 1.4826 * 100 });
});

test('what is usual by touch says nothing about the keyboard', () => {
  const { baseline } = setup();
  for (let times = 0; times < 5; times++) baseline('field text touch').add(4000);
  expect(baseline('field text key').usual()).toBeUndefined();
});

test('a visitor is known again on the next page, from numbers alone', () => {
  const { page, records, baseline } = setup();
  for (let times = 0; times < 5; times++) baseline('a').add(2000.4);
  expect(records.read('usual')).toBeUndefined();
  page.leave();
  expect(records.read('usual')).toEqual({ a: [2000, 2000, 2000, 2000, 2000] });
  expect(createBaselines(createFakePage({ window }), records)('a').usual()).toEqual({ median: 2000, spread: 0 });
});

test('a page on which nothing was learned writes nothing', () => {
  const { page, records, baseline } = setup();
  baseline('a').usual();
  page.leave();
  expect(records.read('usual')).toBeUndefined();
});

test('after the visitor has withdrawn nothing is written any more', () => {
  const { page, records, baseline } = setup();
  baseline('a').add(1000);
  page.finish();
  page.leave();
  expect(records.read('usual')).toBeUndefined();
});

test.each([[7], ['text'], [{ a: 'b' }], [{ a: [null, 1, 2, 3, 4] }], [{ a: Array(1000).fill(1) }]])('what somebody else left there (%o) is no baseline', (left) => {
  expect(setup({ usual: left }).baseline('a').usual()).toBeUndefined();
});

test('however long a visitor stays, only the last 20 values of 64 things are kept', () => {
  const { page, records, baseline } = setup();
  for (let thing = 0; thing < 100; thing++) for (let times = 0; times < 30; times++) baseline(`thing ${thing}`).add(times);
  page.leave();
  const kept = Object.entries(records.read('usual') as Record<string, number[]>);
  expect(kept).toHaveLength(64);
  for (const [, values] of kept) expect(values).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
});

test('the median lies among the values, and a spread is never negative', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 5, maxLength: 40 }), (values) => {
    const { baseline } = setup();
    for (const value of values) baseline('a').add(value);
    const { median, spread } = baseline('a').usual() ?? { median: NaN, spread: NaN };
    const last = values.slice(-20);
    expect(median).toBeGreaterThanOrEqual(Math.min(...last));
    expect(median).toBeLessThanOrEqual(Math.max(...last));
    expect(spread).toBeGreaterThanOrEqual(0);
  }));
});
