import type { VNode } from 'preact';
import type { RuleExplanation } from '../types';
import { Consent } from './Consent';
import { RuleRow } from './RuleRow';
import type { Drawn } from './view';

/** Where things stand: the visitor's answer, the rules that are about this page, and the others. */
export function Now(drawn: Drawn): VNode {
  const rules = drawn.known.explanation()?.rules ?? [];
  const here = rules.filter(isHere);
  const elsewhere = rules.filter((rule) => !isHere(rule));
  return (
    <>
      <Consent {...drawn} />
      {here.length > 0 && <ul class="rules" aria-label="Rules">{here.map((rule) => <li key={rule.rule}><RuleRow {...drawn} rule={rule} /></li>)}</ul>}
      {elsewhere.length > 0 && (
        <details>
          <summary>{elsewhere.length === 1 ? '1 rule is' : `${elsewhere.length} rules are`} about other pages</summary>
          <ul class="rules" aria-label="Rules about other pages">{elsewhere.map((rule) => <li key={rule.rule}><RuleRow {...drawn} rule={rule} /></li>)}</ul>
        </details>
      )}
    </>
  );
}

/** Not kept off by where the visitor is. */
function isHere({ gates }: RuleExplanation): boolean {
  return !gates.some(({ gate, mark }) => gate === 'where' && mark === '✗');
}
