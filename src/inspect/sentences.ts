import type { Counterfactual, Decision, Explanation, GateAnswer, Receipt, RuleExplanation } from '../types';
import { scoreText, shareText, timeText } from './numbers';

export interface ConsentText {
  readonly title: string;
  readonly body: string;
  /** Whether a yes can be given in the page now. */
  readonly mayGrant: boolean;
}

const NOTHING = 'furrow listens to nothing, keeps nothing and scores nothing';

const NO: Readonly<Record<Exclude<Explanation['status']['consent'], 'granted' | 'partly'>, string>> = {
  unknown: 'The visitor has not answered yet',
  refused: 'The visitor said no',
  dismissed: 'The visitor closed the question, which is a no',
  withdrawn: 'The visitor took the yes back',
  signal: 'The browser says no for the visitor',
};

/** Where the visitor's consent stands, and what follows from it. */
export function consentText({ consent, running }: Explanation['status'], receipt: Receipt | undefined): ConsentText {
  if (consent === 'granted' || consent === 'partly') {
    const purposes = receipt?.purposes.join(', ') || 'nothing';
    return { title: running ? 'The visitor said yes' : 'Starting …', body: `to ${purposes}`, mayGrant: false };
  }
  const body = consent === 'signal' ? `It asks that nobody be tracked, or a program drives it: ${NOTHING}.` : `Until there is a yes ${NOTHING}.`;
  return { title: NO[consent], body, mayGrant: consent !== 'signal' };
}

/** What would have had to be otherwise; true to the numbers, which are rounded away from the bar. */
export function counterfactualText({ without, score, confidence, flips, needs }: Counterfactual): string {
  const reasons = without === 1 ? 'the heaviest reason' : `the ${without} heaviest reasons`;
  const rest = flips === 'score' ? `the score would be ${scoreText(score)}, under the ${needs}` : `the confidence would be ${shareText(confidence)}, under the ${needs}`;
  return `Without ${reasons} ${rest} that it needs.`;
}

/** The decision in two words. */
export function verdictOf({ show, wouldShow }: Decision, isOpen: boolean): 'speaking' | 'would speak' | 'silent' {
  if (isOpen) return 'speaking';
  return show || wouldShow ? 'would speak' : 'silent';
}

/** What holds a rule that watches besides that: a trial is about whether it would have spoken. */
export function heldWhileWatching({ of: { status }, decision, gates }: RuleExplanation): GateAnswer | undefined {
  if (status !== 'watch' || decision.gate !== 'status') return undefined;
  return gates.find(({ gate, mark }) => gate !== 'status' && mark === '✗');
}

/** When it is looked at again, if that is known. */
export function againText(againAt: number | undefined, now: number): string {
  if (againAt === undefined) return '';
  return againAt <= now ? 'next look now' : `next look in ${timeText(againAt - now)}`;
}
