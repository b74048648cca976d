import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/rules/hash';

test('the same text has the same name, in every engine', () => {
  // FNV-1a gives 811c9dc5, e40c292c and bf9cf968; MurmurHash3's last step makes these of them
  expect(['', 'a', 'foobar'].map(hashOf)).toEqual(['ab3e7c0b', '1a80b1b3', '0c0da6dc']);
});

test('whatever the text, its name is eight hexadecimal digits', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(hashOf(text)).toMatch(/^[0-9a-f]{8}$/); }));
});

test('texts that differ in one letter have names that look nothing alike', () => {
  const bitsApart = (one: string, other: string) => (parseInt(hashOf(one), 16) ^ parseInt(hashOf(other), 16)).toString(2).replace(/[-0]/g, '').length;
  const apart = Array.from({ length: 2000 }, (_, index) => bitsApart(`{"score":${index}}`, `{"score":${index + 1}}`));
  const mean = apart.reduce((sum, bits) => sum + bits, 0) / apart.length;
  // of 32, half
  expect(mean).toBeGreaterThan(15);
  expect(mean).toBeLessThan(17);
});

test('a hundred thousand versions of a file meet about as seldom as chance has it', () => {
  const names = new Set(Array.from({ length: 100_000 }, (_, index) => hashOf(`{"version":"${index}"}`)));
  // n²/2³³ ≈ 1.2
  expect(100_000 - names.size).toBeLessThan(10);
});
