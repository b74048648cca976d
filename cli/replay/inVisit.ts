import { GATES } from '../../src/decide/gates';
import type { Decision, Gate, Held, OutcomeAnswer, ReasonCode, Score, Signal } from '../../src/types';

/** A nudge as it would have been, or was, shown. */
export interface Showing {
  /** Unix time in ms. */
  readonly at: number;
  /** Nothing would have been seen: the rule only watches, or the visit is there to compare with. */
  readonly silent: boolean;
  readonly arm: string | undefined;
  /** 1 and 2 are what comes `then`. */
  readonly stage: number;
}

/** What became of one rule in one visit. */
export interface InVisit {
  /** Signals that counted. */
  signals: number;
  /** Signals that had counted and were taken back. */
  hiccups: number;
  /** The score reached what the rule needs. */
  isReached: boolean;
  readonly showings: Showing[];
  /** The furthest gate that held it back. */
  held: Held | undefined;
  /** What facts tell of nudges that were really shown, by whatever rules were in force. */
  nudges: number;
  readonly answers: OutcomeAnswer[];
  /** Whether it was helpful, as often as visitors said. */
  readonly ratings: boolean[];
}

const ORDER: readonly Gate[] = GATES.map(({ gate }) => gate);

/** They keep a nudge from being seen, not from being due. */
const SILENT: readonly ReasonCode[] = ['status', 'held-out', 'control'];

export function createInVisit(): InVisit {
  return { signals: 0, hiccups: 0, isReached: false, showings: [], held: undefined, nudges: 0, answers: [], ratings: [] };
}

export function countSignal(into: InVisit, { amends, strength }: Signal, { value }: Score, needs: number): void {
  if (!amends) into.signals++;
  if (amends && !strength) into.hiccups++;
  if (value >= needs) into.isReached = true;
}

export function countDecision(into: InVisit, decision: Decision): void {
  const { at, wouldShow, arm, stage } = decision;
  if (wouldShow) into.showings.push({ at, silent: true, arm, stage });
  const held = wouldShow ? undefined : heldBy(decision);
  if (held && !(into.held && ORDER.indexOf(into.held.gate) > ORDER.indexOf(held.gate))) into.held = held;
}

/** What holds help back, and not only keeps it from being seen. */
export function heldBy({ held }: Decision): Held | undefined {
  return held.find(({ code }) => !SILENT.includes(code)) ?? held[0];
}
