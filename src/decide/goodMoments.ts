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

/** Says something when the moment is good for it, or not at all: what is wanted no more is not said. `say` answers whether it could be. */
export type AtGoodMoment = (isWanted: () => boolean, say: () => boolean) => void;

export function createGoodMoments({ quiet, here, ready, after, failed }: GoodMomentsContext): AtGoodMoment {
  function look(isWanted: () => boolean, say: () => boolean): void {
    if (!isWanted() || (isGoodMoment(here(), quiet) && say())) return;
    after(LOOK_AGAIN_MS, () => look(isWanted, say));
  }

  return (isWanted, say) => {
    // nothing is fetched for what nobody wants
    if (isWanted()) ready().then(() => look(isWanted, say)).catch(failed);
  };
}
