/** `{name}`, or `{name, plural, …}` with its arms, in which further names may stand. */
const BLANK = /{(\w+)(?:, plural,((?:[^{}]|{(?:[^{}]|{\w+})*})*))?}/g;
const ARM = /(=\d+|\w+) *{((?:[^{}]|{\w+})*)}/g;

/**
 * Puts values in a sentence, in the little of ICU's message format that furrow's own words need: `{n}` and
 * `{n, plural, =0 {…} one {…} other {…}}`, where `#` is the number. What is not known is left empty. Numbers are written and
 * counted as in the language.
 */
export function format(sentence: string, values: Readonly<Record<string, string | number>>, lang?: string): string {
  return sentence.replace(BLANK, (_, name: string, arms?: string) => {
    const value = values[name];
    if (arms) return format(armFor(Number(value), arms, lang).replaceAll('#', `{${name}}`), values, lang);
    if (typeof value === 'number') return new Intl.NumberFormat(lang).format(value);
    return typeof value === 'string' ? value : '';
  });
}

/** The text for exactly this number, else for numbers of its kind. */
function armFor(n: number, arms: string, lang: string | undefined): string {
  const texts = new Map([...arms.matchAll(ARM)].map(([, key, text = '']) => [key, text]));
  return texts.get(`=${n}`) ?? texts.get(new Intl.PluralRules(lang).select(n)) ?? texts.get('other') ?? '';
}
