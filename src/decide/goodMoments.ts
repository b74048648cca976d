import type { Page, Quiet } from '../types';
import { isGoodMoment } from './goodMoment';
import { LOOK_AGAIN_MS, type Here } from './here';

export interface GoodMomentsContext {
  readonly quiet: Quiet;
  here(): Here;
  /** What shows it can be used from then on. */
  ready(): Promise<unknown>;
  readonly after: Page['after'];
  failed(cause: unknown): void;
}

/** What waits for hours needs no second of them. */
const LONGEST_MS = 60_000;

/** Says something when the moment is good for it, or not at all: what is wanted no more is not said. `say` answers whether it could be. */
export type AtGoodMoment = (isWanted: () => boolean, say: () => boolean) => void;

export function createGoodMoments({ quiet, here, ready, after, failed }: GoodMomentsContext): AtGoodMoment {
  function look(isWanted: () => boolean, say: () => boolean, againMs: number): void {
    if (!isWanted() || (isGoodMoment(here(), quiet) && say())) return;
    after(againMs, () => look(isWanted, say, Math.min(againMs * 2, LONGEST_MS)));
  }

  return (isWanted, say) => {
    // nothing is fetched for what nobody wants
    if (isWanted()) ready().then(() => look(isWanted, say, LOOK_AGAIN_MS)).catch(failed);
  };
}
