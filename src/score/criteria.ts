import type { Model, Rule, SignalName, SignalTerm } from '../types';
import { createFade, type Fade } from './fade';

export interface Term extends SignalTerm {
  readonly fade: Fade;
}

/** The terms of a rule that are about one signal. */
export interface Kind {
  readonly signal: SignalName;
  readonly terms: readonly Term[];
  /** What the model gives for one fresh sighting. */
  readonly weight: number;
  /** How that fades which the model gives. */
  readonly fade: Fade;
}

/** What makes up the score of a rule. Rules that agree in it have the same score. */
export interface Criteria extends Pick<Rule, 'where' | 'resolved'> {
  readonly kinds: readonly Kind[];
  readonly model: Model | undefined;
}

/** Of what the model gives: about as long as a visitor keeps trying the same thing. */
const HALF_LIFE_MS = 90_000;

/** Makes rules ready to be scored. Rules that count alike have the same criteria, and what fades alike shares what has been worked out. */
export function createCriteria(model: Model | undefined): (rule: Rule) => Criteria {
  const ready = new Map<string, Criteria>();
  const fades = new Map<number, Fade>();

  function fadeOf(halfLifeMs: number): Fade {
    const fade = fades.get(halfLifeMs) ?? createFade(halfLifeMs);
    fades.set(halfLifeMs, fade);
    return fade;
  }

  function made({ where, resolved, signals }: Rule): Criteria {
    return {
      where, resolved, model,
      kinds: [...new Set(signals.map(({ signal }) => signal))].map((signal) => ({
        signal, weight: model?.weights[signal] ?? 0, fade: fadeOf(HALF_LIFE_MS),
        terms: signals.filter((term) => term.signal === signal).map((term) => ({ ...term, fade: fadeOf(term.fadesMs) })),
      })),
    };
  }

  return (rule) => {
    const key = JSON.stringify([rule.where, rule.signals, rule.resolved]);
    const criteria = ready.get(key) ?? made(rule);
    ready.set(key, criteria);
    return criteria;
  };
}
