import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Options } from '../../src/types';
import { meaningOf } from '../../src/consent/meaning';
import { fingerprintOf } from '../../src/consent/receipt';
import { words } from '../../src/words/en/prompt';

const meaning = (options: Options) => meaningOf(fingerprintOf(options), words, (url) => `shop.test${url}`).map((line) => line.replace(/[\u2068\u2069]/g, ''));

test('where nothing leaves, a yes means noticing and help in this browser', () => {
  expect(meaning({})).toEqual([words.purposes.notice, words.purposes.help, words.storage.local, words.stays]);
});

test('where facts are sent, it is said to whom and for how long', () => {
  expect(meaning({ collect: '/collect', retention: 90 }).slice(2)).toEqual([words.purposes.improve, words.storage.local, 'Sent to: shop.test/collect', 'Kept there for 90 days.']);
  expect(meaning({ collect: '/collect', retention: '1' }).at(-1)).toBe('Kept there for a day.');
  expect(meaning({ collect: '/collect' }).at(-1)).toBe(words.unlimited);
});

test('it is said where things are kept, and that nothing is', () => {
  expect([meaning({ storage: 'session' })[2], meaning({ storage: 'memory' })[2]]).toEqual([words.storage.session, words.storage.memory]);
});

test('a line that nobody wrote is no meaning at all, and no fault', () => {
  fc.assert(fc.property(fc.string(), (line) => {
    expect(Array.isArray(meaningOf(line, words, String))).toBe(true);
  }));
});

test('two options that mean another thing are told in other words, and those that mean the same in the same', () => {
  const options = fc.record({
    collect: fc.constantFrom('/a', '/b', ''), storage: fc.constantFrom<NonNullable<Options['storage']>>('local', 'session', 'memory'), retention: fc.constantFrom(30, 90, ''),
    locale: fc.constantFrom('en', 'de'), contact: fc.constantFrom('/contact', ''), rules: fc.constantFrom('/a.json', '/b.json'),
  });
  fc.assert(fc.property(options, options, (one, other) => {
    const meansTheSame = one.collect === other.collect && one.storage === other.storage && (!one.collect || one.retention === other.retention);
    expect(JSON.stringify(meaning(one)) === JSON.stringify(meaning(other))).toBe(meansTheSame);
  }));
});
