import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHost } from '../../src/decide/host';
import { BASES, changesOf, CHANNELS, isHours, KEEP_DAYS, LEVELS, wishesOf } from '../../src/preferences/wishes';
import { createFakeRecords } from '../support/fakeRecords';

const DEFAULTS = wishesOf(undefined);

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const someWishes = fc.record({
  level: fc.constantFrom(...LEVELS),
  quiet: fc.array(fc.record({ from: clock, to: clock }).filter(isHours), { maxLength: 2 }),
  timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/New_York'),
  channels: fc.subarray([...CHANNELS]),
  basis: fc.subarray([...BASES]),
  keepDays: fc.constantFrom(...KEEP_DAYS),
  predictive: fc.boolean(),
  administrators: fc.boolean(),
  training: fc.boolean(),
});

test('who has said nothing wants all help, at any hour, from what is usual for them, and nothing that goes further', () => {
  expect(DEFAULTS).toMatchObject({ level: 'all', quiet: [], channels: [], basis: ['own'], keepDays: 0, predictive: false, administrators: false, training: false });
});

test('whatever storage holds, each wish is one', () => {
  const kinds = new Map(Object.entries(DEFAULTS).map(([name, value]) => [name, typeof value]));
  fc.assert(fc.property(fc.jsonValue(), (kept) => {
    for (const [name, value] of Object.entries(wishesOf(kept))) expect(typeof value, name).toBe(kinds.get(name));
  }));
  expect(wishesOf({ quiet: 'night', level: 3, basis: null, more: 'x' })).toEqual(DEFAULTS);
});

test('only what is wanted otherwise than before is told', () => {
  fc.assert(fc.property(someWishes, someWishes, (before, after) => {
    const changes = changesOf(before, after);
    expect({ ...before, ...changes }).toEqual(after);
    expect(changesOf(before, { ...before, ...changes })).toEqual(changes);
  }));
  expect(changesOf(DEFAULTS, DEFAULTS)).toEqual({});
  expect(changesOf(DEFAULTS, { ...DEFAULTS, level: 'none' })).toEqual({ level: 'none' });
});

test('what is wanted is kept as it was said, and read so again', () => {
  fc.assert(fc.property(someWishes, (wishes) => {
    const records = createFakeRecords();
    const wrong: string[] = [];
    createHost(records, () => 0, (_, cause) => wrong.push(String(cause))).prefer(changesOf(DEFAULTS, wishes));
    expect(wrong).toEqual([]);
    expect(wishesOf(records.read('preferences'))).toEqual(wishes);
  }));
});

test('quiet hours need two times that differ', () => {
  expect(isHours({ from: '20:00', to: '08:00' })).toBe(true);
  expect(isHours({ from: '20:00', to: '20:00' })).toBe(false);
  expect(isHours({ from: '', to: '08:00' })).toBe(false);
});
