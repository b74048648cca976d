import type { Rules } from '../../src/types';
import { hourOf } from './hourOf';
import { createHistogram } from './histogram';
import type { InVisit } from './inVisit';
import type { VisitReplayed } from './replayVisit';
import { wilson } from './wilson';

export type Counts = Readonly<Record<string, number>>;

/** What one rule would have done, and what was really done in its name. Visits are counted once in each line. */
export interface RuleFound {
  readonly rule: string;
  readonly status: string;
  readonly needs: number;
  /** Something counted for the rule. */
  readonly matched: { readonly visits: number; readonly signals: number; readonly takenBack: number };
  readonly reached: { readonly visits: number };
  /** `silent` are those of a rule that only watches, and of visits that are there to compare with; `then` is what comes after the first help. */
  readonly shown: { readonly times: number; readonly then: number; readonly silent: number; readonly visits: number; readonly share: number; readonly interval: readonly [from: number, to: number] };
  /** Visits that matched and were shown nothing, by the furthest gate that was reached: `limits/per-page`. */
  readonly held: Counts;
  /** From the visit's first fact to the first showing. */
  readonly medianSeconds: number | undefined;
  /** Showings by hour of the day. */
  readonly hours: readonly number[];
  readonly arms: Counts;
  /** As facts tell it. */
  readonly really: { readonly shown: number; readonly answers: Counts; readonly helpful: { readonly yes: number; readonly no: number } };
}

export interface Found {
  readonly visits: number;
  readonly facts: number;
  /** Unix times in ms, of the first fact and the last. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Decisions by the very same rules, and how many came out the same to the last digit. */
  readonly decisions: { readonly compared: number; readonly equal: number };
  readonly rules: readonly RuleFound[];
}

/** Adds up what became of a rules file, visit by visit. */
export function createTally({ rules }: Rules, zone: string): { add(visit: VisitReplayed): void; found(): Found } {
  const hour = hourOf(zone);
  const sums = rules.map(({ id, status, help }) => ({ id, sum: createRuleSum(hour), status, needs: help.score }));
  const decisions = { compared: 0, equal: 0 };
  let [visits, facts, from, to] = [0, 0, Infinity, -Infinity];

  return {
    add(visit) {
      visits++;
      facts += visit.facts;
      from = Math.min(from, visit.from);
      to = Math.max(to, visit.to);
      decisions.compared += visit.compared;
      decisions.equal += visit.equal;
      for (const { id, sum } of sums) {
        const inVisit = visit.rules.get(id);
        if (inVisit) sum.add(inVisit, visit.from);
      }
    },
    found: () => ({
      visits, facts, from: visits ? from : undefined, to: visits ? to : undefined, decisions: { ...decisions },
      rules: sums.map(({ id, sum, status, needs }) => ({ rule: id, status, needs, ...sum.found(visits) })),
    }),
  };
}

function createRuleSum(hour: (ms: number) => number): { add(inVisit: InVisit, from: number): void; found(visits: number): Omit<RuleFound, 'rule' | 'status' | 'needs'> } {
  const matched = { visits: 0, signals: 0, takenBack: 0 };
  const reached = { visits: 0 };
  const shown = { times: 0, then: 0, silent: 0, visits: 0 };
  const held = new Map<string, number>();
  const arms = new Map<string, number>();
  const answers = new Map<string, number>();
  const helpful = { yes: 0, no: 0 };
  const hours = Array.from({ length: 24 }, () => 0);
  const into = createHistogram();
  let nudges = 0;

  return {
    add({ signals, hiccups, isReached, showings, held: gate, nudges: real, answers: given, ratings }, from) {
      const [first] = showings;
      if (signals) matched.visits++;
      matched.signals += signals;
      matched.takenBack += hiccups;
      if (isReached) reached.visits++;
      if (first) shown.visits++;
      if (first) into.add(Math.round((first.at - from) / 1000));
      else if (signals && gate) countUp(held, `${gate.gate}/${gate.code}`);
      for (const { at, silent, arm, stage } of showings) {
        shown.times++;
        if (stage) shown.then++;
        if (silent) shown.silent++;
        if (arm !== undefined) countUp(arms, arm);
        const at24 = hour(at);
        hours[at24] = (hours[at24] ?? 0) + 1;
      }
      nudges += real;
      for (const answer of given) countUp(answers, answer);
      for (const rating of ratings) helpful[rating ? 'yes' : 'no']++;
    },
    found: (visits) => ({
      matched: { ...matched }, reached: { ...reached }, shown: { ...shown, share: visits ? shown.visits / visits : 0, interval: wilson(shown.visits, visits) },
      held: sorted(held), medianSeconds: into.median(), hours: [...hours], arms: sorted(arms), really: { shown: nudges, answers: sorted(answers), helpful: { ...helpful } },
    }),
  };
}

function countUp(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The most frequent first. */
function sorted(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
