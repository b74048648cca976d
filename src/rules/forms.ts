import type { AppSignal, SignalName, Text } from '../types';
import { BUILT_IN_SIGNALS, isApp } from './defaults';
import { entries, form, oneOf, some, type Read } from './shape';

/** Ids and names. At most 40 characters, because they may stand in a fact. */
export const readName = form(/^[a-z][a-z0-9-]{0,39}$/, 'a name; write it as in "checkout-help"');

/** The path of a page. Only `*` and `:name` stand for something else, so that matching is quick whatever is written. */
export const readPattern = form(/^\/[\w\-.~!$&'*+,;=:@%/]{0,199}$/, 'a path; write it as in "/checkout/*", without query');

/** Words for the team; they go no further. */
export const readNote = form(/^/, 'text');

/** The same, on as many lines as it takes. */
export const readNotes = some(readNote);

const MS_PER: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A time with its unit, as ms. */
export const readDuration: Read<number> = (value, path, say) => {
  const [, count, unit = ''] = (typeof value === 'string' && /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h|d|w)$/.exec(value)) || [];
  if (!count) say(path, value, `a duration; write "${typeof value === 'number' ? value : 90}s"`);
  return Number(count) * (MS_PER[unit] ?? 0);
};

/** A time that is longer than nothing. */
export const readSpan: Read<number> = (value, path, say) => {
  const ms = readDuration(value, path, say);
  if (ms === 0) say(path, value, 'long enough for anything; write "90s"');
  return ms;
};

export const readLocale = form(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language; write it as in "en" or "pt-BR"');

/** Plain words, in one language or in several. A browser would take `<` before a letter for a tag, and so might a careless tool. */
export function readText(most: number): Read<Text> {
  const line = form(new RegExp(`^(?=[^]*\\S)(?![^]*<[a-z/!])[^]{1,${most}}$`, 'iu'), `text of 1 to ${most} characters, without HTML`);
  const translation = (locale: string): Read<readonly [string, string]> => (value, path, say) => [locale, line(value, path, say)];
  return (value, path, say) => {
    if (typeof value !== 'object') return line(value, path, say);
    const found = entries(readLocale, translation, say)(value, path, say);
    if (!found.length) say(path, value, 'text in any language');
    return Object.fromEntries(found);
  };
}

const readDay = form(/^20\d\d-\d\d-\d\d$/, 'a date; write it as in "2026-12-25"');

/** A day of the calendar, as written. */
export const readDate: Read<string> = (value, path, say) => {
  const day = readDay(value, path, say);
  if (day && !isDay(day)) say(path, value, 'a day of the calendar');
  return day;
};

function isDay(day: string): boolean {
  // of the 30th of February some browsers make the 2nd of March, and others nothing
  const at = new Date(`${day}T00:00Z`);
  return at.getTime() > 0 && at.toISOString().startsWith(day);
}

const readAppText = form(/^app:[a-z0-9][a-z0-9-]{0,39}$/, 'an event of yours; write it as in "app:card-refused"');

/** A signal or event that the host tells. */
export const readAppSignal: Read<AppSignal> = (value, path, say) => {
  const name = readAppText(value, path, say);
  return isApp(name) ? name : 'app:';
};

export const readSignal: Read<SignalName> = (value, path, say) =>
  (typeof value === 'string' && isApp(value) ? readAppSignal : oneOf<SignalName>('rage-click', BUILT_IN_SIGNALS, 'one of the signals in docs/signals.md'))(value, path, say);
