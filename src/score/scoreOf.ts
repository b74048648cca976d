import type { Contribution, Score } from '../types';
import type { Weight } from './weight';

/** The score of a rule, with what was weighed for it. */
export function scoreOf(rule: string, at: number, weight: Weight): Score {
  return new ScoreOf(rule, at, weight);
}

/**
 * A class, because all its objects have one shape: with getters of its own each would have another, and take thirty times as long to make.
 * Every rule makes one for each signal, and few are ever asked what they are made of.
 */
class ScoreOf implements Score {
  readonly value: number;
  readonly #weight: Weight;

  constructor(readonly rule: string, readonly at: number, weight: Weight) {
    this.value = weight.value;
    this.#weight = weight;
  }

  get confidence(): number {
    return this.#weight.confidence();
  }

  get contributions(): readonly Contribution[] {
    return this.#weight.contributions();
  }

  /** JSON leaves out what has to be asked for. */
  toJSON(): Score {
    return { ...this, confidence: this.confidence, contributions: this.contributions };
  }
}
