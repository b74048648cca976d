import type { Running, Scorer } from './parts';
import type { Page, Records, Rules } from './types';
import type { Witness } from './witness';

export interface HeldContext {
  readonly page: Page;
  readonly rules: Rules;
  readonly scorer: Scorer;
  readonly witness: Pick<Witness, 'signals' | 'decisions' | 'facts'>;
  /** What ends with the tab. */
  readonly tab: Records;
}

/** Everything that a visit holds, as plain data. */
export async function heldBy({ page, rules, scorer, witness, tab }: HeldContext): ReturnType<Running['holdings']> {
  const scores = rules.rules.map((rule) => scorer.at(rule, page.now())).filter(({ value }) => value > 0);
  return {
    records: Object.fromEntries(tab.keys().map((key) => [key, tab.read(key)])),
    signals: witness.signals().map(plain), scores: scores.map(plain), decisions: witness.decisions().map(plain),
    waiting: await witness.facts(),
  };
}

/** Without its elements: what is left can be written down. */
function plain(noun: object): unknown {
  return JSON.parse(JSON.stringify(noun, (key, value: unknown) => (key === 'target' ? undefined : value)));
}
