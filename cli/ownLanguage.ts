import { dig, textsIn } from './dig';

/** The language of what a file says without naming one. */
export function ownLanguage(written: unknown): string {
  return textsIn(dig(written, 'locales', 'default'))[0] ?? 'en';
}
