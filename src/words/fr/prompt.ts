import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'fr',
  title: 'Pouvons-nous remarquer quand cette page ne vous répond pas ?',
  ask: 'Nous regarderions les clics, les pauses et les erreurs sur cette page, pour vous aider là où ça bloque.',
  never: 'Ce que vous tapez n’est ni conservé ni envoyé.',
  stays: 'Rien ne quitte votre navigateur.',
  leaves: 'Seules des notes sans votre nom ni vos mots sont envoyées.',
  allow: 'Autoriser',
  refuse: 'Non merci',
  close: 'Fermer',
  more: 'Quoi exactement ?',
  purposes: {
    notice: 'Remarqué : clics sans réponse, erreurs, longues pauses, étapes inachevées.',
    help: 'Aide : une petite carte là où ça bloque, facile à fermer.',
    'share-with-support': 'Assistance : reçoit un résumé seulement si vous demandez une personne.',
    improve: 'Envoyé : des notes anonymes sur les problèmes, pour les réparer.',
  },
  back: 'Vous pouvez retirer votre accord à tout moment.',
};
