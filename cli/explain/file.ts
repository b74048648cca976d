import type { Limits, Rules } from '../../src/types';
import { dig } from '../dig';
import { and, duration, number, plural } from '../words';
import { limitWords } from './limits';
import { quietWords } from './quiet';

/** What the file's limits say of all rules together; the others are what a rule has that says nothing. */
const TOGETHER = ['perPage', 'perSession', 'perDay', 'perWeek', 'ever', 'gap'];

/** What a file says for all its rules, as sentences. */
export function explainFile(rules: Rules, written: unknown): readonly string[] {
  const { holdout, workflows, model } = rules;
  const live = rules.rules.filter(({ status, nudge }) => status === 'live' && nudge).length;
  const quiet = quietWords(rules.quiet);
  return [
    `${plural(rules.rules.length, 'rule')}, ${speaking(live, rules.rules.length)} to visitors.`,
    `Over all rules together, help ${limitWords(rules.limits, TOGETHER)}. ${dismissals(rules.limits)}`,
    ...(quiet ? [`Nothing is shown ${quiet}.`] : []),
    ...(holdout.percent ? [`${plural(holdout.percent, 'visitor')} in 100 ${holdout.percent === 1 ? 'is' : 'are'} held out and never see${holdout.percent === 1 ? 's' : ''} any help, to compare with.`] : []),
    ...workflows.map(({ id, steps, done }) => `The workflow “${id}” goes through ${and(steps.map((step) => `“${step.id}”`))}${done === undefined ? '' : ` and is done with ${done.startsWith('app:') ? `your event “${done.slice('app:'.length)}”` : `the page ${done}`}`}.`),
    ...(model ? [`The model “${model.id}” moves scores by at most ${plural(model.within, 'point')}.`] : []),
    ...(dig(written, 'policy') === undefined ? [] : [`How far help comes forward follows a table of the file's own, with ${plural(rules.policy.length, 'row')}.`]),
  ];
}

function dismissals({ stopAfterDismissals, afterDismissMs }: Limits): string {
  return `All of it rests when a visitor has closed ${plural(stopAfterDismissals, 'nudge')} within ${duration(afterDismissMs)}.`;
}

function speaking(live: number, all: number): string {
  if (all === 1 && !live) return 'which says nothing';
  if (live === all) return live === 1 ? 'which speaks' : 'all of which speak';
  return live ? `of which ${number(live)} ${live === 1 ? 'speaks' : 'speak'}` : 'none of which speaks';
}
