import { hash } from '../hash';

/** What a path is kept as: it tells pages apart, and names none. */
export function pathKey(path: string): string {
  return hash(path).toString(36);
}
