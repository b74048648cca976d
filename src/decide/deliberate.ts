import type { Bar, Decision, NudgeText, Off, Outcome, OutcomeAnswer, Rule, Rules, Score } from '../types';
import { armIn } from './arm';
import { decide } from './decide';
import { LOOK_AGAIN_MS, type Asked, type Here, type Place } from './here';
import type { Ledger } from './ledger';
import { nudgeOf } from './nudgeOf';

/** What deliberating needs of a visit: the page has it, and so has a replay. */
export interface Bench {
  readonly rules: Rules;
  readonly ledger: Ledger;
  /** Page time in ms. */
  now(): number;
  after(ms: number, task: () => void): Off;
  /** Help can be shown at once from then on: what shows it may have to be fetched first. */
  ready(): Promise<unknown>;
  scoreOf(rule: Rule): Score;
  barOf(rule: Rule): Bar;
  /** The rule has spoken, or would have. */
  spoke(rule: Rule): void;
  /** How things stand. */
  here(): Here;
  /** The element that a nudge would stand at. */
  placeOf(rule: Rule, nudge: NudgeText): Place | undefined;
}

export interface DeliberationListeners {
  decision(decision: Decision): void;
  /** Every gate is open, and no other tab is quicker. */
  help(rule: Rule, decision: Decision): void;
  failed(cause: unknown): void;
}

/** When to ask, how often to ask again, and whose turn it is. */
export interface Deliberation {
  /** The scores of these rules have changed. */
  consider(rules: readonly string[]): void;
  /** The help of a rule stands there. */
  shown(rule: string, nudge?: string): void;
  /** It could not be shown after all. */
  unshown(rule: string): void;
  answered(outcome: Pick<Outcome, 'rule' | 'answer' | 'forMs' | 'here'> & Partial<Pick<Outcome, 'nudge'>>): void;
  /** What would be asked of a rule now. */
  asked(rule: string): Asked | undefined;
}

/** How far a rule has come with this visitor, in this page. */
interface Turn {
  readonly rule: Rule;
  /** Ends the waiting for the time to ask again. */
  off?: Off | undefined;
  /** Ends the waiting for what comes `then`. */
  offThen?: Off | undefined;
  /** What would come next: 0 is the rule's own help. */
  stage: number;
  /** Since when the stage is due. */
  since: number | undefined;
  /** Stages that were offered. */
  offered: number;
  /** The visit in which the last one was: the next visit may be of another arm. */
  visit: string | undefined;
  answer: OutcomeAnswer | undefined;
}

/** Nothing takes the place of help that is about to stand there, not even what its own rule has next. No rule has this name. */
const COMING = '…';

/** After these the visitor wants no more, or needs none. */
const ENDED = new Set<OutcomeAnswer | undefined>(['closed', 'not-now', 'never', 'mute', 'human', 'resolved', 'off']);

export function createDeliberation({ rules, ledger, now, after, scoreOf, barOf, spoke, here, placeOf, ready }: Bench, tell: DeliberationListeners): Deliberation {
  const turns = new Map(rules.rules.map((rule): [string, Turn] => [rule.id, { rule, stage: 0, since: undefined, offered: 0, visit: undefined, answer: undefined }]));
  /** Something is about to be shown, while other tabs are asked. */
  let isClaiming = false;

  function asked({ rule, stage, since }: Turn, there: Here, standing = isClaiming ? COMING : undefined): Asked {
    const arm = rule.experiment && armIn(rule.experiment, there.visit);
    const nudge = nudgeOf(rule, stage, arm);
    return {
      rule, rules, stage, since, arm, nudge, score: scoreOf(rule), bar: barOf(rule), here: standing ? { ...there, standing } : there,
      past: ledger.past, place: () => nudge && placeOf(rule, nudge),
    };
  }

  function consider(turn: Turn, there: Here, wasLate = false): void {
    if (turn.since !== undefined && (now() - turn.since > turn.rule.help.waitMs || turn.visit !== there.visit)) begin(turn);
    const found = decide(asked(turn, there));
    const decision = found.show && wasLate ? late(found) : found;
    tell.decision(decision);
    turn.off?.();
    turn.off = decision.againAt === undefined ? undefined : after(decision.againAt - now(), () => consider(turn, here()));
    if (decision.wouldShow) withhold(turn, decision);
    if (decision.show) claim(turn, decision).catch(tell.failed);
  }

  /** Nothing is shown, and it counts as if it were: so both arms rest alike. */
  function withhold(turn: Turn, { gate }: Decision): void {
    spoke(turn.rule);
    ledger.withheld(turn.rule, gate === 'status' ? 'watched' : 'withheld');
    next(turn);
  }

  async function claim(turn: Turn, { id }: Decision): Promise<void> {
    const { rule } = turn;
    let last: Decision | undefined;
    let isOurs = false;
    isClaiming = true;
    try {
      await ready();
      // asked again, because by then the visitor may have begun to type
      isOurs = await ledger.claim(rule, (past) => (last = decide({ ...asked(turn, here(), ''), past: () => past })).show);
    } finally {
      isClaiming = false;
    }
    if (!isOurs || !last) return consider(turn, here(), true);
    spoke(rule);
    // by the id that was told of the first
    tell.help(rule, { ...last, id });
  }

  /** Waits for what comes `then`: each step is offered at most once. */
  function next(turn: Turn): void {
    const { rule } = turn;
    turn.offered = Math.max(turn.offered, turn.stage + 1);
    begin(turn);
    turn.visit = here().visit;
    turn.answer = undefined;
    const stage = turn.offered;
    const then = rule.then[stage - 1];
    turn.offThen?.();
    turn.offThen = then && after(then.afterMs, () => {
      if (ENDED.has(turn.answer) || turn.offered !== stage) return;
      if (then.if === 'still-struggling' && barOf(rule).reachedAt === undefined) return;
      if (then.if === 'asked-for-more' && turn.answer !== 'action') return;
      turn.stage = stage;
      turn.since = now();
      consider(turn, here());
    });
  }

  return {
    consider(touched) {
      const there = here();
      for (const id of touched) on(id, (turn) => consider(turn, there));
    },
    shown: (id, nudge) => on(id, (turn) => {
      ledger.shown(turn.rule, nudge);
      next(turn);
    }),
    unshown: (id) => on(id, ({ rule }) => ledger.unmeant(rule)),
    answered: ({ rule: id, answer, ...about }) => on(id, (turn) => {
      turn.answer = answer;
      // what is due and waits for its moment does not come any more
      if (ENDED.has(answer)) begin(turn);
      ledger.answered(turn.rule, answer, about);
    }),
    asked(id) {
      const turn = turns.get(id);
      return turn && asked(turn, here());
    },
  };

  function on(id: string, act: (turn: Turn) => void): void {
    const turn = turns.get(id);
    if (turn) act(turn);
  }
}

/** Back to the rule's own help. */
function begin(turn: Turn): void {
  turn.stage = 0;
  turn.since = undefined;
}

/** Every gate is open here, and it was another tab's turn. */
function late(decision: Decision): Decision {
  const held = { gate: 'moment', code: 'other-tab', because: 'another tab was quicker', againAt: decision.at + LOOK_AGAIN_MS } as const;
  return { ...decision, ...held, show: false, held: [held] };
}
