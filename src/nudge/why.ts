import type { Reading, Told } from '../parts';
import type { AppSignal, SignalName } from '../types';
import { format } from '../words/format';
import type { Reason, WhyWords } from '../words/words';
import { quoted } from './quoted';

/** A contribution that somebody could see: a signal's, not the model's own. */
type Seen = Told & { readonly signal: SignalName };

/** What really happened, as one plain sentence each. */
export function reasonTexts(told: readonly Told[], { words }: Pick<Reading, 'words'>, why: WhyWords): readonly string[] {
  return told.filter(isSeen).map((each) => reasonText(each, each.label && quoted(each.label, words), why));
}

/** Which of so many reasons it took, or empty where that is not known. The score is rounded down, so that it never looks like enough. */
export function otherwiseText(counterfactual: Reading['counterfactual'], reasons: number, words: WhyWords): string {
  if (!counterfactual || counterfactual.without > reasons) return '';
  const { without, score, flips, needs } = counterfactual;
  const some = without > 1 ? words.firstOnes : words.firstOne;
  const what = without < reasons ? format(some, { n: without }, words.lang) : words.that;
  return format(flips === 'score' ? words.tooLow : words.unsure, { what, score: Math.floor(score), needs }, words.lang);
}

/** Every number in it was counted. It claims that the page did not answer only where that was seen. */
function reasonText(told: Seen, label: string, words: WhyWords): string {
  const { signal, count, evidence } = told;
  const { ms = 0, n = evidence.count ?? count } = evidence;
  const unlabelled = /^field-/.test(signal) && evidence.field !== 'button' ? words.field : words.spot;
  return format(words.reasons[reasonOf(told)], {
    at: label || unlabelled,
    n: Number(n),
    s: Math.round(Number(ms) / 1000),
    min: Math.round(Number(ms) / 60_000),
    what: String(evidence.workflow ?? signal.slice('app:'.length)),
    step: String(evidence.step),
  }, words.lang);
}

/** The most that can be claimed. */
function reasonOf({ signal, evidence: { dead, errors, field, kind } }: Seen): Reason {
  if (isApp(signal)) return 'app';
  if (signal === 'rage-click') return errors ? 'rage-click errors' : dead ? 'rage-click dead' : signal;
  if (signal === 'field-hesitation' && field === 'button') return 'field-hesitation button';
  return signal === 'copy-struggle' && kind === 'error' ? 'copy-struggle error' : signal;
}

function isSeen(told: Told): told is Seen {
  return told.signal !== 'model';
}

function isApp(signal: SignalName): signal is AppSignal {
  return signal.startsWith('app:');
}
