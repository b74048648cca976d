import type { Off, Page } from '../types';

/** A tab that the browser froze may hold the lock for hours; after this long the moment for help is over. */
const GIVE_UP_MS = 3000;

/**
 * Takes the one lock of all tabs of this origin; resolves with the way to give it back, or with nothing when it does not come in time.
 * Where there are no locks (old browsers, insecure pages, pages without storage) it is given at once: whoever takes it must be safe without.
 * With the visit it is given back, and whoever still waits for it hears no more.
 */
export function createLock({ window, end, after }: Pick<Page, 'window' | 'end' | 'after'>): () => Promise<Off | undefined> {
  const { locks }: { readonly locks?: LockManager } = window.navigator;

  return () => new Promise((resolve) => {
    if (end.aborted) return;
    const over = new AbortController();
    const { signal } = over;
    const giveBack = (): void => over.abort();
    const off = after(GIVE_UP_MS, () => {
      giveBack();
      resolve(undefined);
    });

    function taken(): void {
      off();
      if (!signal.aborted) resolve(giveBack);
    }

    end.addEventListener('abort', giveBack, { signal });
    if (!locks) return taken();
    locks.request('furrow', { signal }, () => new Promise<void>((release) => {
      signal.addEventListener('abort', () => release());
      taken();
    })).catch(taken);
  });
}
