import type { Explanation, FurrowError, Nudge, Problem, Signal } from '../types';
import { recent, type Point } from './curve';

/** One trouble, however often it was told. */
export interface Heard {
  /** Counted from 1 in the order in which they were first told; stands beside the place on the page too. */
  readonly number: number;
  readonly signal: Signal;
  readonly told: number;
}

export interface Mistake extends FurrowError {
  readonly at: number;
}

/** All that the overlay knows, from furrow's events and explanations. */
export interface Known {
  explanation(): Explanation | undefined;
  /** Newest first. */
  signals(): readonly Heard[];
  curve(rule: string): readonly Point[];
  /** Newest first; without the problems of the rules, which stand for themselves. */
  mistakes(): readonly Mistake[];
  /** Whether help of that rule stands on the page. */
  isOpen(rule: string): boolean;
  explained(explanation: Explanation): void;
  /** Whether it is a new trouble. */
  heard(signal: Signal): boolean;
  scored(rule: string, point: Point): void;
  failed(error: FurrowError, at: number): void;
  shown(nudge: Nudge): void;
  answered(nudge: string): void;
  /** What the visitor took the yes for is over. */
  forget(): void;
}

/** As many as `explain()` remembers; more nobody reads. */
const MOST_SIGNALS = 50;
const MOST_MISTAKES = 50;

export function createKnown(now: () => number): Known {
  let explanation: Explanation | undefined;
  let heard: readonly Heard[] = [];
  let mistakes: readonly Mistake[] = [];
  let count = 0;
  const curves = new Map<string, readonly Point[]>();
  const open = new Map<string, string>();

  function hear(signal: Signal): boolean {
    const before = heard.find((each) => each.signal.id === signal.id);
    const number = before?.number ?? ++count;
    const told = (before?.told ?? 0) + (signal === before?.signal ? 0 : 1);
    heard = [{ number, signal, told }, ...heard.filter((each) => each !== before)].sort((a, b) => b.number - a.number).slice(0, MOST_SIGNALS);
    return !before;
  }

  function score(rule: string, point: Point): void {
    curves.set(rule, recent([...(curves.get(rule) ?? []), point], now()));
  }

  return {
    explanation: () => explanation,
    signals: () => heard,
    curve: (rule) => curves.get(rule) ?? [],
    mistakes: () => mistakes.filter(({ message }) => !explanation?.problems.some((problem) => lineOf(problem) === message)),
    isOpen: (rule) => [...open.values()].includes(rule),
    explained(told) {
      // what was told before the overlay came is known from here alone
      if (!explanation?.status.running) told.signals.forEach(hear);
      explanation = told;
      for (const { rule, decision } of told.rules) score(rule, { at: now(), value: decision.score.value });
    },
    heard: hear,
    scored: score,
    failed: (error, at) => void (mistakes = [{ ...error, at }, ...mistakes].slice(0, MOST_MISTAKES)),
    shown: ({ id, rule }) => void open.set(id, rule),
    answered: (nudge) => void open.delete(nudge),
    forget() {
      heard = [];
      curves.clear();
      open.clear();
    },
  };
}

/** A problem as it is told to whoever listens for errors. */
function lineOf({ file, path, message }: Problem): string {
  return [file, path, message].filter(Boolean).join(': ');
}
