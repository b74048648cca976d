import { readRules } from '../../src/rules/read';
import type { Feedback, Preferences } from '../../src/types';
import { MORNING_MS } from './given';
import type { Said } from './visits/pageLoad';
import { createVisitor, type Visitor } from './visits/visitor';

/** Help whenever there is trouble: nothing but what a test asks about keeps it back. */
export const open = { perPage: 9, perSession: 9, perDay: 9, gap: '0s', afterDismiss: '0s', afterHelped: '0s' };

export interface Person {
  readonly visitor: Visitor;
  /** What was said besides help. */
  readonly said: Said[];
  readonly feedback: Feedback[];
  readonly preferences: Preferences[];
  /** Something that clearly does not work, and a moment to be helped with it. */
  trouble(name?: 'rage-click' | 'error-loop'): Promise<void>;
  /** The trouble before is forgotten, the visit is not. */
  rest(): Promise<void>;
  /** The last decision of the rule. */
  code(rule?: string): string | undefined;
  kept(key: string): unknown;
}

/** A visitor in one browser; all from the signal to the outcome is the real thing. The caller puts `Date.now` back. */
export async function givenPerson(rules: readonly object[] = [{}], file: object = {}, nudgeLoadMs?: () => number): Promise<Person> {
  const read = readRules({ limits: open, ...file, rules: rules.map((rule) => ({ id: 'help', nudge: { template: 'tooltip', title: 'Stuck?' }, signals: [{ signal: 'rage-click', points: 90 }], ...rule })) }, 'people.json');
  if (read.problems.length) throw new Error(JSON.stringify(read.problems));
  const [said, feedback, preferences]: [Said[], Feedback[], Preferences[]] = [[], [], []];
  const visitor = await createVisitor({
    read, startMs: MORNING_MS, ...(nudgeLoadMs && { nudgeLoadMs }),
    says: (each) => said.push(each),
    tell(type, event) {
      if (type === 'feedback') feedback.push(event as Feedback);
      if (type === 'preferences') preferences.push(event as Preferences);
    },
  });
  let n = 0;
  return {
    visitor, said, feedback, preferences,
    async trouble(name = 'rage-click') {
      visitor.front().signal({ id: `s${n++}`, name, strength: 0.9, evidence: { dead: true }, on: 'pay' });
      await visitor.browser.advance(1000);
    },
    rest: () => visitor.browser.advance(20 * 60_000),
    code: (rule = 'help') => visitor.decisions.filter((each) => each.rule === rule).at(-1)?.code,
    kept: (key) => JSON.parse(visitor.browser.kept.get(`furrow.${key}`) ?? 'null') as unknown,
  };
}
