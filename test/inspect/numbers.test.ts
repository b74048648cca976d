import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agoText, evidenceText, pointsText, scoreText, shareText, timeText } from '../../src/inspect/numbers';

test('a score just under what is needed never reads as enough', () => {
  expect(scoreText(59.96)).toBe('59.9');
  expect(shareText(0.599)).toBe('0.59');
  fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => Number(scoreText(value)) <= value + 1e-9));
});

test('what binary fractions lose is not lost to the reader', () => {
  expect(scoreText(32.3)).toBe('32.3');
  expect(shareText(0.29)).toBe('0.29');
});

test('points say their sign', () => {
  expect([pointsText(24), pointsText(-6.54), pointsText(55.58), pointsText(0)]).toEqual(['+24.0', '−6.5', '+55.5', '+0.0']);
});

test.each([[0, '0 s'], [1, '1 s'], [11_900, '12 s'], [99_000, '99 s'], [99_001, '2 min'], [240_000, '4 min'], [7_300_000, '3 h'], [-5, '0 s']])('%i ms to go read %s', (ms, text) => {
  expect(timeText(ms)).toBe(text);
});

test('what has just happened happened now, and half a second more makes nothing older', () => {
  expect([agoText(0), agoText(999), agoText(1000), agoText(1999), agoText(61_000)]).toEqual(['now', 'now', '1 s ago', '1 s ago', '61 s ago']);
});

test('evidence reads as words and short numbers', () => {
  expect([evidenceText(true), evidenceText(false), evidenceText(0.8251), evidenceText('http')]).toEqual(['yes', 'no', '0.83', 'http']);
});
