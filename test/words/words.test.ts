import { expect, test } from 'vitest';
import { languageOf } from '../../src/words/language';
import { LANGUAGES, saidOn, SURFACES } from './given';

/** In this language, what is counted from 1 on is of these kinds. */
const kindsIn = (language: string): readonly string[] => [...new Set(Array.from({ length: 300 }, (_, before) => new Intl.PluralRules(language).select(before + 1)))];

/** `{n}` and `{n, plural, one {once} other {# times}}` have the same one. */
const blanksIn = (sentence: string): readonly string[] => [...new Set([...sentence.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d) ){(\w+)}|{(\w+), plural/g)].map(([, name, counted]) => name ?? counted ?? ''))].sort();

/** Those that are the same word in both languages. */
const SHARED = ['handover.page', 'helpful.no', 'past.no'];

for (const surface of SURFACES) {
  for (const language of LANGUAGES) {
    test(`everything is said in ${language}, with the same blanks to fill in (${surface})`, async () => {
      const [english, words] = await Promise.all([saidOn(surface, 'en'), saidOn(surface, language)]);
      expect([...words.keys()]).toEqual([...english.keys()]);
      expect(words.get('lang')).toBe(language);
      for (const [path, sentence] of words) {
        expect(sentence.trim(), path).toBe(sentence);
        expect(sentence, path).not.toBe('');
        expect(blanksIn(sentence), path).toEqual(blanksIn(english.get(path) ?? ''));
      }
    });

    test(`things are counted as ${language} counts them (${surface})`, async () => {
      for (const [path, sentence] of await saidOn(surface, language)) {
        const arms = /, plural,(.*)}/.exec(sentence)?.[1];
        const kinds = arms && [...arms.matchAll(/(\w+) {/g)].map(([, kind]) => kind);
        if (kinds) expect(kinds, path).toEqual(expect.arrayContaining([...kindsIn(language).filter((kind) => path !== 'firstOnes' || kind !== 'one')]));
      }
    });

    if (language !== 'en') {
      test(`no sentence was left in English (${surface}, ${language})`, async () => {
        const [english, words] = await Promise.all([saidOn(surface, 'en'), saidOn(surface, language)]);
        const same = [...words].filter(([path, sentence]) => sentence === english.get(path) && /[a-z]{2}/i.test(sentence.replace(/{[^}]*}/g, ''))).map(([path]) => path);
        expect(same.filter((path) => !SHARED.includes(path))).toEqual([]);
      });
    }
  }
}

test('no line about a purpose takes more than twelve words', async () => {
  for (const language of LANGUAGES) {
    for (const [path, line] of await saidOn('prompt', language)) {
      if (/^(purposes|storage)\.|^back$/.test(path)) expect(line.split(/ +/).length, line).toBeLessThanOrEqual(12);
    }
  }
});

test('a visitor is promised about what is typed only what is true: it is looked at in the page, and neither kept nor sent', async () => {
  const promises = await Promise.all(LANGUAGES.map(async (language) => [(await saidOn('prompt', language)).get('never'), (await saidOn('why', language)).get('unkept')]));
  for (const [never, unkept] of promises) expect(never).toBe(unkept);
  expect(promises.map(([never]) => never)).toEqual([
    'What you type is never kept or sent.',
    'Was Sie tippen, wird nie gespeichert oder gesendet.',
    'Ce que vous tapez n’est jamais conservé ni envoyé.',
    'Lo que escribe nunca se guarda ni se envía.',
    'O que você digita nunca é guardado nem enviado.',
    'ما تكتبه لا يُحفظ ولا يُرسل أبدًا.',
    '入力された内容を保存・送信することはありません。',
  ]);
});

test('nothing is said of what a visitor feels', async () => {
  for (const surface of SURFACES) {
    for (const language of LANGUAGES) {
      for (const [path, sentence] of await saidOn(surface, language)) expect(sentence, path).not.toMatch(/frustr|\bangr|\bfeel|gefühl|wütend|émotion|énerv|enfad|sentimient|irritad|غاضب|محبط|イライラ|怒/i);
    }
  }
});

test('signs stand as the language sets them', async () => {
  for (const surface of SURFACES) {
    for (const [path, sentence] of await saidOn(surface, 'fr')) expect(sentence, path).not.toMatch(/[^\u202f][?!:;»]|«[^\u202f]|'/);
    for (const [path, sentence] of await saidOn(surface, 'ar')) expect(sentence, path).not.toMatch(/\p{Script=Arabic}[?,;]/u);
    for (const language of LANGUAGES) for (const [path, sentence] of await saidOn(surface, language)) expect(sentence, path).not.toMatch(/["']|\.\.\./);
  }
});

test.each([['de-AT', 'de'], ['pt-BR', 'pt'], ['AR', 'ar'], ['ja_JP', 'ja'], ['est', 'en'], ['xx', 'en'], ['', 'en']])('a visitor with the locale %j is spoken to in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
