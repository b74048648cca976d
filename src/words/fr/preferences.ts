import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'fr',
  title: 'Help and privacy',
};
