import type { CreateShowing, Parts, Showing } from '../parts';
import type { Page } from '../types';
import { inLanguage } from '../words/language';
import type { NudgeWords } from '../words/words';

/** What shows help, and the words for it. */
export interface Loaded {
  readonly showing: Showing;
  readonly words: NudgeWords;
}

export interface Loader {
  /** Fetches what is not here yet. Rejects where it cannot be had, or does not come in time. */
  load(locale: string): Promise<Loaded>;
  /** The same, in the page's own language. */
  ready(): Promise<Loaded>;
  /** What is here already, in the page's own language. */
  loaded(): Loaded | undefined;
}

/** What has not come by then holds nobody up any longer; where it comes after all, it is there for the next help. */
const PATIENCE_MS = 10_000;

/** Fetches the nudge UI with the first help, and keeps it. */
export function createLoader(parts: Parts, locale: string, make: (create: CreateShowing) => Showing, after: Page['after']): Loader {
  let showing: Showing | undefined;
  let here: Loaded | undefined;

  async function fetched(locale: string): Promise<Loaded> {
    const [create, words] = await Promise.all([parts('nudge'), inLanguage((language) => parts(`nudge.${language}`), locale)]);
    // Whoever else waited for it has the same one: it shows one thing at a time.
    return { showing: showing ??= make(create), words };
  }

  function load(locale: string): Promise<Loaded> {
    return new Promise((resolve, reject) => {
      const off = after(PATIENCE_MS, () => reject(new Error(`the nudge UI did not come within ${PATIENCE_MS / 1000} s`)));
      fetched(locale).then(resolve, reject).finally(off);
    });
  }

  return {
    load,
    ready: async () => here ??= await load(locale),
    loaded: () => here,
  };
}
