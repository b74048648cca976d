import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'ar',
  title: 'Help and privacy',
};
