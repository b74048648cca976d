import { expect, test } from 'vitest';
import { createTurns } from '../../src/detect/turns';

const turnsIn = (values: readonly number[]) => {
  const turned = createTurns(40);
  return values.filter((value) => turned(value));
};

test('to and fro turns each time, told as soon as the way back is long enough', () => {
  expect(turnsIn([0, 50, 100, 70, 55, 10, 45, 60])).toEqual([55, 60]);
});

test('a tremor, and going on after a pause, are no turns', () => {
  expect(turnsIn([0, 30, 0, 35, 5, 60, 40, 90, 60, 140])).toEqual([]);
});
