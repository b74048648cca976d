import type { Text } from '../types';

/** furrow's own words in one language. `{at}` is the label of a place, `{n}` a number, `{what}` a name the host chose. */
export interface Words {
  readonly lang: string;
  readonly why: string;
  readonly notNow: string;
  readonly never: string;
  readonly human: string;
  readonly close: string;
  readonly helpFor: string;
  /** Told to screen readers after the title: how to get here. */
  readonly pressTab: string;
  readonly isLast: string;
  /** Stands under the reasons. */
  readonly unkept: string;
  /** Puts a label in quotes. */
  readonly quote: string;
  /** For places that have no label. */
  readonly spot: string;
  readonly field: string;
  readonly pressedUnanswered: string;
  readonly pressedFailed: string;
  readonly pressed: string;
  readonly dead: string;
  readonly error: string;
  readonly paused: string;
  readonly wavered: string;
  readonly left: string;
  readonly app: string;
}

/** The words for a language; English where there are none. */
export function wordsFor(locale: string): Words {
  const lang = languageOf(locale);
  return LANGUAGES.find((words) => words.lang === lang) ?? EN;
}

/** A rule's text in the visitor's language, else in English, else in the first language it has. */
export function pick(text: Text | undefined, locale: string): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return text[locale] ?? text[languageOf(locale)] ?? text.en ?? Object.values(text)[0] ?? '';
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0]?.toLowerCase() ?? '';
}

const EN: Words = {
  lang: 'en',
  why: 'Why am I seeing this?',
  notNow: 'Not now',
  never: 'Don’t show this again',
  human: 'Talk to a human',
  close: 'Close',
  helpFor: 'Help for {at}',
  pressTab: 'Press Tab to reach it.',
  isLast: 'It is at the end of the page.',
  unkept: 'What you type is never kept or sent.',
  quote: '“{at}”',
  spot: 'the same spot',
  field: 'a field',
  pressedUnanswered: 'You pressed {at} {n} times and the page did not answer.',
  pressedFailed: 'You pressed {at} {n} times and it ended in an error.',
  pressed: 'You pressed {at} {n} times in a short while.',
  dead: 'You pressed {at} and nothing happened.',
  error: 'The same error came back {n} times.',
  paused: 'You stayed {n} seconds in {at}.',
  wavered: 'You went back and forth over {at}.',
  left: 'You left “{what}” at “{at}” before it was finished.',
  app: 'This page told us about a problem ({what}).',
};

const LANGUAGES: readonly Words[] = [
  EN,
  {
    lang: 'de',
    why: 'Warum sehe ich das?',
    notNow: 'Jetzt nicht',
    never: 'Nicht mehr zeigen',
    human: 'Mit einem Menschen sprechen',
    close: 'Schließen',
    helpFor: 'Hilfe zu {at}',
    pressTab: 'Mit der Tabulatortaste erreichbar.',
    isLast: 'Sie steht am Ende der Seite.',
    unkept: 'Was Sie tippen, wird nie gespeichert oder gesendet.',
    quote: '„{at}“',
    spot: 'dieselbe Stelle',
    field: 'einem Feld',
    pressedUnanswered: 'Sie haben {n}-mal auf {at} gedrückt und die Seite hat nicht geantwortet.',
    pressedFailed: 'Sie haben {n}-mal auf {at} gedrückt und es endete mit einem Fehler.',
    pressed: 'Sie haben {n}-mal kurz nacheinander auf {at} gedrückt.',
    dead: 'Sie haben auf {at} gedrückt und nichts ist passiert.',
    error: 'Derselbe Fehler kam {n}-mal.',
    paused: 'Sie waren {n} Sekunden in {at}.',
    wavered: 'Sie sind über {at} hin und her gefahren.',
    left: 'Sie haben „{what}“ bei „{at}“ verlassen, bevor es fertig war.',
    app: 'Diese Seite hat uns ein Problem gemeldet ({what}).',
  },
];
