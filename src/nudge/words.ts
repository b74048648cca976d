import type { BuiltInSignal, Text } from '../types';

/** What can be said to have happened: a signal, or a signal of which more is known. */
export type Reason = BuiltInSignal | 'rage-click dead' | 'rage-click errors' | 'field-hesitation button' | 'copy-struggle error' | 'app';

/**
 * furrow's own words in one language. `{at}` is the label of a place, `{n}` a count, `{s}` seconds, `{min}` minutes,
 * `{what}` and `{step}` names the host chose.
 */
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
  /** What it took, in points and in certainty; `{what}` is one of the three after it: all reasons, or the first ones. */
  readonly tooLow: string;
  readonly unsure: string;
  readonly that: string;
  readonly firstOne: string;
  readonly firstOnes: string;
  /** Stands under the reasons. */
  readonly unkept: string;
  /** Puts a label in quotes. */
  readonly quote: string;
  /** For places that have no label. */
  readonly spot: string;
  readonly field: string;
  /** What happened, as one sentence each. */
  readonly reasons: Readonly<Record<Reason, string>>;
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
  tooLow: 'Without {what}, this help would not have come up ({score} of the {needs} points needed).',
  unsure: 'Without {what}, we would not have been sure enough.',
  that: 'that',
  firstOne: 'the first of these',
  firstOnes: 'the first {n} of these',
  unkept: 'What you type is never kept or sent.',
  quote: '“{at}”',
  spot: 'the same spot',
  field: 'a field',
  reasons: {
    'rage-click': 'You pressed {at} {n} times in a short while.',
    'rage-click dead': 'You pressed {at} {n} times and the page did not answer.',
    'rage-click errors': 'You pressed {at} {n} times and it ended in an error.',
    'dead-click': 'You pressed {at} and nothing happened.',
    'slow-response': 'You pressed {at} and the answer took {s} seconds.',
    'dead-swipe': 'You swiped over {at} and nothing moved.',
    'blocked-action': 'You pressed {at}, which is switched off right now.',
    'error-click': 'You pressed {at} and it ended in an error.',
    'error-loop': 'The same error came back {n} times.',
    'thrashed-cursor': 'The pointer went back and forth {n} times.',
    'key-mash': 'You pressed keys {n} times and nothing happened.',
    'zoom-struggle': 'You zoomed in and out {n} times.',
    'copy-struggle': 'You selected the same text {n} times.',
    'copy-struggle error': 'You copied an error message.',
    'field-hesitation': 'You stayed {s} seconds in {at}.',
    'field-hesitation button': 'You went back and forth over {at}.',
    'cta-hesitation': 'You stayed at {at} without pressing it.',
    'field-churn': 'You changed {at} {n} times.',
    'validation-storm': 'The form was not accepted {n} times.',
    'repeated-failure': 'It was tried {n} times without success.',
    'form-abandon': 'You left a form before it was sent.',
    'workflow-abandon': 'You left “{what}” at “{step}” before it was finished.',
    'task-overrun': 'This has taken {min} minutes, longer than usual.',
    'tab-away': 'You went to another tab {n} times in the middle of this.',
    'quick-back': 'You came straight back from a page.',
    'page-loop': 'You came to the same page {n} times in a short while.',
    'undo-burst': 'You undid {n} things in a row.',
    'refresh-loop': 'You reloaded the page {n} times.',
    'scroll-thrash': 'You scrolled up and down {n} times.',
    'scroll-hunt': 'You scrolled through the whole page {n} times.',
    'help-seek': 'You looked for help.',
    'exit-intent': 'You were about to leave in the middle of this.',
    'slow-page': 'The page was slow.',
    'long-wait': 'The page has kept you waiting for {s} seconds.',
    'net-failure': 'The page could not reach its server.',
    'broken-resource': 'A part of the page could not be loaded.',
    'media-stall': 'The playback stopped {n} times.',
    'offline-action': 'You pressed {at} while there was no connection.',
    'permission-denied': 'The page was not allowed to use something it asked for.',
    app: 'This page told us about a problem ({what}).',
  },
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
    tooLow: 'Ohne {what} wäre diese Hilfe nicht erschienen ({score} von {needs} nötigen Punkten).',
    unsure: 'Ohne {what} wären wir nicht sicher genug gewesen.',
    that: 'das',
    firstOne: 'das erste davon',
    firstOnes: 'die ersten {n} davon',
    unkept: 'Was Sie tippen, wird nie gespeichert oder gesendet.',
    quote: '„{at}“',
    spot: 'dieselbe Stelle',
    field: 'einem Feld',
    reasons: {
      'rage-click': 'Sie haben {n}-mal kurz nacheinander auf {at} gedrückt.',
      'rage-click dead': 'Sie haben {n}-mal auf {at} gedrückt und die Seite hat nicht geantwortet.',
      'rage-click errors': 'Sie haben {n}-mal auf {at} gedrückt und es endete mit einem Fehler.',
      'dead-click': 'Sie haben auf {at} gedrückt und nichts ist passiert.',
      'slow-response': 'Sie haben auf {at} gedrückt und die Antwort dauerte {s} Sekunden.',
      'dead-swipe': 'Sie haben über {at} gewischt und nichts hat sich bewegt.',
      'blocked-action': 'Sie haben auf {at} gedrückt; das ist gerade abgeschaltet.',
      'error-click': 'Sie haben auf {at} gedrückt und es endete mit einem Fehler.',
      'error-loop': 'Derselbe Fehler kam {n}-mal.',
      'thrashed-cursor': 'Der Zeiger ging {n}-mal hin und her.',
      'key-mash': 'Sie haben {n}-mal Tasten gedrückt und nichts ist passiert.',
      'zoom-struggle': 'Sie haben {n}-mal vergrößert und verkleinert.',
      'copy-struggle': 'Sie haben denselben Text {n}-mal ausgewählt.',
      'copy-struggle error': 'Sie haben eine Fehlermeldung kopiert.',
      'field-hesitation': 'Sie waren {s} Sekunden in {at}.',
      'field-hesitation button': 'Sie sind über {at} hin und her gefahren.',
      'cta-hesitation': 'Sie haben auf {at} gezielt und nicht gedrückt.',
      'field-churn': 'Sie haben {at} {n}-mal geändert.',
      'validation-storm': 'Das Formular wurde {n}-mal nicht angenommen.',
      'repeated-failure': 'Es wurde {n}-mal vergeblich versucht.',
      'form-abandon': 'Sie haben ein Formular verlassen, bevor es gesendet war.',
      'workflow-abandon': 'Sie haben „{what}“ bei „{step}“ verlassen, bevor es fertig war.',
      'task-overrun': 'Das dauert schon {min} Minuten, länger als üblich.',
      'tab-away': 'Sie sind mittendrin {n}-mal in einen anderen Tab gegangen.',
      'quick-back': 'Sie sind von einer Seite gleich wieder zurückgekommen.',
      'page-loop': 'Sie kamen {n}-mal in kurzer Zeit auf dieselbe Seite.',
      'undo-burst': 'Sie haben {n}-mal hintereinander etwas rückgängig gemacht.',
      'refresh-loop': 'Sie haben die Seite {n}-mal neu geladen.',
      'scroll-thrash': 'Sie sind {n}-mal auf und ab gescrollt.',
      'scroll-hunt': 'Sie sind {n}-mal durch die ganze Seite gescrollt.',
      'help-seek': 'Sie haben nach Hilfe gesucht.',
      'exit-intent': 'Sie waren dabei, mittendrin zu gehen.',
      'slow-page': 'Die Seite war langsam.',
      'long-wait': 'Die Seite lässt Sie seit {s} Sekunden warten.',
      'net-failure': 'Die Seite hat ihren Server nicht erreicht.',
      'broken-resource': 'Ein Teil der Seite ließ sich nicht laden.',
      'media-stall': 'Die Wiedergabe stockte {n}-mal.',
      'offline-action': 'Sie haben auf {at} gedrückt, während keine Verbindung bestand.',
      'permission-denied': 'Die Seite durfte etwas nicht benutzen, worum sie bat.',
      app: 'Diese Seite hat uns ein Problem gemeldet ({what}).',
    },
  },
];
