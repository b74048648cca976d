/** The languages that furrow speaks besides English. */
const SPOKEN = /^(de|fr|es|pt|ar|ja)(?![a-z])/i;

/** The language in which a visitor with this locale (a BCP 47 tag) is spoken to, as its ISO 639-1 code. */
export function languageOf(locale: string): string {
  return SPOKEN.exec(locale)?.[0].toLowerCase() ?? 'en';
}
