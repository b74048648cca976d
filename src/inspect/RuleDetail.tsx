import type { VNode } from 'preact';
import type { RuleExplanation } from '../types';
import { Contributions } from './Contributions';
import { Curve } from './Curve';
import { Gates } from './Gates';
import { Icon } from './Icon';
import { Rehearse } from './Rehearse';
import { Verdict } from './Verdict';
import { asText } from './asText';
import { scoreText, shareText } from './numbers';
import { againText, counterfactualText, heldWhileWatching } from './sentences';
import { takeFocus } from './takeFocus';
import type { Drawn } from './view';

const COPIED = { no: 'Copy as text', yes: 'Copied', refused: 'Copy as text' } as const;

/** Everything about one rule: the answer, its number, every gate, what the number is made of, and what would change it. */
export function RuleDetail(drawn: Drawn & { readonly rule: RuleExplanation }): VNode {
  const { known, view, acts, now, rule } = drawn;
  const { of: { help }, decision, counterfactual } = rule;
  const { score } = decision;
  const besides = heldWhileWatching(rule);
  return (
    <>
      <div class="title">
        <button type="button" ref={takeFocus(view, 'back')} aria-label="All rules" onClick={() => acts.see({ rule: undefined, focus: `rule ${rule.rule}` })}><Icon of="back" /></button>
        <h3 dir="auto">{rule.rule}</h3>
        <Verdict decision={decision} isOpen={known.isOpen(rule.rule)} />
      </div>
      <p class="answer">{decision.because}<span class="again">{againText(decision.againAt, now)}</span></p>
      {besides && <p class="answer">{besides.gate}: {besides.because}</p>}
      <div class="figures">
        <p><b>{scoreText(score.value)}</b> of {help.score}<small>score</small></p>
        <p><b>{shareText(score.confidence)}</b> of {help.confidence}<small>confidence</small></p>
      </div>
      <div class="large">
        <Curve points={known.curve(rule.rule)} now={now} bar={help.score} />
        <span class="needs" aria-hidden="true" style={{ '--bar': `${help.score}` }}>needs {help.score}</span>
        <p class="axis" aria-hidden="true"><span>3 min ago</span><span>now</span></p>
      </div>
      <Gates rule={rule} />
      <Contributions score={score} />
      {counterfactual && <p class="otherwise">{counterfactualText(counterfactual)}</p>}
      <Facts rule={rule} />
      <button type="button" class="plain" onClick={() => acts.copy(asText(rule))}>{COPIED[view.copied]}</button>
      {view.copied === 'refused' && <textarea readOnly rows={8} aria-label="The browser refused to copy; here is the text" value={asText(rule)} />}
      <Rehearse {...drawn} />
    </>
  );
}

/** What the decision carries besides its reasons. */
function Facts({ rule: { of: { intent, status }, decision: { action, channel, review, arm, stage, segments } } }: { readonly rule: RuleExplanation }): VNode {
  const facts: readonly (readonly [string, string])[] = [
    ['status', status], ['intent', intent], ['action', action], ['channel', channel], ['review', review],
    ['arm', arm ?? 'none'], ['stage', stage ? `then, ${stage}` : 'first'], ['segments', segments.join(', ') || 'none'],
  ];
  return <dl class="facts">{facts.map(([name, value]) => <div><dt>{name}</dt><dd dir="auto">{value}</dd></div>)}</dl>;
}
