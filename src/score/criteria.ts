import type { Model, Rule, SignalName, SignalTerm } from '../types';
import { createFade, type Fade } from './fade';

export interface Term extends SignalTerm {
  readonly fade: Fade;
}

/** The terms of a rule that are about one signal. */
export interface Kind {
  readonly signal: SignalName;
  readonly terms: readonly Term[];
  /** Where its terms stand among all of the rule. */
  readonly first: number;
  /** What the model gives for one fresh sighting. */
  readonly weight: number;
  /** How that fades which the model gives. */
  readonly fade: Fade;
}

/** A rule made ready to be scored. */
export interface Criteria {
  readonly rule: Rule;
  readonly kinds: readonly Kind[];
  /** Of all terms, kind by kind: side by side, because they are read all the time. */
  readonly maxes: readonly number[];
  readonly fades: readonly Fade[];
  readonly model: Model | undefined;
}

/** Of what the model gives: about as long as a visitor keeps trying the same thing. */
const HALF_LIFE_MS = 90_000;

/** Makes rules ready. What fades alike shares what has been worked out. */
export function createCriteria(model: Model | undefined): (rule: Rule) => Criteria {
  const fades = new Map<number, Fade>();

  function fadeOf(halfLifeMs: number): Fade {
    const fade = fades.get(halfLifeMs) ?? createFade(halfLifeMs);
    fades.set(halfLifeMs, fade);
    return fade;
  }

  return (rule) => {
    const terms = rule.signals.map((term): Term => ({ ...term, fade: fadeOf(term.fadesMs) })).sort((a, b) => (a.signal < b.signal ? -1 : Number(a.signal > b.signal)));
    const kinds = [...new Set(terms.map(({ signal }) => signal))].map((signal): Kind => ({
      signal, terms: terms.filter((term) => term.signal === signal), first: terms.findIndex((term) => term.signal === signal),
      weight: model?.weights[signal] ?? 0, fade: fadeOf(HALF_LIFE_MS),
    }));
    return { rule, kinds, maxes: terms.map(({ max }) => max), fades: terms.map(({ fade }) => fade), model };
  };
}
