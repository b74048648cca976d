import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'de',
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
  back: 'Sie können Ihr Ja jederzeit ganz oder teilweise zurücknehmen.',
  changed: 'Sie haben schon einmal zugestimmt. Seitdem hat sich geändert:',
  storage: {
    local: 'Gespeichert in diesem Browser: Ihre Antwort und Notizen zum Geschehenen.',
    session: 'Gespeichert, bis Sie den Tab schließen: Ihre Antwort und Notizen zum Geschehenen.',
    memory: 'Gespeichert in diesem Browser: nichts.',
  },
  recipient: 'Gesendet an: {at}',
  retention: 'Dort aufbewahrt: {n, plural, one {einen Tag} other {# Tage}}.',
  unlimited: 'Dort aufbewahrt: so lange, wie diese Website es festlegt.',
};
