import { createDeliberation } from '../../src/decide/deliberate';
import type { Here } from '../../src/decide/here';
import { createLedger } from '../../src/decide/ledger';
import { createResolved } from '../../src/decide/resolved';
import { createScorer } from '../../src/score/scorer';
import type { Decision, OutcomeAnswer, PersonLevel, Records, Rule, Score, Signal } from '../../src/types';
import type { Clock } from './clock';
import type { OpenRules } from './openRules';
import type { SignalTold } from './told';

/** Where a page load is replayed. */
export interface LoadContext {
  readonly open: OpenRules;
  readonly clock: Clock;
  readonly records: Pick<Records, 'read' | 'write'>;
  readonly visit: string;
  /** Which load of the visit, from 1. */
  readonly load: number;
  /** The visitor's time zone. */
  readonly zone: string;
  purposes(): Here['purposes'];
  /** What is known of the visitor. */
  attributes(): Here['host']['attributes'];
  /** What the visitor wants to see at all. */
  level(): PersonLevel;
  /** Whether the visitor is in this page now. */
  isHere(): boolean;
}

export interface LoadListeners {
  /** A signal counts for a rule. */
  counted(score: Score, signal: Signal): void;
  decision(decision: Decision): void;
  /** A nudge would stand there now. */
  shown(rule: Rule, decision: Decision): void;
  /** The visitor wants no help any more. */
  muted(): void;
  failed(cause: unknown): void;
}

/** One load of a page, made again from its facts. */
export interface Load {
  hear(told: SignalTold): void;
  scoreOf(rule: Rule): Score;
  /** What became of a nudge that stands there, where a fact tells. */
  answered(rule: string, answer: OutcomeAnswer): void;
}

const NOTHING_DOING: Here['doing'] = new Set();
const HANDS_REST: Here['moment'] = { lastKeyAt: undefined, lastDragAt: undefined, lastInputAt: undefined, pointerDown: false, hidden: false };
const NOTHING_SAID = { incidents: [], holds: [], holidays: new Set<string>(), quiet: [], contacts: [] } as const;

/** Scores and decides with the page's own code; what it asks of a page is answered from facts, and what they do not tell is taken as open. */
export function createLoad({ open: { rules, criteriaOf }, clock, records, visit, load, zone, purposes, attributes, level, isHere }: LoadContext, tell: LoadListeners): Load {
  const { now } = clock;
  const after: Clock['after'] = (ms, task) => clock.after(ms, () => { if (isHere()) task(); });
  const scorer = createScorer(rules, undefined, criteriaOf);
  const scoreOf = (rule: Rule): Score => scorer.at(rule, now());
  const ledger = createLedger(records, { visit: () => visit, page: String(load), wall: now, lock: () => Promise.resolve(() => undefined), after });
  const moves: (() => void)[] = [];
  let pages: readonly string[] = [];
  let steps: readonly string[] = [];
  let standing: string | undefined;

  const resolved = createResolved({ on: () => undefined, onRoute: (moved) => moves.push(() => moved('')) }, rules.rules, { steps: () => steps, find: () => undefined, forget: scorer.forget }, (rule) => answered(rule, 'resolved'));
  const deliberation = createDeliberation({
    rules, ledger, now, after, scoreOf, barOf: (rule) => scorer.bar(rule, now()), spoke: scorer.spoke, ready: () => Promise.resolve(), placeOf: () => ({ isHidden: false }),
    here: () => ({
      now: now(), wallMs: now(), zone, pages, steps, device: 'pointer', purposes: purposes(), visit, host: { ...NOTHING_SAID, attributes: attributes(), level: level() },
      moment: HANDS_REST, doing: NOTHING_DOING, standing, lastAt: scorer.lastAt,
    }),
  }, { decision: tell.decision, help, failed: tell.failed });

  function help(rule: Rule, decision: Decision): void {
    answered(rule.id, 'gone');
    standing = rule.id;
    deliberation.shown(rule.id);
    tell.shown(rule, decision);
  }

  function answered(rule: string, answer: OutcomeAnswer): void {
    if (standing !== rule) return;
    standing = undefined;
    if (answer === 'mute') tell.muted();
    deliberation.answered({ rule, answer });
  }

  /** More about a signal stands where the signal stood, and says nothing of where the visitor is now. */
  function move(signal: Signal): void {
    if (signal.amends) return;
    ({ pages, steps } = signal);
    for (const moved of moves) moved();
  }

  return {
    hear(told) {
      const signal = signalOf(told);
      move(signal);
      const scores = scorer.add(signal, now());
      for (const score of scores) {
        tell.counted(score, signal);
        resolved(signal, score);
      }
      deliberation.consider(scores.map(({ rule }) => rule));
    },
    scoreOf,
    answered,
  };
}

function signalOf({ id, signal, name, at, strength, place, names, route, pages, steps, evidence }: SignalTold): Signal {
  return { id: signal, name, at, strength, place, names, route, pages, steps, evidence, amends: id !== signal };
}
