import type { Here } from '../../src/decide/here';
import type { Decision, PersonLevel, Purpose, Rules, Score } from '../../src/types';
import { createClock, promisesKept } from './clock';
import { countDecision, countSignal, createInVisit, type InVisit } from './inVisit';
import { createLoad, type Load } from './load';
import { createNotebook } from './notebook';
import type { OpenRules } from './openRules';
import { timeOf, type DecisionTold, type Told } from './told';
import type { VisitFacts } from './visits';

/** What became of all rules in one visit. */
export interface VisitReplayed {
  readonly key: string;
  /** When the first fact was told, in Unix ms. */
  readonly from: number;
  readonly to: number;
  readonly facts: number;
  readonly rules: ReadonlyMap<string, InVisit>;
  /** Decisions of the same rules that facts tell of, and how many came out the same. */
  readonly compared: number;
  readonly equal: number;
}

/** For who wants to see it happen. Times are Unix times in ms. */
export interface Follow {
  told(at: number, told: Told): void;
  score(at: number, score: Score): void;
  decision(decision: Decision): void;
  shown(at: number, rule: string): void;
}

const PURPOSES: readonly Purpose[] = ['notice', 'help', 'share-with-support', 'improve'];

/** Help that is due waits as long by default; who stayed longer tells more facts. */
const STAY_MS = 30_000;

/** A browser keeps a few pages to come back to; who claims to have had more must not fill the memory. */
const MOST_LOADS = 20;

/** Replays a visit from all its facts, whatever their order. */
export async function replayVisit(open: OpenRules, visit: VisitFacts, zone: string, follow?: Follow): Promise<VisitReplayed> {
  const { rules } = open;
  const facts = inOrder(visit.facts);
  const clock = createClock();
  const records = createNotebook();
  const ruleOf = new Map(rules.rules.map((rule) => [rule.id, rule]));
  const found = new Map<string, InVisit>();
  const loads = new Map<number, Load>();
  const purposes = PURPOSES.filter((purpose) => visit.purposes?.includes(purpose) ?? true);
  let attributes = knownOf(rules, facts.find((told) => told.kind === 'decision'));
  let level: PersonLevel = 'all';
  let current = 1;
  let compared = 0;
  let equal = 0;
  let failure: { readonly cause: unknown } | undefined;

  function inVisit(rule: string): InVisit {
    const known = found.get(rule) ?? createInVisit();
    found.set(rule, known);
    return known;
  }

  function loadOf(load: number): Load {
    current = load;
    const known = loads.get(load) ?? createLoad(
      { open, clock, records, visit: visit.key, load, zone, purposes: () => purposes, attributes: () => attributes, level: () => level, isHere: () => current === load },
      {
        counted(score, signal) {
          countSignal(inVisit(score.rule), signal, score, ruleOf.get(score.rule)?.help.score ?? Infinity);
          follow?.score(clock.now(), score);
        },
        decision(decision) {
          countDecision(inVisit(decision.rule), decision);
          follow?.decision(decision);
        },
        shown({ id }, { arm, stage }) {
          inVisit(id).showings.push({ at: clock.now(), silent: false, arm, stage });
          follow?.shown(clock.now(), id);
        },
        muted() { level = 'none'; },
        failed(cause) { failure ??= { cause }; },
      },
    );
    const [first = load] = loads.keys();
    if (loads.size >= MOST_LOADS && !loads.has(load)) loads.delete(first);
    loads.set(load, known);
    return known;
  }

  function compare({ rule: id, load, score, confidence, rules: hash }: DecisionTold): void {
    const rule = ruleOf.get(id);
    if (!rule || hash !== rules.hash) return;
    const ours = loadOf(load).scoreOf(rule);
    compared++;
    if (inHundredths(ours.value) === score && inHundredths(ours.confidence) === confidence) equal++;
  }

  function hear(told: Told): void {
    switch (told.kind) {
      case 'signal': return loadOf(told.load).hear(told);
      case 'decision':
        attributes = knownOf(rules, told);
        return compare(told);
      case 'nudge': inVisit(told.rule).nudges++; return;
      case 'outcome':
        inVisit(told.rule).answers.push(told.answer);
        return loads.get(current)?.answered(told.rule, told.answer);
      case 'feedback': inVisit(told.rule).ratings.push(told.helpful);
    }
  }

  for (const told of facts) {
    await clock.to(timeOf(told));
    follow?.told(clock.now(), told);
    hear(told);
    if (records.used()) await promisesKept();
  }
  const to = clock.now();
  await clock.to(clock.now() + STAY_MS);
  if (failure) throw new Error(`visit ${visit.key} cannot be replayed`, failure);
  return { key: visit.key, from: facts[0] ? timeOf(facts[0]) : to, to, facts: facts.length, rules: found, compared, equal };
}

/** Each once, in the order in which they were told; those of the same second as they arrived. */
function inOrder(facts: readonly Told[]): readonly Told[] {
  return [...new Map(facts.toReversed().map((told) => [told.id, told])).values()].reverse().sort((a, b) => timeOf(a) - timeOf(b));
}

/** The segments that are known of a visitor: those a decision names, and by the same rules also those it does not name. */
function knownOf({ hash, segments }: Rules, told: Told | undefined): Here['host']['attributes'] {
  if (told?.kind !== 'decision') return new Map();
  const named = told.segments.map((name): [string, boolean] => [name, true]);
  const others = Object.keys(segments).filter((name) => told.rules === hash && !told.segments.includes(name)).map((name): [string, boolean] => [name, false]);
  return new Map([...named, ...others]);
}

/** As a fact tells it. */
function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
