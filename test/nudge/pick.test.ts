import { expect, test } from 'vitest';
import { pick } from '../../src/nudge/pick';

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
