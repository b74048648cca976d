import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'fr',
  why: 'Pourquoi est-ce que je vois cela\u202f?',
  notNow: 'Pas maintenant',
  snooze: {
    hour: 'Pendant une heure',
    today: 'Jusqu’à demain',
    week: 'Pendant une semaine',
    here: 'Pas sur cette page',
    never: 'Plus jamais celle-ci',
    mute: 'Plus aucune aide',
  },
  settings: 'Réglages',
  human: 'Parler à une personne',
  steps: {
    at: 'Étape {n} sur {of}',
    next: 'Suivant',
    previous: 'Précédent',
    done: 'Terminé',
  },
  close: 'Fermer',
  helpFor: 'Aide pour {at}',
  pressTab: 'Appuyez sur Tab pour y accéder.',
  isLast: 'Elle se trouve à la fin de la page.',
  quote: '«\u202f{at}\u202f»',
};
