import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'de',
  why: 'Warum sehe ich das?',
  notNow: 'Jetzt nicht',
  snooze: {
    hour: 'Eine Stunde lang',
    today: 'Bis morgen',
    week: 'Eine Woche lang',
    here: 'Nicht auf dieser Seite',
    never: 'Diese nie wieder',
    mute: 'Gar keine Hilfe',
  },
  settings: 'Einstellungen',
  human: 'Mit einem Menschen sprechen',
  steps: {
    at: 'Schritt {n} von {of}',
    next: 'Weiter',
    previous: 'Zurück',
    done: 'Fertig',
  },
  close: 'Schließen',
  helpFor: 'Hilfe zu {at}',
  pressTab: 'Mit der Tabulatortaste erreichbar.',
  isLast: 'Sie steht am Ende der Seite.',
  quote: '„{at}“',
};
