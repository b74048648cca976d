import type { ReportContext } from '../parts';
import type { Decision, Evidence, Fact, Feedback, Gate, Nudge, Outcome, Signal } from '../types';
import { evidenceKinds, type EvidenceKind } from './evidence';
import { newId } from './newId';
import { vocabularyOf } from './vocabulary';

export interface Anonymiser {
  /** `now` is when it was told. */
  signal(signal: Signal, now: number): Fact;
  /** Undefined where help was not due: only what was or would have been offered, or was due and held back, is worth telling. */
  decision(decision: Decision): Fact | undefined;
  nudge(nudge: Nudge): Fact;
  outcome(outcome: Outcome): Fact;
  feedback(feedback: Feedback): Fact;
}

export interface AnonymiserContext extends Pick<ReportContext, 'rules' | 'signals' | 'route' | 'load'> {
  /** Unix time in ms of a moment of the page. */
  wall(at: number): number;
}

type Copied<F> = F extends Fact ? Omit<F, symbol> : never;

/** At these gates help was not due, however often they were asked. */
const NOT_DUE: readonly Gate[] = ['consent', 'status', 'where', 'who', 'holdout', 'signals', 'score', 'confidence'];
/** Amendments follow within seconds, so the latest signals are enough; a page that lives for days must not grow. */
const MOST_SIGNALS = 500;
/** Of a second, in ms: how exact a duration is when it leaves. */
const TENTHS = 0.01;
/** A place is six tags deep at most, and a name has 40 characters. */
const LONGEST_PLACE = 200;
/** Names of one kind in a fact. With the longest patterns there are a fact stays far below what a batch takes. */
const MOST_WORDS = 20;

/** The only maker of Facts. Each is copied out field by field: what nobody named here cannot leave. */
export function createAnonymiser({ rules, signals, route, load, wall }: AnonymiserContext): Anonymiser {
  const words = vocabularyOf(rules, signals);
  const firstFacts = new Map<string, string>();
  const heldBack = new Map<string, Decision['code']>();
  const second = (at: number): number => Math.floor(wall(at) / 1000) * 1000;

  function made(at: number, where = route()) {
    return { id: newId(), at: second(at), route: listed(where, words.routes) };
  }

  return {
    signal({ id, name, at, place, names, pages, steps, strength, evidence, route: where }, now) {
      const base = made(at, where);
      const signal = firstFacts.get(id) ?? base.id;
      if (firstFacts.size >= MOST_SIGNALS) firstFacts.clear();
      firstFacts.set(id, signal);
      const isPrivate = names.some((each) => words.privates.includes(each));
      return branded({
        ...base, kind: 'signal', name: listed(name, words.signals, 'app:other'), place: placeOf(place), strength: rounded(strength, 100), signal,
        evidence: evidenceOf(evidence, isPrivate ? undefined : words.workflows), told: second(now), load: rounded(load(), 1),
        names: allListed(names, words.names), pages: allListed(pages, words.pages), steps: allListed(steps, words.steps),
      });
    },
    decision({ rule, at, show, wouldShow, gate, code, score, stage, channel, review, arm = '', segments }) {
      if (!wouldShow && (NOT_DUE.includes(gate) || (!show && heldBack.get(rule) === code))) return undefined;
      heldBack.set(rule, code);
      return branded({
        ...made(at), kind: 'decision', rule: listed(rule, words.rules), gate, code, wouldShow,
        score: rounded(score.value, 100), confidence: rounded(score.confidence, 100), load: rounded(load(), 1), stage, channel, review,
        ...(words.arms.includes(arm) && { arm }), segments: allListed(segments, words.segments), rules: rules.hash, ...(rules.model && { model: rules.model.id }),
      });
    },
    nudge({ rule, at, place, template }) {
      return branded({ ...made(at), kind: 'nudge', rule: listed(rule, words.rules), place: placeOf(place), template });
    },
    outcome({ rule, at, answer, afterMs, whyOpened }) {
      return branded({ ...made(at), kind: 'outcome', rule: listed(rule, words.rules), answer, afterMs: rounded(afterMs, TENTHS), whyOpened });
    },
    feedback({ rule, at, helpful }) {
      return branded({ ...made(at), kind: 'feedback', rule: listed(rule, words.rules), helpful });
    },
  };
}

function listed(word: string, words: readonly string[], otherwise = 'other'): string {
  return words.includes(word) ? word : otherwise;
}

function allListed(given: readonly string[], words: readonly string[]): readonly string[] {
  return given.filter((word) => words.includes(word)).slice(0, MOST_WORDS);
}

/** A `data-furrow` name, or a path of tags and roles with sibling numbers (`main>form>button[2]`); nothing else is a place. */
function placeOf(place: string): string {
  return place.length <= LONGEST_PLACE && /^(>[a-z][a-z0-9-]*(\[\d{1,4}\])?)+$/i.test(`>${place}`) ? place : 'other';
}

/** Without words, only numbers and flags. */
function evidenceOf(evidence: Evidence, words: readonly string[] | undefined): Evidence {
  const copied: Record<string, Evidence[string]> = {};
  for (const [key, kind] of Object.entries(evidenceKinds)) {
    const value = cleaned(evidence[key], kind, words);
    if (value !== undefined) copied[key] = value;
  }
  return copied;
}

function cleaned(value: Evidence[string] | undefined, kind: EvidenceKind, words: readonly string[] | undefined): Evidence[string] | undefined {
  if (typeof value === 'boolean') return kind === 'flag' ? value : undefined;
  if (typeof value === 'number') return kind === 'count' || kind === 'ms' ? rounded(value, kind === 'ms' ? TENTHS : 1) : undefined;
  if (!words || value === undefined) return undefined;
  return (kind === 'listed' ? words.includes(value) : typeof kind === 'object' && kind.includes(value)) ? value : undefined;
}

/** To so many parts of one. Not a number becomes 0; a day in ms is the most that anything here amounts to. */
function rounded(value: number, parts: number): number {
  return Math.round(Math.min(864e5, Math.max(0, value || 0)) * parts) / parts;
}

function branded(copied: Copied<Fact>): Fact {
  return copied as Fact;
}
