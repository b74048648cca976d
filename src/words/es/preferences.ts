import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'es',
  title: 'Help and privacy',
};
