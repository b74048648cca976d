import type { Files } from '../parts';

type WordFiles = { readonly [Name in keyof Files & `${'prompt' | 'nudge' | 'why' | 'preferences'}.${string}`]: () => Promise<Files[Name]> };

/** Each file by itself, so that a bundler makes each a chunk and a visitor loads their own language alone. */
export const wordFiles: WordFiles = {
  'prompt.en': async () => (await import('./en/prompt')).words,
  'nudge.en': async () => (await import('./en/nudge')).words,
  'why.en': async () => (await import('./en/why')).words,
  'preferences.en': async () => (await import('./en/preferences')).words,
  'prompt.de': async () => (await import('./de/prompt')).words,
  'nudge.de': async () => (await import('./de/nudge')).words,
  'why.de': async () => (await import('./de/why')).words,
  'preferences.de': async () => (await import('./de/preferences')).words,
  'prompt.fr': async () => (await import('./fr/prompt')).words,
  'nudge.fr': async () => (await import('./fr/nudge')).words,
  'why.fr': async () => (await import('./fr/why')).words,
  'preferences.fr': async () => (await import('./fr/preferences')).words,
  'prompt.es': async () => (await import('./es/prompt')).words,
  'nudge.es': async () => (await import('./es/nudge')).words,
  'why.es': async () => (await import('./es/why')).words,
  'preferences.es': async () => (await import('./es/preferences')).words,
  'prompt.pt': async () => (await import('./pt/prompt')).words,
  'nudge.pt': async () => (await import('./pt/nudge')).words,
  'why.pt': async () => (await import('./pt/why')).words,
  'preferences.pt': async () => (await import('./pt/preferences')).words,
  'prompt.ar': async () => (await import('./ar/prompt')).words,
  'nudge.ar': async () => (await import('./ar/nudge')).words,
  'why.ar': async () => (await import('./ar/why')).words,
  'preferences.ar': async () => (await import('./ar/preferences')).words,
  'prompt.ja': async () => (await import('./ja/prompt')).words,
  'nudge.ja': async () => (await import('./ja/nudge')).words,
  'why.ja': async () => (await import('./ja/why')).words,
  'preferences.ja': async () => (await import('./ja/preferences')).words,
};
