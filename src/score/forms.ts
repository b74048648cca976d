import type { AppSignal, SignalName, Text } from '../types';
import { BUILT_IN_SIGNALS, isApp } from './defaults';
import { entries, form, oneOf, some, wrong, type Read } from './shape';

/** Ids and names. At most 40 characters, because they may stand in a fact. */
export const readName = form(/^[a-z][a-z0-9-]{0,39}$/, 'a name', 'write lower-case words joined by "-", such as "checkout-help"');

/** The path of a page. Only `*` and `:name` stand for something else, so that matching is quick whatever is written. */
export const readPattern = form(/^\/[\w\-.~!$&'*+,;=:@%/]{0,199}$/, 'a path', 'write it from "/" and without query, "*" or ":name" for what varies, such as "/checkout/*"');

/** A comment for people; it goes no further. */
export const readNote = some(form(/^/, 'text', 'write it in quotes'), 100);

const MS_PER: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A time with its unit, as ms. */
export const readDuration: Read<number> = (value, path, say) => {
  const [, count, unit = ''] = (typeof value === 'string' && /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h|d|w)$/.exec(value)) || [];
  if (!count) say(path, wrong(value, 'a duration', `write "${typeof value === 'number' && value > 0 && value < 1e6 ? value : 90}s"`));
  return Number(count) * (MS_PER[unit] ?? 0);
};

/** A time that is longer than nothing. */
export const readSpan: Read<number> = (value, path, say) => {
  const ms = readDuration(value, path, say);
  if (ms === 0) say(path, wrong(value, 'a time in which something can happen', 'write "90s"'));
  return ms;
};

/** Plain words on a page. A browser would take `<` before a letter for a tag, and so might a careless tool. */
export function readLine(most: number): Read<string> {
  return (value, path, say) => {
    const right = typeof value === 'string' && /\S/.test(value) && [...value.slice(0, 2 * most + 1)].length <= most;
    if (!right) say(path, wrong(value, `text of 1 to ${most} characters`));
    else if (/<[a-z/!]/i.test(value)) say(path, wrong(value, 'plain text', 'write it without HTML'));
    return right ? value : '';
  };
}

const readLocale = form(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'a language', 'write it as in "en" or "pt-BR"');

/** Words in one language, or in several. */
export function readText(most: number): Read<Text> {
  const line = readLine(most);
  const translation = (locale: string): Read<readonly [string, string]> => (value, path, say) => [locale, line(value, path, say)];
  return (value, path, say) => (typeof value === 'object'
    ? Object.fromEntries(entries(readLocale, translation, [1, 100], say)(value, path, say))
    : line(value, path, say));
}

const readAppText = form(/^app:[a-z0-9][a-z0-9-]{0,39}$/, 'an event of your own', 'write "app:" and lower-case words, such as "app:card-refused"');

/** A signal or event that the host tells. */
export const readAppSignal: Read<AppSignal> = (value, path, say) => {
  const name = readAppText(value, path, say);
  return isApp(name) ? name : 'app:';
};

export const readSignal: Read<SignalName> = (value, path, say) =>
  (typeof value === 'string' && isApp(value) ? readAppSignal : oneOf(...BUILT_IN_SIGNALS))(value, path, say);
