import { BUILT_IN_SIGNALS, isApp } from '../../src/rules/defaults';
import type { Rule, SignalName, SignalTerm } from '../../src/types';
import { duration, number, plural, times } from '../words';
import { SIGNAL_WORDS } from './signalWords';

/** What counts for a rule, a sentence for each signal. Where the rule names none, one for all. */
export function signalsOf({ signals }: Rule, isWritten: boolean): readonly string[] {
  if (!isWritten) return [`Every one of furrow's ${BUILT_IN_SIGNALS.length} signals counts there, with its usual points.`];
  const [fades, ...others] = new Set(signals.filter(({ points }) => points > 0).map(({ fadesMs }) => fadesMs));
  if (fades === undefined || others.length || signals.length === 1) return signals.map((term) => sentence(term, true));
  return [...signals.map((term) => sentence(term, false)), `Points fade to half in ${duration(fades)}.`];
}

/** One of a signal, with its article: `a burst of presses in vain`, `your event “card-refused”`. */
export function one(signal: SignalName): string {
  return isApp(signal) ? `your event “${signal.slice('app:'.length)}”` : withArticle(SIGNAL_WORDS[signal][0]);
}

function sentence(term: SignalTerm, tellsFading: boolean): string {
  const { points, fadesMs, longerThanMs, atLeast } = term;
  const long = longerThanMs ? `, longer than ${duration(longerThanMs)},` : '';
  const fading = tellsFading ? `, fading to half in ${duration(fadesMs)}` : '';
  const s = atLeast === 1 || isApp(term.signal) ? 's' : '';
  if (points < 0) return capital(`${subject(term)}${long} take${s} away ${plural(-points, 'point')}: a good sign.`);
  return capital(`${subject(term)}${long} add${s} up to ${plural(points, 'point')}${most(term)}${fading}.`);
}

/** `each burst of presses in vain`, `2 forms refused again on “pay” within 2 minutes` */
function subject({ signal, on, atLeast, withinMs }: SignalTerm): string {
  const where = on === undefined ? '' : ` on “${on}”`;
  if (isApp(signal)) return atLeast === 1 ? one(signal) + where : `${one(signal)}${where}, told ${times(atLeast)} within ${duration(withinMs)},`;
  const [single, several] = SIGNAL_WORDS[signal];
  return atLeast === 1 ? `each ${single}${where}` : `${number(atLeast)} ${several}${where} within ${duration(withinMs)}`;
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
