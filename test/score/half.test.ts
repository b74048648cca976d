import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFade } from '../../src/score/fade';
import { half } from '../../src/score/half';

const anyAgeS = fc.integer({ min: 0, max: 10_000_000 });
const anyHalfLifeMs = fc.constantFrom(1, 500, 1000, 7000, 90_000, 3_600_000, 2_592_000_000, 999_999 * 604_800_000);

test('what is left is what the formula says', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (halvings) => {
    const exact = 2 ** -halvings;
    expect(Math.abs(half(halvings, 1) - exact)).toBeLessThanOrEqual(1e-14 * exact);
  }), { numRuns: 2000 });
});

test('trouble that is told this second is whole, and so is what a clock set back puts in the future', () => {
  expect([half(0, 90_000), half(-1, 90_000), half(NaN, 90_000)]).toEqual([1, 1, 1]);
});

test('after each half-life exactly half is left', () => {
  for (let times = 0; times < 60; times++) expect(half(times * 90_000, 90_000)).toBe(1 / 2 ** times);
});

test('whatever the age, something between all and nothing is left', () => {
  fc.assert(fc.property(fc.oneof(fc.double({ min: 0, noNaN: true }), fc.constantFrom(Infinity, Number.MAX_VALUE)), anyHalfLifeMs, (ageMs, halfLifeMs) => {
    const left = half(ageMs, halfLifeMs);
    expect(left >= 0 && left <= 1).toBe(true);
  }));
  expect(half(1e15, 90_000)).toBe(0);
});

test('a second later there is never more left', () => {
  fc.assert(fc.property(anyAgeS, anyHalfLifeMs, (ageS, halfLifeMs) => {
    expect(half((ageS + 1) * 1000, halfLifeMs)).toBeLessThanOrEqual(half(ageS * 1000, halfLifeMs));
  }));
});

test('the same bits in every engine', () => {
  const left = [1, 30, 60, 89, 100].map((ageS) => half(ageS * 1000, 90_000));
  expect(left).toEqual([0.9923279462629435, 0.7937005259840998, 0.6299605249474367, 0.5038656846085758, 0.4629373561436452]);
});

test('what has been worked out before is the same again', () => {
  const fade = createFade(90_000);
  fc.assert(fc.property(fc.integer({ min: -10, max: 20_000 }), (ageS) => {
    expect(fade(ageS * 1000)).toBe(half(ageS * 1000, 90_000));
  }));
});
