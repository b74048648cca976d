import { hash } from '../hash';

/** Names a rules file in eight hexadecimal digits. */
export function hashOf(text: string): string {
  return hash(text).toString(16).padStart(8, '0');
}
