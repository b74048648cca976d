import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'fr',
  title: 'Pouvons-nous remarquer quand cette page ne vous répond pas\u202f?',
  ask: 'Nous ferions attention aux clics, aux pauses et aux erreurs sur cette page, pour vous proposer de l’aide là où cela bloque.',
  never: 'Ce que vous tapez n’est jamais conservé ni envoyé.',
  stays: 'Rien ne quitte votre navigateur.',
  leaves: 'Seules des notes sans votre nom ni vos mots sont envoyées.',
  allow: 'Autoriser',
  refuse: 'Non merci',
  close: 'Fermer',
  more: 'Quoi exactement\u202f?',
  purposes: {
    notice: 'Remarqué\u202f: clics sans réponse, erreurs, longues pauses, étapes inachevées.',
    help: 'Aide\u202f: une petite carte là où cela bloque, facile à fermer.',
    'share-with-support': 'Assistance\u202f: ne reçoit un résumé que si vous demandez une personne.',
    improve: 'Envoyé\u202f: des notes anonymes sur les problèmes, pour les corriger.',
  },
  back: 'Vous pouvez retirer votre accord, en tout ou partie, à tout moment.',
  changed: 'Vous avez déjà accepté. Ce qui a changé depuis\u202f:',
  storage: {
    local: 'Conservés dans ce navigateur\u202f: votre réponse et quelques notes d’usage.',
    session: 'Conservés jusqu’à fermeture de l’onglet\u202f: votre réponse et quelques notes d’usage.',
    memory: 'Conservé dans ce navigateur\u202f: rien.',
  },
  recipient: 'Envoyé à\u202f: {at}',
  retention: 'Le destinataire les conserve {n, plural, one {# jour} other {# jours}}.',
  unlimited: 'Le destinataire les conserve aussi longtemps que ce site le décide.',
};
