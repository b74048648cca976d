import type { Asked, Here } from '../../src/decide/here';
import { nudgeOf } from '../../src/decide/nudgeOf';
import { builtInRules } from '../../src/rules/builtIn';
import { DEFAULT_POLICY } from '../../src/rules/defaults';
import type { Rule, Rules, Score } from '../../src/types';
import { givenRule as readRule } from '../score/given';
import { MORNING_MS, nothingYet } from './given';

/** A rule as a product team would write it, with whatever a test wants otherwise. */
export function givenRule(rule: Partial<Rule> = {}): Rule {
  return { ...readRule({ where: { page: '/checkout/*' } }), ...rule };
}

/** A clear rage-click on the pay button. */
export function givenScore(score: Partial<Score> = {}): Score {
  return { rule: 'help', at: 10_000, value: 72, confidence: 0.8, contributions: [{ signal: 'rage-click', place: 'pay', points: 72, count: 1, evidence: { n: 4 } }], ...score };
}

/** A visitor who pressed in vain a moment ago, and to whom we may speak. */
export function givenHere(here: Partial<Here> = {}): Here {
  return {
    now: 10_000, wallMs: MORNING_MS, zone: 'UTC', pages: ['/checkout/*'], steps: [], device: 'pointer', purposes: ['notice', 'help'], visit: 'v1',
    host: { attributes: new Map(), incidents: [], holds: [], holidays: new Set(), contacts: [], level: 'all', quiet: [] },
    moment: { lastKeyAt: undefined, lastDragAt: undefined, lastInputAt: undefined, pointerDown: false, hidden: false },
    doing: new Set(), standing: undefined, lastAt: () => undefined, ...here,
  };
}

export interface Given extends Partial<Pick<Asked, 'bar' | 'stage' | 'since' | 'arm'>> {
  readonly rule?: Partial<Rule>;
  readonly rules?: Partial<Rules>;
  readonly score?: Partial<Score>;
  readonly here?: Partial<Here>;
  readonly past?: ReturnType<Asked['past']>;
  readonly place?: ReturnType<Asked['place']> | 'none';
}

/** All that a decision is asked about; as it stands, every gate is open. */
export function givenAsked({ rule: changed, rules, score, here, past = nothingYet, place = { isHidden: false }, stage = 0, since, arm, bar }: Given = {}): Asked {
  const rule = givenRule(changed);
  return {
    rule, rules: { ...builtInRules, policy: DEFAULT_POLICY, ...rules }, score: givenScore(score), bar: { reachedAt: 9_600, upSince: 9_600, spoken: false, ...bar },
    stage, since, arm, nudge: nudgeOf(rule, stage, arm), here: givenHere(here), past: () => past, place: () => (place === 'none' ? undefined : place),
  };
}
