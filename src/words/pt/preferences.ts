import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'pt',
  title: 'Help and privacy',
};
