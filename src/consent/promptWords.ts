import type { Purpose } from '../types';

/** What the prompt says in one language. */
export interface PromptWords {
  readonly title: string;
  /** What a yes is for. */
  readonly ask: string;
  /** What never happens, whatever the answer. */
  readonly never: string;
  /** Said when nothing leaves the browser. */
  readonly stays: string;
  /** Said when facts are sent. */
  readonly leaves: string;
  readonly allow: string;
  readonly refuse: string;
  readonly close: string;
  readonly more: string;
  /** One line for each purpose, at most twelve words. */
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly back: string;
}

/** The words for a language; English where there are none. */
export function promptWords(locale: string): { readonly lang: string; readonly words: PromptWords } {
  const lang = locale.slice(0, 2).toLowerCase();
  const words = WORDS[lang];
  return words ? { lang, words } : { lang: 'en', words: EN };
}

/** Plain words: no vague purposes, no feelings, nothing that only a lawyer would say. */
const EN: PromptWords = {
  title: 'May we notice when this page does not respond to you?',
  ask: 'We would look at clicks, pauses and errors on this page, and offer help where you are stuck.',
  never: 'What you type is never kept or sent.',
  stays: 'Nothing leaves your browser.',
  leaves: 'Only notes without your name or your words are sent.',
  allow: 'Allow',
  refuse: 'No thanks',
  close: 'Close',
  more: 'What exactly?',
  purposes: {
    notice: 'Noticed: clicks without an answer, errors, long pauses, unfinished steps.',
    help: 'Help: a small card where you are stuck, easy to close.',
    'share-with-support': 'Support: gets a summary only when you ask for a person.',
    improve: 'Sent: anonymous notes on what went wrong, to repair it.',
  },
  back: 'You can take your yes back at any time.',
};

const WORDS: Readonly<Record<string, PromptWords>> = {
  en: EN,
  de: {
    title: 'Dürfen wir bemerken, wenn diese Seite nicht reagiert?',
    ask: 'Wir würden auf Klicks, Pausen und Fehler auf dieser Seite achten und Hilfe anbieten, wo es hakt.',
    never: 'Was Sie tippen, wird nie gespeichert oder gesendet.',
    stays: 'Nichts verlässt Ihren Browser.',
    leaves: 'Gesendet werden nur Notizen ohne Ihren Namen und Ihre Worte.',
    allow: 'Erlauben',
    refuse: 'Nein danke',
    close: 'Schließen',
    more: 'Was genau?',
    purposes: {
      notice: 'Bemerkt: Klicks ohne Antwort, Fehler, lange Pausen, abgebrochene Schritte.',
      help: 'Hilfe: eine kleine Karte, wo es hakt. Sie können sie immer schließen.',
      'share-with-support': 'Support: erhält eine Zusammenfassung nur, wenn Sie einen Menschen rufen.',
      improve: 'Gesendet: anonyme Notizen über Fehler, um sie zu beheben.',
    },
    back: 'Sie können Ihr Ja jederzeit zurücknehmen.',
  },
  fr: {
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
  },
  es: {
    title: '¿Podemos notar cuándo esta página no le responde?',
    ask: 'Miraríamos los clics, las pausas y los errores en esta página, para ayudarle donde algo falla.',
    never: 'Lo que escribe no se guarda ni se envía.',
    stays: 'Nada sale de su navegador.',
    leaves: 'Solo se envían notas sin su nombre ni sus palabras.',
    allow: 'Permitir',
    refuse: 'No, gracias',
    close: 'Cerrar',
    more: '¿Qué exactamente?',
    purposes: {
      notice: 'Se nota: clics sin respuesta, errores, pausas largas, pasos sin terminar.',
      help: 'Ayuda: una pequeña tarjeta donde algo falla. Siempre puede cerrarla.',
      'share-with-support': 'Soporte: recibe un resumen solo si usted pide una persona.',
      improve: 'Se envía: notas anónimas sobre los fallos, para repararlos.',
    },
    back: 'Puede retirar su permiso en cualquier momento.',
  },
};
