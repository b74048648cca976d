import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'en',
  title: 'Help and privacy',
};
