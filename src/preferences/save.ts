import type { ConsentDetail, Furrow } from '../types';
import { type Allowed, allowedOf } from './allowed';
import { changesOf, isSame, type Wishes } from './wishes';

export interface Change {
  readonly all: Allowed;
  readonly allowed: Allowed;
  readonly before: Wishes;
  readonly wishes: Wishes;
  /** What was read, and in which language. */
  readonly shown: Pick<ConsentDetail, 'locale' | 'textHash'>;
}

/** Saves an answer where it is another one, and wishes where there are new ones: pressed twice, nothing more is said. */
export async function save(furrow: Pick<Furrow, 'receipt' | 'grant' | 'refuse' | 'withdraw' | 'prefer'>, { all, allowed, before, wishes, shown }: Change): Promise<void> {
  const receipt = furrow.receipt();
  const isOther = !isSame(allowed, allowedOf(receipt, all));
  const detail: ConsentDetail = { ...shown, surface: 'preferences' };
  const changes = changesOf(before, wishes);
  if (!allowed.purposes.length) {
    if (isOther) await furrow.withdraw();
    else if (!receipt || receipt.decision === 'dismissed') furrow.refuse(detail);
    return;
  }
  if (isOther) furrow.grant(allowed.purposes, { ...detail, ...(allowed.families.length < all.families.length && { families: allowed.families }) });
  if (Object.keys(changes).length) furrow.prefer(changes);
}
