import { expect, test } from 'vitest';
import { createDeviceRecords } from '../src/browser/deviceRecords';
import { createFakeRecords } from './decide/given';

const DAY_MS = 86_400_000;

/** A browser in which the visitor wishes something, and pages that come one after the other. */
function setup(preferences?: object) {
  const records = createFakeRecords();
  let nowMs = Date.UTC(2026, 10, 20);
  if (preferences) records.write('preferences', preferences);
  return {
    records,
    page: () => createDeviceRecords(records, () => nowMs),
    later(days: number) { nowMs += days * DAY_MS; },
  };
}

test('what is usual for a visitor is there on the next page, for as long as they say nothing', () => {
  const { page, later } = setup();
  page().write('usual', { field: [1] });
  later(700);
  expect(page().read('usual')).toEqual({ field: [1] });
});

test('after the days that a visitor allows it begins anew, however often it was written', () => {
  const { page, later, records } = setup({ keepDays: 30 });
  page().write('usual', { field: [1] });
  later(20);
  page().write('usual', { field: [1, 2] });
  later(10);
  expect(page().read('usual')).toEqual({ field: [1, 2] });
  later(1);
  expect([page().read('usual'), records.keys()]).toEqual([undefined, ['preferences']]);

  page().write('usual', { field: [3] });
  later(30);
  expect(page().read('usual')).toEqual({ field: [3] });
});

test('nothing is kept of a visitor who wants no help by their own use; the page they are on still knows', () => {
  const { page, records } = setup({ basis: ['team'] });
  const here = page();
  here.write('usual', { field: [1] });
  expect([here.read('usual'), page().read('usual'), records.keys()]).toEqual([{ field: [1] }, undefined, ['preferences']]);
});

test('who changes their mind is heard with the next thing that is read or written', () => {
  const { page, records } = setup();
  const here = page();
  here.write('usual', { field: [1] });
  records.write('preferences', { basis: [] });
  here.write('usual', { field: [1, 2] });
  expect([records.keys(), here.read('usual')]).toEqual([['preferences'], { field: [1, 2] }]);

  records.write('preferences', { basis: ['own'] });
  here.write('usual', { field: [1, 2, 3] });
  expect(page().read('usual')).toEqual({ field: [1, 2, 3] });
});

test.each([7, 'all', { basis: 'own', keepDays: 'long' }, { keepDays: -1 }])('wishes that nobody wrote like that (%j) change nothing', (preferences) => {
  const { page, records } = setup();
  records.write('preferences', preferences);
  page().write('usual', { field: [1] });
  expect(page().read('usual')).toEqual({ field: [1] });
});

test.each([7, [1], { since: 'long ago', value: 1 }, { field: [1] }])('rubbish that stands there (%j) is not taken for what is usual', (rubbish) => {
  const { page, records } = setup();
  records.write('usual', rubbish);
  expect([page().read('usual'), records.keys()]).toEqual([undefined, []]);
});

test('a clock that was set back keeps nothing for longer', () => {
  const { page, later } = setup({ keepDays: 30 });
  page().write('usual', { field: [1] });
  later(-31);
  expect(page().read('usual')).toBeUndefined();
});
