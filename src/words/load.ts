import type { Parts } from '../parts';
import { languageOf } from './language';
import type { Words } from './words';

type Late = { readonly [K in keyof Words]: () => Promise<{ readonly words: Words[K] }> };

/** Each file by itself, so that a bundler makes each a chunk and a visitor loads their own language alone. */
const ENGLISH: Late = { prompt: () => import('./en/prompt'), nudge: () => import('./en/nudge'), preferences: () => import('./en/preferences') };

const OTHERS: Readonly<Record<string, Late>> = {
  de: { prompt: () => import('./de/prompt'), nudge: () => import('./de/nudge'), preferences: () => import('./de/preferences') },
  fr: { prompt: () => import('./fr/prompt'), nudge: () => import('./fr/nudge'), preferences: () => import('./fr/preferences') },
  es: { prompt: () => import('./es/prompt'), nudge: () => import('./es/nudge'), preferences: () => import('./es/preferences') },
  pt: { prompt: () => import('./pt/prompt'), nudge: () => import('./pt/nudge'), preferences: () => import('./pt/preferences') },
  ar: { prompt: () => import('./ar/prompt'), nudge: () => import('./ar/nudge'), preferences: () => import('./ar/preferences') },
  ja: { prompt: () => import('./ja/prompt'), nudge: () => import('./ja/nudge'), preferences: () => import('./ja/preferences') },
};

/** furrow's own words for a surface, for pages that bundle furrow. */
export const loadWords: Parts['words'] = async (surface, locale) => (await (OTHERS[languageOf(locale)] ?? ENGLISH)[surface]()).words;
