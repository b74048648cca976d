import type { ConsentManager } from '../types';
import { manager, type Standing } from './manager';

/** The framework's `TCData`, as far as it is read: `{ eventStatus, tcString, purpose: { consents: { 1: true } }, … }`. */
interface Tree {
  readonly [key: string]: Tree | string | boolean | undefined;
}

type Framework = (command: 'addEventListener', version: 2, listener: (data: Tree | null) => void) => void;
type Host = Window & { readonly __tcfapi?: Framework };

/**
 * IAB's Transparency and Consent Framework. `category` is where the answer stands in its `TCData`: by default purpose 10, “develop and improve
 * services”; `publisher.customPurpose.consents.1` is one of the page's own purposes. Purpose 1, to keep something on the device, is always needed too.
 */
export function tcf({ category = 'purpose.consents.10' }: Standing = {}): ConsentManager {
  let found: Framework | undefined;
  let data: Tree | null = null;
  return manager('tcf', ['load'], ({ __tcfapi: framework }: Host, look) => {
    if (!found) {
      (found = framework)?.('addEventListener', 2, (told) => {
        data = told;
        look();
      });
    }
    // an empty string, and one while the question is on the screen, is no answer
    return data?.tcString && data.eventStatus !== 'cmpuishown' ? isYes(data, 'purpose.consents.1') && isYes(data, category) : undefined;
  });
}

function isYes(data: Tree, path: string): boolean {
  return path.split('.').reduce<Tree[string]>((of, key) => (typeof of === 'object' ? of[key] : undefined), data) === true;
}
