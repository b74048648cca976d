import type { Besides, CreateShowing, Help, Parts, Showing } from '../parts';
import type { Page } from '../types';
import { inLanguage } from '../words/language';

/** What shows help, the words for it, and the way to what is needed only when it is asked for. */
export interface Loaded extends Pick<Help, 'words' | 'besides'> {
  readonly showing: Showing;
}

export interface Loader {
  /** Fetches what is not here yet. Rejects where it cannot be had, or does not come in time. */
  load(locale: string): Promise<Loaded>;
  /** The same, in the page's own language. */
  ready(): Promise<Loaded>;
  /** What is here already, in the page's own language. */
  loaded(): Loaded | undefined;
}

export interface LoaderOptions extends Pick<Page, 'after' | 'end'> {
  readonly parts: Parts;
  readonly locale: string;
  readonly make: (create: CreateShowing) => Showing;
  /** What is asked for besides did not come. */
  readonly failed: (cause: unknown) => void;
}

/** What has not come by then holds nobody up any longer; where it comes after all, it is there for the next help. */
const PATIENCE_MS = 10_000;

/** Fetches the nudge UI with the first help, and keeps it. Once the visit has ended nothing of it comes any more, and nothing fails. */
export function createLoader({ parts, locale, make, after, end, failed }: LoaderOptions): Loader {
  let showing: Showing | undefined;
  let here: Loaded | undefined;

  async function load(locale: string): Promise<Loaded> {
    const [create, words] = await inTime(Promise.all([parts('nudge'), inLanguage((language) => parts(`nudge.${language}`), locale)]), 'the nudge UI');
    // Whoever else waited for it has the same one: it shows one thing at a time.
    return { showing: showing ??= make(create), words, besides: besidesIn(locale) };
  }

  /** Where it did not come, it is fetched anew when it is asked for again. */
  function besidesIn(locale: string): Loaded['besides'] {
    let coming: Promise<Besides | undefined> | undefined;
    return () => coming ??= inTime(fetchedBesides(locale), 'what help says besides').catch((cause: unknown) => {
      coming = undefined;
      failed(cause);
      return undefined;
    });
  }

  async function fetchedBesides(locale: string): Promise<Besides> {
    const [create, words] = await Promise.all([parts('besides'), inLanguage((language) => parts(`why.${language}`), locale)]);
    return create(words);
  }

  function inTime<Part>(part: Promise<Part>, what: string): Promise<Part> {
    return new Promise((resolve, reject) => {
      const unlessOver = <Told>(tell: (told: Told) => void) => (told: Told): void => {
        if (!end.aborted) tell(told);
      };
      const off = after(PATIENCE_MS, () => unlessOver(reject)(new Error(`${what} did not come within ${PATIENCE_MS / 1000} s`)));
      part.then(unlessOver(resolve), unlessOver(reject)).finally(off);
    });
  }

  return {
    load,
    ready: async () => here ??= await load(locale),
    loaded: () => here,
  };
}
