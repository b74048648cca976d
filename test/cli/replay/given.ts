import { createDeliberation } from '../../../src/decide/deliberate';
import { createLedger } from '../../../src/decide/ledger';
import { createResolved } from '../../../src/decide/resolved';
import { createAnonymiser } from '../../../src/report/anonymise';
import { BUILT_IN_SIGNALS } from '../../../src/rules/defaults';
import { createScorer } from '../../../src/score/scorer';
import type { Decision, Fact, Outcome, Rules, Signal } from '../../../src/types';
import { createFakeRecords } from '../../decide/given';
import { givenHere } from '../../decide/givenAsked';
import { givenSignal } from '../../score/given';
import { createFakePage } from '../../support/fakePage';

/** A quarter past nine, and not on the second. */
export const AT = Date.UTC(2026, 10, 20, 9, 15, 7, 678);

/** Something that happens in a page: a signal after some seconds. */
export interface Happens extends Partial<Omit<Signal, 'amends'>> {
  readonly afterS: number;
}

export interface Lived {
  /** As a collector has them. */
  readonly facts: readonly Fact[];
  /** How often help was offered, by rule. */
  readonly helped: readonly string[];
  /** What would have been, had the rule not only watched. */
  readonly withheld: readonly string[];
}

/** A page that lives a visit with all that furrow does in it, but a page: every place is there, and the hands rest. */
export async function live(rules: Rules, happens: readonly Happens[], { visit = 'v1', load = 1, at = AT } = {}): Promise<Lived> {
  const page = createFakePage();
  const wall = (ms: number): number => at + ms;
  const facts: Fact[] = [];
  const helped: string[] = [];
  const withheld: string[] = [];
  let standing: string | undefined;
  const anonymise = createAnonymiser({ rules, signals: BUILT_IN_SIGNALS, route: () => 'other', load: () => load, wall });
  const scorer = createScorer(rules, wall);
  const ledger = createLedger(createFakeRecords(), { visit: () => visit, page: String(load), wall: () => wall(page.now()), lock: () => Promise.resolve(() => undefined), after: page.after });
  let last: Pick<Signal, 'pages' | 'steps'> = { pages: [], steps: [] };
  const deliberation = createDeliberation({
    rules, ledger, now: page.now, after: page.after, spoke: scorer.spoke, scoreOf: (rule) => scorer.at(rule, page.now()), barOf: (rule) => scorer.bar(rule, page.now()),
    ready: () => Promise.resolve(), placeOf: () => ({ isHidden: false }),
    here: () => givenHere({ now: page.now(), wallMs: wall(page.now()), visit, standing, lastAt: scorer.lastAt, ...last }),
  }, {
    decision(decision: Decision) {
      if (decision.wouldShow) withheld.push(decision.rule);
      const fact = anonymise.decision(decision);
      if (fact) facts.push(fact);
    },
    help({ id }, decision) {
      helped.push(id);
      standing = id;
      deliberation.shown(id);
      facts.push(anonymise.nudge({ id: decision.id, rule: id, at: page.now(), template: 'tooltip', place: 'pay' }));
    },
    failed(cause) { throw cause; },
  });
  const resolved = createResolved(page, rules.rules, { steps: () => last.steps, find: () => undefined, forget: scorer.forget }, (rule) => {
    if (standing !== rule) return;
    standing = undefined;
    const outcome: Outcome = { nudge: 'n', rule, at: page.now(), answer: 'resolved', afterMs: 1, whyOpened: false };
    deliberation.answered(outcome);
    facts.push(anonymise.outcome(outcome));
  });
  const begun = new Map<string, Signal>();

  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 50) {
      page.advance(Math.min(50, left));
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
  }

  for (const [index, { afterS, ...more }] of happens.entries()) {
    await pass(afterS * 1000);
    const before = begun.get(more.id ?? '');
    const signal: Signal = { ...givenSignal({ id: `s${index}`, at: page.now(), ...before, ...more }), amends: !!before };
    begun.set(signal.id, signal);
    if (!before) last = signal;
    facts.push(anonymise.signal(signal, page.now()));
    const scores = scorer.add(signal, page.now());
    for (const score of scores) resolved(signal, score);
    deliberation.consider(scores.map(({ rule }) => rule));
  }
  await pass(30_000);
  return { facts, helped, withheld };
}

/** Lines as a collector gives them. */
export function asLines(facts: readonly Fact[], visit = 'v1'): string {
  return facts.map((fact, n) => `${JSON.stringify({ ...fact, n, visit, received: fact.at + 1000 })}\n`).join('');
}

/** Text as it comes from a file. */
export async function* asBytes(text: string, pieceBytes = 1000): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += pieceBytes) yield await Promise.resolve(bytes.slice(from, from + pieceBytes));
}
