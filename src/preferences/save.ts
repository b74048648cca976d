import type { ConsentDetail, Furrow } from '../types';
import { type Allowed, allowedOf, isSame } from './allowed';
import { changesOf, type Wishes } from './wishes';

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
  const detail: ConsentDetail = { ...shown, surface: 'preferences', ...(allowed.families.length < all.families.length && { families: allowed.families }) };
  const isOther = !isSame(allowed, allowedOf(receipt, all));
  const isAnswered = receipt && receipt.decision !== 'dismissed';
  if (!allowed.families.length) {
    if (isOther) return furrow.withdraw();
    return isAnswered ? undefined : furrow.refuse({ ...shown, surface: 'preferences' });
  }
  if (isOther) furrow.grant(allowed.purposes, detail);
  const changes = changesOf(before, wishes);
  if (Object.keys(changes).length) furrow.prefer(changes);
}
