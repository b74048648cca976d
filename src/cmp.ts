/** The npm entry `furrow/consent`: adapters for consent managers that a page already has. Who takes one bundles that one alone. */
export { c15t } from './cmp/c15t';
export { consentMode } from './cmp/consentMode';
export { cookiebot } from './cmp/cookiebot';
export { cookieconsent } from './cmp/cookieconsent';
export { klaro } from './cmp/klaro';
export { oneTrust } from './cmp/oneTrust';
export { tarteaucitron } from './cmp/tarteaucitron';
export { tcf } from './cmp/tcf';
// no tag can name what needs a function of the page
export { type ConsentSource, signal } from './cmp/signal';
export type { Standing } from './cmp/manager';
