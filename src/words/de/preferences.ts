import type { PreferencesWords } from '../words';

export const words: PreferencesWords = {
  lang: 'de',
  title: 'Hilfe und Privatsphäre',
};
