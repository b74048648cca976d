import type { ConsentManager } from '../types';

/** What of the manager stands for furrow; each adapter has its default. */
export interface Standing {
  readonly category?: string | undefined;
}

/**
 * Follows a manager. `read` is asked now and after each event of these types, of the window or the document; it may hand `look` to the
 * manager to be called back, and is undefined while nobody has answered. Each answer is passed on once. What the visitor said
 * to furrow itself comes before the first: their own no stays, and a yes allows no more than they allowed. What fails in the manager rejects what `follow` returns.
 */
export function manager(id: string, types: readonly string[], read: (window: Window, look: () => void) => boolean | undefined): ConsentManager {
  return {
    id,
    follow: (window, consent) => new Promise<never>((_, reject) => {
      const detail = { surface: `cmp:${id}` } as const;
      let said: boolean | undefined;
      /** What an executor throws is a rejection. */
      const look = (): unknown => new Promise(() => {
        const answer = read(window, look);
        if (answer == null || answer === said) return;
        const own = consent.receipt();
        const first = said == null && own && !/^(dismissed|.* cmp)/.test(`${own.decision} ${own.surface}`) ? own : undefined;
        said = answer;
        if (first && !first.purposes[0]) return;
        if (answer) consent.grant(first?.purposes, first ? { surface: first.surface, ...(first.families && { families: first.families }) } : detail);
        else consent.refuse(detail);
      }).catch(reject);
      for (const type of types) for (const target of [window, window.document]) target.addEventListener(type, look, true);
      look();
    }),
  };
}
