import { expect, test } from 'vitest';
import { isDue } from '../../src/decide/dates';

const december = { from: '2026-12-01', until: '2026-12-24' };
const at = (time: string, zone = 'Europe/Zurich') => isDue(december, { wallMs: Date.parse(time), zone });

test('a rule for December, in the last minute of November', () => {
  expect(at('2026-11-30T22:59:59.999Z')).toEqual({ code: 'not-yet', because: 'its first day is 2026-12-01' });
  expect(at('2026-11-30T23:00:00Z')).toBeUndefined();
});

test('the last day is a whole day', () => {
  expect(at('2026-12-24T22:59:59.999Z')).toBeUndefined();
  expect(at('2026-12-24T23:00:00Z')).toEqual({ code: 'over', because: 'its last day was 2026-12-24' });
});

test('the day is the visitor’s: in Auckland it is over while it goes on in Honolulu', () => {
  expect(at('2026-12-24T12:00:00Z', 'Pacific/Auckland')).toMatchObject({ code: 'over' });
  expect(at('2026-12-24T12:00:00Z', 'Pacific/Honolulu')).toBeUndefined();
  expect(at('2026-12-01T09:59:00Z', 'Pacific/Honolulu')).toMatchObject({ code: 'not-yet' });
});

test('a rule without dates is due on any day, one with a single date on one side of it', () => {
  expect(isDue({ from: undefined, until: undefined }, { wallMs: Date.parse('2026-12-24T12:00:00Z'), zone: undefined })).toBeUndefined();
  expect(isDue({ from: undefined, until: '2026-12-24' }, { wallMs: Date.parse('2020-01-01T12:00:00Z'), zone: 'Europe/Zurich' })).toBeUndefined();
  expect(isDue({ from: '2026-12-01', until: undefined }, { wallMs: Date.parse('2036-01-01T12:00:00Z'), zone: 'Europe/Zurich' })).toBeUndefined();
});
