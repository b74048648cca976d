import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'ja',
  title: 'Help and privacy',
};
