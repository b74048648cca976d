import type { ConsentManager } from '../types';
import { manager } from './manager';

/** Something that knows the visitor's answer: a browser's own consent signal, once there is one, or the settings of their account. */
export interface ConsentSource {
  /** Undefined while nobody has answered. */
  read(): boolean | undefined;
  onChange(listener: () => void): void;
}

/** Follows a source; `name` stands in the receipt. */
export function signal(source: ConsentSource, name = 'signal'): ConsentManager {
  let isHeard = false;
  return manager(name, [], (_, look) => {
    if (!isHeard) source.onChange(look);
    isHeard = true;
    return source.read();
  });
}
