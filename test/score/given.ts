import { readRules } from '../../src/rules/read';
import type { Rule, Rules, Signal } from '../../src/types';

/** Rules as a product team would write them; the test fails where they are not right. */
export function givenRules(...rules: readonly object[]): Rules {
  return givenFile({ rules });
}

export function givenFile(file: object): Rules {
  const read = readRules(file, 'test.json');
  if (read.problems.length) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return read.rules;
}

export function givenRule(rule: object = {}): Rule {
  return givenRules({ id: 'help', nudge: { template: 'tooltip', title: 'Stuck?' }, ...rule }).rules[0]!;
}

/** A clear rage-click on the pay button of a checkout, unless told otherwise. */
export function givenSignal(signal: Partial<Signal> = {}): Signal {
  return {
    id: 's1', name: 'rage-click', at: 0, strength: 0.8, place: 'pay', names: ['pay'], route: '/checkout/*', pages: ['/checkout/*'], steps: [],
    evidence: { n: 4 }, amends: false, ...signal,
  };
}
