import type { Off, Page } from '../types';

/** A tab that the browser froze may hold the lock for hours; after this long the moment for help is over. */
const GIVE_UP_MS = 3000;

/**
 * Takes the one lock of all tabs of this origin; resolves with the way to give it back, or with nothing when it does not come in time.
 * Where there are no locks (old browsers, insecure or storage-less pages) it is given at once: whoever takes it must be safe without.
 * It is given back at the latest with the visit.
 */
export function createLock({ window, end, after }: Pick<Page, 'window' | 'end' | 'after'>): () => Promise<Off | undefined> {
  const { locks }: { readonly locks?: LockManager } = window.navigator;

  return () => new Promise((resolve) => {
    const over = new AbortController();
    const { signal } = over;
    const giveBack = (): void => over.abort();
    const off = after(GIVE_UP_MS, giveBack);

    function taken(): void {
      off();
      resolve(giveBack);
    }

    signal.addEventListener('abort', () => resolve(undefined));
    end.addEventListener('abort', giveBack, { signal });
    if (end.aborted) giveBack();
    if (!locks) return taken();
    locks.request('furrow', { signal }, () => new Promise<void>((release) => {
      signal.addEventListener('abort', () => release());
      taken();
    })).catch(taken);
  });
}
