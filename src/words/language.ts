/** The languages that furrow speaks besides English. */
const SPOKEN = /^(de|fr|es|pt|ar|ja)(?![a-z])/i;

/** The language in which a visitor with this locale (a BCP 47 tag) is spoken to, as its ISO 639-1 code. */
export function languageOf(locale: string): string {
  return SPOKEN.exec(locale)?.[0].toLowerCase() ?? 'en';
}

/** The words for a locale; English where there are none, or they do not come. */
export function inLanguage<Words>(fetch: (language: string) => Promise<Words>, locale: string): Promise<Words> {
  return fetch(languageOf(locale)).catch(() => fetch('en'));
}
