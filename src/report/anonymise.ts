import type { Decision, Evidence, Fact, Gate, Nudge, Outcome, Rules, Signal, SignalName } from '../types';
import { evidenceKinds, type EvidenceKind } from './evidence';
import { newId } from './newId';

export interface Anonymiser {
  signal(signal: Signal): Fact;
  /** Undefined where help was not due: only what was offered, or due and held back, is worth telling. */
  decision(decision: Decision): Fact | undefined;
  nudge(nudge: Nudge): Fact;
  outcome(outcome: Outcome): Fact;
}

export interface AnonymiserContext {
  /** Words that the rules file contains may leave: the visitor wrote none of them. */
  readonly rules: Rules;
  /** So may the names of the signals there are. */
  readonly signals: readonly SignalName[];
  /** Where the visitor is now: a page pattern of the rules, or `other`. */
  route(): string;
  /** Unix time in ms of a moment of the page. */
  wall(at: number): number;
}

type Copied<F> = F extends Fact ? Omit<F, symbol> : never;

/** At these gates help was not due, however often they were asked. */
const NOT_DUE: readonly Gate[] = ['status', 'where', 'purpose', 'score', 'confidence'];
/** Amendments follow within seconds, so the latest signals are enough; a page that lives for days must not grow. */
const MOST_SIGNALS = 500;
/** Of a second, in ms: how exact a duration is when it leaves. */
const TENTHS = 0.01;
/** Longer words are no names: the longest is a page pattern. */
const LONGEST = 200;

/** The only maker of Facts. Each is copied out field by field: what nobody named here cannot leave. */
export function createAnonymiser({ rules, signals, route, wall }: AnonymiserContext): Anonymiser {
  const words = new Set<string>(signals);
  for (const word of namesIn(rules)) if (word && word.length <= LONGEST) words.add(word);
  const listed = (word: string, otherwise = 'other') => (words.has(word) ? word : otherwise);
  const firstFacts = new Map<string, string>();
  const heldBack = new Map<string, Gate>();

  function made(at: number, where = route()) {
    return { id: newId(), at: Math.floor(wall(at) / 1000) * 1000, route: listed(where) };
  }

  return {
    signal({ id, name, at, place, strength, evidence, route: where }) {
      const base = made(at, where);
      const signal = firstFacts.get(id) ?? base.id;
      if (firstFacts.size >= MOST_SIGNALS) firstFacts.clear();
      firstFacts.set(id, signal);
      return branded({ ...base, kind: 'signal', name: listed(name, 'app:other'), place: placeOf(place), strength: rounded(strength, 100), signal, evidence: evidenceOf(evidence, words) });
    },
    decision({ rule, at, gate, show, score }) {
      if (NOT_DUE.includes(gate) || !show && heldBack.get(rule) === gate) return undefined;
      heldBack.set(rule, gate);
      return branded({ ...made(at), kind: 'decision', rule: listed(rule), gate, score: rounded(score.value, 100), confidence: rounded(score.confidence, 100) });
    },
    nudge({ rule, at, place, template }) {
      return branded({ ...made(at), kind: 'nudge', rule: listed(rule), place: placeOf(place), template });
    },
    outcome({ rule, at, answer, afterMs, whyOpened }) {
      return branded({ ...made(at), kind: 'outcome', rule: listed(rule), answer, afterMs: rounded(afterMs, TENTHS), whyOpened });
    },
  };
}

/** Every name that the rules file gives. */
function namesIn({ pages, workflows, rules }: Rules): readonly (string | undefined)[] {
  return [
    ...pages.flatMap(({ path }) => path),
    ...workflows.flatMap(({ id, steps, done }) => [id, done, ...steps.map((step) => step.id)]),
    ...rules.flatMap(({ id, where, signals, resolved }) => [id, ...where.page, ...signals.map(({ signal }) => signal), ...resolved.map(({ event }) => event)]),
  ];
}

/** A `data-furrow` name, or a path of tags and roles with sibling numbers (`main>form>button[2]`); nothing else is a place. */
function placeOf(place: string): string {
  return place.length <= LONGEST && /^(>[a-z][a-z0-9-]*(\[\d{1,4}\])?)+$/i.test(`>${place}`) ? place : 'other';
}

function evidenceOf(evidence: Evidence, words: ReadonlySet<string>): Evidence {
  const copied: Record<string, Evidence[string]> = {};
  for (const [key, kind] of Object.entries(evidenceKinds)) {
    const value = cleaned(evidence[key], kind, words);
    if (value !== undefined) copied[key] = value;
  }
  return copied;
}

function cleaned(value: Evidence[string] | undefined, kind: EvidenceKind, words: ReadonlySet<string>): Evidence[string] | undefined {
  if (typeof value === 'boolean') return kind === 'flag' ? value : undefined;
  if (typeof value === 'number') return kind === 'count' || kind === 'ms' ? rounded(value, kind === 'ms' ? TENTHS : 1) : undefined;
  if (value === undefined) return undefined;
  return (kind === 'listed' ? words.has(value) : typeof kind === 'object' && kind.includes(value)) ? value : undefined;
}

/** To so many parts of one. Not a number becomes 0; a day in ms is the most that anything here amounts to. */
function rounded(value: number, parts: number): number {
  return Math.round(Math.min(864e5, Math.max(0, value || 0)) * parts) / parts;
}

function branded(copied: Copied<Fact>): Fact {
  return copied as Fact;
}
