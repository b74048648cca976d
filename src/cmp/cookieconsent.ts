import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

type Host = Window & {
  readonly CookieConsent?: { readonly validConsent?: () => boolean; readonly acceptedCategory: (category: string) => boolean };
};

export function cookieconsent({ category = 'functionality' }: Standing = {}): ConsentManager {
  return manager('cookieconsent', ['cc:onConsent', 'cc:onChange'], ({ CookieConsent }: Host) => (CookieConsent?.validConsent?.() ? CookieConsent.acceptedCategory(category) : undefined));
}
