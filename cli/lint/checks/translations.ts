import { dig, entriesOf, textsIn } from '../../dig';
import { ownLanguage } from '../../ownLanguage';
import { and } from '../../words';
import type { Finding } from '../finding';
import type { Check } from '../subject';
import { wordingsOf, type Wording } from '../texts';

/**
 * Every text in every language: of those that the file declares in `locales`, else of those that any of its texts has.
 * A text without languages is in the default one.
 */
export const translations: Check = ({ written }) => {
  const wordings = wordingsOf(written);
  const base = ownLanguage(written);
  const isDeclared = dig(written, 'locales') !== undefined;
  const used = wordings.flatMap(({ value }) => languagesOf(value, base));
  const wanted = [...new Set(isDeclared ? [base, ...textsIn(dig(written, 'locales', 'also'))] : used)];
  return wordings.flatMap((wording) => [
    ...missing(wording, base, wanted, isDeclared),
    ...(isDeclared ? undeclared(wording, wanted) : []),
  ]);
};

function missing({ path, value }: Wording, base: string, wanted: readonly string[], isDeclared: boolean): readonly Finding[] {
  const there = languagesOf(value, base);
  // whoever reads pt-BR reads pt
  const lacking = wanted.filter((language) => !there.some((each) => language === each || language.startsWith(`${each}-`)));
  if (!there.length || !lacking.length) return [];
  const names = and(lacking.map(nameOf));
  return [{ code: 'missing-translation', path, message: `is not there in ${names}${isDeclared ? ', which locales promises' : ', in which other texts are'}`, instead: `add ${and(lacking.map((language) => `"${language}"`))}` }];
}

function undeclared({ path, value }: Wording, wanted: readonly string[]): readonly Finding[] {
  return entriesOf(value).flatMap(([language]) => (wanted.includes(language) ? [] : {
    code: 'undeclared-language' as const, path: `${path}.${language}`, message: `${nameOf(language)} is not among the languages of the file`, instead: `add "${language}" to locales.also, and to every other text`,
  }));
}

function languagesOf(value: unknown, base: string): readonly string[] {
  return typeof value === 'string' ? [base] : entriesOf(value).map(([language]) => language);
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch { // no language that anybody speaks; the reader says so
    return language;
  }
}
