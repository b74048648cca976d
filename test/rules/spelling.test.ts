import { expect, test } from 'vitest';
import { nearest } from '../../src/rules/spelling';

const known = ['where', 'signals', 'nudge', 'rage-click'];

test.each([['wher', 'where'], ['wheree', 'where'], ['whera', 'where'], ['wehre', 'where'], ['rage-clik', 'rage-click'], ['signal', 'signals']])('%s was probably %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test.each(['quiet', '', 'w'.repeat(1e6), 7, undefined])('nobody knows what %s was', (word) => {
  expect(nearest(word, known)).toBeUndefined();
});
