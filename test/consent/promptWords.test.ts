import { expect, test } from 'vitest';
import { promptWords } from '../../src/consent/promptWords';

test('a visitor is promised about what is typed only what is true: it is looked at in the page, and neither kept nor sent', () => {
  expect(['en', 'de', 'fr', 'es'].map((locale) => promptWords(locale).words.never)).toEqual([
    'What you type is never kept or sent.',
    'Was Sie tippen, wird nie gespeichert oder gesendet.',
    'Ce que vous tapez n’est ni conservé ni envoyé.',
    'Lo que escribe no se guarda ni se envía.',
  ]);
});
