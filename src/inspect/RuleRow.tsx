import type { VNode } from 'preact';
import type { RuleExplanation } from '../types';
import { Curve } from './Curve';
import { Verdict } from './Verdict';
import { scoreText, shareText } from './numbers';
import { againText, heldWhileWatching } from './sentences';
import { takeFocus } from './takeFocus';
import type { Drawn } from './view';

/** What is wished of one rule's nudges says nothing about another's. */
const AS_DECIDED = { stage: 0, variant: '', locale: '' };

/** One rule at a glance: how far it is from speaking, and what holds it first. */
export function RuleRow({ known, view, acts, now, rule }: Drawn & { readonly rule: RuleExplanation }): VNode {
  const { of: { status, help }, decision } = rule;
  const { score, gate, because, againAt } = decision;
  const again = againText(againAt, now);
  const besides = heldWhileWatching(rule);
  return (
    <button type="button" class="rule" ref={takeFocus(view, `rule ${rule.rule}`)} onClick={() => acts.see({ rule: rule.rule, wish: { ...view.wish, ...AS_DECIDED }, copied: 'no', focus: 'back' })}>
      <span class="line">
        <b class="id" dir="auto">{rule.rule}</b>
        {status !== 'live' && <span class="tag">{status}</span>}
        <span class="num"><b>{scoreText(score.value)}</b> of {help.score}</span>
      </span>
      <Curve points={known.curve(rule.rule)} now={now} bar={help.score} />
      <span class="line">
        <Verdict decision={decision} isOpen={known.isOpen(rule.rule)} />
        <span class="num">confidence <b>{shareText(score.confidence)}</b> of {help.confidence}</span>
      </span>
      {gate !== 'show' && <span class="because">{!because.startsWith(gate) && <b>{gate}</b>} {because}{again && <span class="again">{again}</span>}</span>}
      {besides && <span class="because"><b>{besides.gate}</b> {besides.because}</span>}
    </button>
  );
}
