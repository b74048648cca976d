import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

/** What gtag was called with, and other things. */
type Host = Window & { readonly dataLayer?: readonly ({ readonly [index: number]: unknown; readonly 2?: Readonly<Record<string, unknown>> } | null | undefined)[] };

interface Events {
  /** After these there may be a new answer, in whatever the page dispatches them on: the window or the document. */
  readonly events?: readonly string[];
}

/**
 * Google's Consent Mode, which tells nobody but Google of a change: the last `update` in `dataLayer` is read now, whenever something has
 * loaded, and after `events`. `category` is a storage type; its `default` is no answer.
 */
export function consentMode({ category = 'functionality_storage', events = ['consent_update'] }: Standing & Events = {}): ConsentManager {
  return manager('consentMode', ['load', ...events], ({ dataLayer }: Host) => {
    const answer = dataLayer?.map((entry) => entry?.[0] === 'consent' && entry[1] === 'update' && entry[2]?.[category]).filter(Boolean).at(-1);
    return answer ? answer === 'granted' : undefined;
  });
}
