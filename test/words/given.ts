import { wordFiles } from '../../src/words/files';
import type { Words } from '../../src/words/words';

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ar', 'ja'] as const;
export const SURFACES = ['prompt', 'nudge', 'why', 'preferences'] as const satisfies readonly (keyof Words)[];

/** Everything that is said on a surface, each under its path (`snooze.hour`). */
export async function saidOn(surface: keyof Words, language: string): Promise<ReadonlyMap<string, string>> {
  return new Map(sentencesIn(await wordFiles[`${surface}.${language}`]?.() ?? {}));
}

function sentencesIn(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, said]: [string, string | object]) => (typeof said === 'string' ? [[path + key, said] as const] : sentencesIn(said, `${path}${key}.`)));
}
