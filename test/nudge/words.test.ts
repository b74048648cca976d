import { expect, test } from 'vitest';
import { pick, wordsFor } from '../../src/nudge/words';

const TEXT = { en: 'Stuck?', fr: 'Coincé ?', 'fr-CA': 'Pogné ?' };

test('a rule’s text in the visitor’s own region, then language, then English, then whatever there is', () => {
  expect(pick(TEXT, 'fr-CA')).toBe('Pogné ?');
  expect(pick(TEXT, 'fr-CH')).toBe('Coincé ?');
  expect(pick(TEXT, 'ja')).toBe('Stuck?');
  expect(pick({ ar: 'عالق؟' }, 'ja')).toBe('عالق؟');
});

test('a text in one language is for everybody, and no text is none', () => {
  expect(pick('Stuck?', 'fr')).toBe('Stuck?');
  expect(pick(undefined, 'fr')).toBe('');
});

test('every language says everything, with the same blanks to fill in', () => {
  const blanks = (sentence: string | undefined) => (sentence?.match(/{\w+}/g) ?? []).sort();
  const all = (locale: string): readonly [string, string][] => {
    const { reasons, ...words } = wordsFor(locale);
    return Object.entries({ ...words, ...reasons });
  };
  const english = new Map(all('en'));
  for (const [key, sentence] of all('de')) {
    expect(sentence).not.toBe('');
    expect(blanks(sentence), key).toEqual(blanks(english.get(key)));
  }
});

test('a visitor is promised about what was typed only what is true: it is looked at in the page, and neither kept nor sent', () => {
  expect(['en', 'de'].map((locale) => wordsFor(locale).unkept)).toEqual(['What you type is never kept or sent.', 'Was Sie tippen, wird nie gespeichert oder gesendet.']);
});
