import type { Contribution, Score } from '../types';
import { confidence } from './confidence';
import { contributionsOf } from './contributions';
import type { Criteria } from './criteria';
import type { Tally } from './tally';
import { valueOf } from './value';

/** The moment of a score: in the page's time, and in whole seconds of Unix time (ms). */
export interface When {
  readonly at: number;
  readonly now: number;
}

/** The score of a rule's tallies at a moment. Pure, so that the page and the command line agree to the last bit. */
export function scoreOf(criteria: Criteria, tallies: readonly Tally[], when: When, said: number): Score {
  return new ScoreOf(criteria, tallies, when, said);
}

/**
 * A class, because all its objects have one shape: with getters of its own, each would have another, and take thirty times as long to make.
 * Every rule makes one for each signal, and few are ever asked what they are made of.
 */
class ScoreOf implements Score {
  readonly rule: string;
  readonly at: number;
  readonly value: number;
  readonly #of: readonly [Criteria, readonly Tally[], number];
  #confidence: number | undefined;
  #contributions: readonly Contribution[] | undefined;

  constructor(criteria: Criteria, tallies: readonly Tally[], { at, now }: When, said: number) {
    this.rule = criteria.rule.id;
    this.at = at;
    this.value = valueOf(criteria, tallies, now, said);
    this.#of = [criteria, tallies, now];
  }

  get confidence(): number {
    return this.#confidence ??= confidence(...this.#of);
  }

  get contributions(): readonly Contribution[] {
    return this.#contributions ??= contributionsOf(...this.#of);
  }

  /** JSON leaves out what a class computes. */
  toJSON(): Score {
    return { ...this, confidence: this.confidence, contributions: this.contributions };
  }
}
