import { BUILT_IN_SIGNALS, isApp } from '../../src/rules/defaults';
import type { Rule, SignalName, SignalTerm } from '../../src/types';
import { duration, number, plural } from '../words';
import { SIGNAL_WORDS } from './signalWords';

/** What counts for a rule, a sentence for each signal. Where the rule names none, one for all. */
export function signalsOf({ signals }: Rule, isWritten: boolean): readonly string[] {
  if (!isWritten) return [`Every one of furrow's ${BUILT_IN_SIGNALS.length} signals counts there, with its usual points.`];
  return signals.map(sentence);
}

/** One of a signal, with its article: `a burst of presses in vain`, `your event “card-refused”`. */
export function one(signal: SignalName): string {
  return isApp(signal) ? `your event “${signal.slice('app:'.length)}”` : withArticle(SIGNAL_WORDS[signal][0]);
}

function sentence(term: SignalTerm): string {
  const { on, points, fadesMs, longerThanMs, atLeast } = term;
  const long = longerThanMs ? `, longer than ${duration(longerThanMs)},` : '';
  const where = on === undefined ? '' : ` on “${on}”`;
  const s = atLeast === 1 || isApp(term.signal) ? 's' : '';
  if (points < 0) return capital(`${subject(term)}${where}${long} take${s} away ${plural(-points, 'point')}: a good sign.`);
  return capital(`${subject(term)}${where}${long} add${s} up to ${plural(points, 'point')}${most(term)}, fading to half in ${duration(fadesMs)}.`);
}

/** `each burst of presses in vain`, `2 forms refused again within 2 minutes` */
function subject({ signal, atLeast, withinMs }: SignalTerm): string {
  if (isApp(signal)) return atLeast === 1 ? one(signal) : `${one(signal)}, told ${plural(atLeast, 'time')} within ${duration(withinMs)},`;
  const [single, several] = SIGNAL_WORDS[signal];
  return atLeast === 1 ? `each ${single}` : `${number(atLeast)} ${several} within ${duration(withinMs)}`;
}

/** A maximum of 100 is the score's own. */
function most({ max, points }: SignalTerm): string {
  if (max >= 100) return '';
  return max <= points ? `${max < points ? `, ${number(max)} at most` : ''}, however many there are` : `, ${number(max)} in all`;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
