import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

/** It may be there half-built before it is ready. */
type Host = Window & { readonly OneTrust?: { readonly IsAlertBoxClosed?: () => boolean }; readonly OnetrustActiveGroups?: string };

/** OneTrust. `category` is the id of a group; groups are active by default too, so only a closed banner is an answer. */
export function oneTrust({ category = 'C0003' }: Standing = {}): ConsentManager {
  return manager('oneTrust', ['OneTrustGroupsUpdated', 'OTConsentApplied'], ({ OneTrust, OnetrustActiveGroups }: Host) =>
    (OneTrust?.IsAlertBoxClosed?.() ? OnetrustActiveGroups?.split(',').includes(category) : undefined));
}
