import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

type Host = Window & { readonly tarteaucitron?: { readonly state: Readonly<Record<string, boolean | undefined>> } };

/** tarteaucitron. `category` is the key of a service. */
export function tarteaucitron({ category = 'furrow' }: Standing = {}): ConsentManager {
  return manager('tarteaucitron', ['added', 'allowed', 'disallowed'].map((event) => `${category}_${event}`), ({ tarteaucitron }: Host) => tarteaucitron?.state[category]);
}
