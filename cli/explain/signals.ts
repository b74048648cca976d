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
  const { on, points, fadesMs, max, longerThanMs } = term;
  const where = on === undefined ? '' : ` on “${on}”`;
  const long = longerThanMs ? ` of more than ${duration(longerThanMs)}` : '';
  const effect = points < 0 ? `takes away ${plural(-points, 'point')}: a good sign` : `adds up to ${plural(points, 'point')}`;
  // what a maximum of 100 says, the score says already
  const most = points > 0 && max < 100 && max !== points ? `, at most ${number(max)} in all` : points > 0 && max === points ? ', once' : '';
  const fades = Math.abs(points) === 100 && points < 0 ? '' : `, half of it after ${duration(fadesMs)}`;
  return capital(`${often(term)}${long}${where} ${effect}${most}${fades}.`);
}

/** `each burst of presses in vain`, `every 2 forms refused again within 2 minutes` */
function often({ signal, atLeast, withinMs }: SignalTerm): string {
  const [single, several] = isApp(signal) ? [one(signal), `times ${one(signal)}`] : SIGNAL_WORDS[signal];
  if (atLeast === 1) return isApp(signal) ? single : `each ${single}`;
  return `every ${number(atLeast)} ${several} within ${duration(withinMs)}`;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function capital(sentence_: string): string {
  return sentence_.charAt(0).toUpperCase() + sentence_.slice(1);
}
