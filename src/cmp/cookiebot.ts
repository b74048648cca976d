import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

type Host = Window & { readonly Cookiebot?: { readonly hasResponse?: boolean; readonly consent: Readonly<Record<string, boolean | string | null>> } };

/** Cookiebot. `category` is `preferences`, `statistics` or `marketing`. A consent that is only implied is none that the visitor gave. */
export function cookiebot({ category = 'preferences' }: Standing = {}): ConsentManager {
  return manager('cookiebot', ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'], ({ Cookiebot }: Host) =>
    (Cookiebot?.hasResponse && Cookiebot.consent['method'] !== 'implied' ? !!Cookiebot.consent[category] : undefined));
}
