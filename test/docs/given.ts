import { decide } from '../../src/decide/decide';
import { explain } from '../../src/decide/explain';
import type { Asked, Here } from '../../src/decide/here';
import { armIn } from '../../src/decide/arm';
import { nudgeOf } from '../../src/decide/nudgeOf';
import { createScorer } from '../../src/score/scorer';
import type { Decision, Rules, Signal } from '../../src/types';
import { MORNING_MS, nothingYet } from '../decide/given';
import { givenHere } from '../decide/givenAsked';
import { givenSignal } from '../score/given';

/** What a visitor did, `s` seconds after they came. */
export type Told = Partial<Signal> & { readonly s: number };

export interface Outcome {
  /** What was decided of each rule after the last signal, by its id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** As `String(await furrow.explain())` prints it. */
  readonly text: string;
}

/** What furrow makes of a file when these signals come to it, one after the other, in this page. */
export function outcomeOf(rules: Rules, told: readonly Told[], there: Partial<Here> = {}): Outcome {
  const scorer = createScorer(rules, (at) => MORNING_MS + at);
  const now = 1000 * Math.max(...told.map(({ s }) => s));
  const here = givenHere({ now, wallMs: MORNING_MS + now, lastAt: scorer.lastAt, ...there });
  told.forEach(({ s, ...signal }, index) => scorer.add(givenSignal({ id: `s${index}`, pages: here.pages, steps: here.steps, ...signal }), 1000 * s));
  const asked = (id: string): Asked | undefined => {
    const rule = rules.rules.find((each) => each.id === id);
    const arm = rule?.experiment && armIn(rule.experiment, here.visit);
    return rule && {
      rule, rules, stage: 0, since: undefined, arm, nudge: nudgeOf(rule, 0, arm), score: scorer.at(rule, now), bar: scorer.bar(rule, now), here,
      past: () => nothingYet, place: () => ({ isHidden: false }),
    };
  };
  return {
    decisions: new Map(rules.rules.flatMap(({ id }) => {
      const about = asked(id);
      return about ? [[id, decide(about)] as const] : [];
    })),
    text: String(explain(rules, [], asked, (rule) => scorer.without(rule, now))),
  };
}
