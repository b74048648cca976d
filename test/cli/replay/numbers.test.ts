import { expect, test } from 'vitest';
import { createHistogram } from '../../../cli/replay/histogram';
import { hourOf } from '../../../cli/replay/hourOf';
import { mcnemar } from '../../../cli/replay/mcnemar';
import { wilson } from '../../../cli/replay/wilson';

// numbers of Newcombe 1998, table I, and of R's binom.test
test.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718], [20, 20, 0.8389, 1], [0, 0, 0, 1]])('%d of %d visits', (count, of, from, to) => {
  const [low, high] = wilson(count, of);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual([from.toFixed(4), to.toFixed(4)]);
});

test.each([[2, 0, 0.5], [0, 0, 1], [8, 2, 0.109375], [5, 5, 1], [59, 6, 1.4e-11], [0, 2000, 0]])('%d visits only by one file, %d only by the other', (a, b, p) => {
  expect(mcnemar(a, b)).toBeCloseTo(p, 10);
  expect(mcnemar(b, a)).toBe(mcnemar(a, b));
});

test('the median of what was added, and of nothing', () => {
  const histogram = createHistogram();
  expect(histogram.median()).toBeUndefined();
  for (const value of [9, 1, 5, 1, 7]) histogram.add(value);
  expect(histogram.median()).toBe(5);
});

test('hours are those of the zone, also in half hours and over a change of the clocks', () => {
  expect(hourOf('Asia/Kolkata')(Date.UTC(2026, 0, 1, 12, 29))).toBe(17);
  expect(hourOf('Asia/Kolkata')(Date.UTC(2026, 0, 1, 12, 30))).toBe(18);
  const berlin = hourOf('Europe/Berlin');
  expect([0, 1].map((hour) => berlin(Date.UTC(2026, 2, 29, hour, 59)))).toEqual([1, 3]);
});
