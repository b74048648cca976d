import type { VNode } from 'preact';
import type { GateAnswer, Held, RuleExplanation } from '../types';

const MARKS = { '✓': ['passed', 'is open'], '✗': ['held', 'holds'], '–': ['none', 'has nothing to ask'] } as const;

/** The gates in the order in which they are asked, and at each what holds there. */
export function Gates({ rule: { gates, decision } }: { readonly rule: RuleExplanation }): VNode {
  return (
    <section>
      <h4>Gates, in the order in which they are asked</h4>
      <ol class="gates">
        {gates.map((answer) => <Gate answer={answer} held={decision.held.filter(({ gate }) => gate === answer.gate)} isFirst={answer.gate === decision.gate} />)}
      </ol>
    </section>
  );
}

/** Everything that holds stands on a line of its own; a gate that is open has one sentence. */
function Gate({ answer: { gate, mark, because }, held, isFirst }: { readonly answer: GateAnswer; readonly held: readonly Held[]; readonly isFirst: boolean }): VNode {
  const [look, meaning] = MARKS[mark];
  return (
    <li class={isFirst ? `${look} first` : look}>
      <span class="mark-of" aria-hidden="true">{mark}</span>
      <b>{gate}</b><span class="unseen"> {meaning}: </span>
      <span class="because">
        {held.length ? held.map((each) => <span class="one">{each.because}</span>) : because}
      </span>
    </li>
  );
}
