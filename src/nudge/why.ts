import type { AppSignal, Contribution, Counterfactual, SignalName } from '../types';
import { format } from '../words/format';
import type { NudgeWords, Reason } from '../words/words';

/** A contribution that somebody could see: a signal's, not the model's own. */
type Seen = Contribution & { readonly signal: SignalName };

export function isSeen(contribution: Contribution): contribution is Seen {
  return contribution.signal !== 'model';
}

/**
 * What really happened, as one plain sentence. Every number in it was counted; `label` is what the visitor calls the place,
 * or empty. It claims that the page did not answer only where that was seen.
 */
export function reasonText(contribution: Seen, label: string, words: NudgeWords): string {
  const { signal, count, evidence } = contribution;
  const { ms = 0, n = evidence.count ?? count } = evidence;
  const unlabelled = /^field-/.test(signal) && evidence.field !== 'button' ? words.field : words.spot;
  return format(words.reasons[reasonOf(contribution)], {
    at: label ? quoted(label, words) : unlabelled,
    n: Number(n),
    s: Math.round(Number(ms) / 1000),
    min: Math.round(Number(ms) / 60_000),
    what: String(evidence.workflow ?? signal.slice('app:'.length)),
    step: String(evidence.step),
  }, words.lang);
}

/** Which of so many reasons it took, or empty where that is not known. The score is rounded down, so that it never looks like enough. */
export function otherwiseText(counterfactual: Counterfactual | undefined, reasons: number, words: NudgeWords): string {
  if (!counterfactual || counterfactual.without > reasons) return '';
  const { without, score, flips, needs } = counterfactual;
  const some = without > 1 ? words.firstOnes : words.firstOne;
  const what = without < reasons ? format(some, { n: without }, words.lang) : words.that;
  return format(flips === 'score' ? words.tooLow : words.unsure, { what, score: Math.floor(score), needs }, words.lang);
}

/** A label in the quotes of the language, kept apart from the direction of the text around it. */
export function quoted(label: string, words: NudgeWords): string {
  return format(words.quote, { at: `\u2068${label}\u2069` });
}

/** The most that can be claimed. */
function reasonOf({ signal, evidence: { dead, errors, field, kind } }: Seen): Reason {
  if (isApp(signal)) return 'app';
  if (signal === 'rage-click') return errors ? 'rage-click errors' : dead ? 'rage-click dead' : signal;
  if (signal === 'field-hesitation' && field === 'button') return 'field-hesitation button';
  return signal === 'copy-struggle' && kind === 'error' ? 'copy-struggle error' : signal;
}

function isApp(signal: SignalName): signal is AppSignal {
  return signal.startsWith('app:');
}
