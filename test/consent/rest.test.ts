import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Receipt } from '../../src/types';
import { restOf } from '../../src/consent/rest';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-01T12:00:00.000Z');
const daysFrom = (now: number, iso: string) => (Date.parse(iso) - now) / DAY_MS;

function closed(...daysAgo: readonly number[]): Receipt {
  const at = (days: number): string => new Date(NOW - days * DAY_MS).toISOString();
  return { v: 1, id: 'x', decision: 'dismissed', purposes: [], at: at(0), expires: at(0), fingerprint: '', surface: 'prompt', sdk: '', dismissals: daysAgo.map(at) };
}

test('a visitor who closes the question for the first time is asked again after 30 days', () => {
  expect(daysFrom(NOW, restOf(undefined, NOW).expires)).toBe(30);
  expect(restOf(undefined, NOW).dismissals).toEqual(['2026-06-01T12:00:00.000Z']);
});

test('closed twice within a year, it rests until the first time is a year ago', () => {
  const { expires, dismissals } = restOf(closed(100), NOW);
  expect(daysFrom(NOW, expires)).toBe(265);
  expect(dismissals).toHaveLength(2);
});

test('it rests for 30 days even where the first time is almost a year ago', () => {
  expect(daysFrom(NOW, restOf(closed(360), NOW).expires)).toBe(30);
});

test('what was closed more than a year ago is forgotten', () => {
  const { expires, dismissals } = restOf(closed(800, 366), NOW);
  expect([daysFrom(NOW, expires), dismissals]).toEqual([30, ['2026-06-01T12:00:00.000Z']]);
});

test('a record that somebody has spoilt is no reason to ask more often', () => {
  const spoilt = { ...closed(100), dismissals: ['yesterday', new Date(NOW - 100 * DAY_MS).toISOString()] };
  expect(daysFrom(NOW, restOf(spoilt, NOW).expires)).toBe(265);
  const noList: unknown = { ...closed(), dismissals: 5 };
  expect(daysFrom(NOW, restOf(noList as Receipt, NOW).expires)).toBe(30);
});

test('whoever closes it each time as soon as it may come meets it twice in any year at most', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (laterDays) => {
    let last: Receipt | undefined;
    let now = NOW;
    const asked = laterDays.map((later) => {
      now += later * DAY_MS;
      const at = now;
      const { expires, dismissals } = restOf(last, at);
      last = { ...closed(), dismissals };
      now = Date.parse(expires);
      return at;
    });
    for (const at of asked) expect(asked.filter((each) => each >= at && each < at + 365 * DAY_MS).length).toBeLessThanOrEqual(2);
  }));
});
