import fc from 'fast-check';
import { expect, test } from 'vitest';
import { format } from '../../src/words/format';

const WAIT = '{n, plural, =0 {No wait} one {About a minute} other {About # minutes}}';

test.each([
  [0, 'No wait'],
  [1, 'About a minute'],
  [2, 'About 2 minutes'],
  [1200, 'About 1,200 minutes'],
])('a visitor who waits %d minutes is told so in proper words', (n, said) => {
  expect(format(WAIT, { n }, 'en')).toBe(said);
});

test('Arabic counts two, few and many in words of their own', () => {
  const days = '{n, plural, one {يوم} two {يومان} few {{n} أيام} many {{n} يومًا} other {{n} يوم}}';
  expect([1, 2, 3, 11, 100].map((n) => format(days, { n }, 'ar-u-nu-latn'))).toEqual(['يوم', 'يومان', '3 أيام', '11 يومًا', '100 يوم']);
});

test('a number is written as the language writes it', () => {
  expect(format('{n}', { n: 1234.5 }, 'de')).toBe('1.234,5');
  expect(format('{n}', { n: 12 }, 'ar-u-nu-arab')).toBe('١٢');
});

test('a label stands in the arm that is chosen, whatever is written in it', () => {
  expect(format('{n, plural, one {{at} once} other {{at} # times}}', { n: 3, at: '{n} # $& {at}' }, 'en')).toBe('{n} # $& {at} 3 times');
});

test('what is not known is left empty, and so is what only looks known', () => {
  expect(format('a{at}b{constructor}c{__proto__}d', {}, 'en')).toBe('abcd');
  expect(format('{n, plural, one {x}}', { n: 7 }, 'en')).toBe('');
});

test('whatever a sentence looks like, it is said without a fault, and what stands outside the braces is said as it is', () => {
  const piece = fc.constantFrom('{', '}', '{n}', '#', 'plural', ', plural, ', 'one {', 'other {', '=1 {', ' ', 'x', '\n', '\u2068', '{at}');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), fc.dictionary(fc.constantFrom('n', 'at'), fc.oneof(fc.string(), fc.double(), fc.integer())), fc.constantFrom('en', 'ar', 'ja', undefined), (pieces, values, lang) => {
    expect(typeof format(pieces.join(''), values, lang)).toBe('string');
  }));
  fc.assert(fc.property(fc.string().filter((text) => !text.includes('{')), (text) => {
    expect(format(text, { n: 1 }, 'en')).toBe(text);
  }));
});

test('a number always chooses the arm that is written for it', () => {
  fc.assert(fc.property(fc.nat(500), fc.constantFrom('en', 'fr', 'es', 'pt', 'ar', 'ja'), (n, lang) => {
    expect(format('{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}', { n }, lang)).toBe(new Intl.PluralRules(lang).select(n));
    expect(format(`{n, plural, =${n} {exactly} other {other}}`, { n }, lang)).toBe('exactly');
  }));
});

test('a long unfinished sentence takes no time', () => {
  const before = performance.now();
  format(`{n, plural, ${'one {x {n} '.repeat(3000)}`, { n: 1 }, 'en');
  expect(performance.now() - before).toBeLessThan(1000);
});
