import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveOf, HEIGHT, recent, SPAN_MS, WIDTH } from '../../src/inspect/curve';

const point = (at: number, value: number) => ({ at, value });

test('before there is a score there is no curve', () => {
  expect(curveOf([], 5000)).toEqual({ line: '', area: '' });
});

test('a score that rose a minute ago and fades ends at the right edge, higher up the more there is of it', () => {
  const { line, area } = curveOf([point(120_000, 0), point(121_000, 60), point(180_000, 25)], 180_000);
  expect(line).toBe(`M1200 100L1210 40L${WIDTH} 75`);
  expect(area).toBe(`${line}L${WIDTH} ${HEIGHT}L1200 ${HEIGHT}Z`);
});

test('what is older than three minutes is no longer drawn, and is forgotten but for the last of it', () => {
  const points = [point(0, 10), point(1000, 20), point(2000, 30), point(SPAN_MS + 1500, 40)];
  expect(recent(points, SPAN_MS + 1500)).toEqual(points.slice(1));
  expect(curveOf(points, SPAN_MS + 1500).line).toBe('M5 70L1800 60');
});

test('a curve stays within its drawing whatever the score was', () => {
  const points = fc.array(fc.record({ at: fc.double({ min: 0, max: 400_000, noNaN: true }), value: fc.double({ min: 0, max: 100, noNaN: true }) }));
  fc.assert(fc.property(points, (all) => {
    const sorted = [...all].sort((a, b) => a.at - b.at);
    const numbers = (curveOf(sorted, 400_000).line.match(/[\d.]+/g) ?? []).map(Number);
    return numbers.every((each, i) => each >= 0 && each <= (i % 2 ? HEIGHT : WIDTH));
  }));
});
