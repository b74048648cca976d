import { BUILT_IN_SIGNALS, isApp } from '../../src/rules/defaults';
import type { Fact, OutcomeAnswer, SignalName } from '../../src/types';

type Plain<Kind extends Fact['kind'], Keys extends keyof Extract<Fact, { kind: Kind }>> = Pick<Extract<Fact, { kind: Kind }>, 'id' | 'at' | 'kind' | Keys>;

export type SignalTold = Plain<'signal', 'route' | 'place' | 'strength' | 'signal' | 'evidence' | 'told' | 'load' | 'names' | 'pages' | 'steps'> & { readonly name: SignalName };
export type DecisionTold = Plain<'decision', 'rule' | 'score' | 'confidence' | 'load' | 'segments' | 'rules'>;

/** A fact as it was collected, as far as a replay needs it. */
export type Told = SignalTold | DecisionTold | Plain<'nudge', 'rule'> | Plain<'outcome', 'rule' | 'answer'> | Plain<'feedback', 'rule' | 'helpful'>;

/** When it came to be known, in Unix ms: of a signal, `at` is when it began. */
export function timeOf(told: Told): number {
  return told.kind === 'signal' ? told.told : told.at;
}

type Checks = Readonly<Record<string, (value: unknown) => boolean>>;

const SIGNALS: ReadonlySet<string> = new Set(BUILT_IN_SIGNALS);
const ANSWERS: Readonly<Record<OutcomeAnswer, true>> = { 'closed': true, 'not-now': true, 'never': true, 'mute': true, 'human': true, 'action': true, 'resolved': true, 'gone': true, 'off': true };

/** From there on a calendar cannot write it. */
const YEAR_10000 = Date.UTC(10_000, 0);

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSignal = (value: unknown): boolean => typeof value === 'string' && (SIGNALS.has(value) || isApp(value));

const isTime = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < YEAR_10000;
const isLoad = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

const COMMON: Checks = { id: isText, at: isTime };
const CHECKS: ReadonlyMap<unknown, Checks> = new Map<Told['kind'], Checks>([
  ['signal', {
    ...COMMON, route: isText, name: isSignal, place: isText, strength: Number.isFinite, signal: isText, evidence: isObject, told: isTime, load: isLoad,
    names: isTexts, pages: isTexts, steps: isTexts,
  }],
  ['decision', { ...COMMON, rule: isText, score: Number.isFinite, confidence: Number.isFinite, load: isLoad, segments: isTexts, rules: isText }],
  ['nudge', { ...COMMON, rule: isText }],
  ['outcome', { ...COMMON, rule: isText, answer: (value) => isText(value) && Object.hasOwn(ANSWERS, String(value)) }],
  ['feedback', { ...COMMON, rule: isText, helpful: (value) => typeof value === 'boolean' }],
]);

/** What keeps a value from being a fact; undefined where it is one. */
export function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'a fact is an object';
  const fields = new Map<string, unknown>(Object.entries(value));
  const kind = fields.get('kind');
  const checks = CHECKS.get(kind);
  if (!checks) return kind === undefined ? 'it has no "kind"' : `there is no fact of the kind ${JSON.stringify(kind).slice(0, MOST_QUOTED)}`;
  for (const key in checks) {
    const field = fields.get(key);
    if (!checks[key]?.(field)) return field === undefined ? `a ${String(kind)} has a "${key}"; was it collected by an older furrow?` : `its "${key}" cannot be ${JSON.stringify(field).slice(0, MOST_QUOTED)}`;
  }
  return undefined;
}

/** Of what is wrong, so much is shown. */
const MOST_QUOTED = 40;

export function isTold(value: unknown): value is Told {
  return faultOf(value) === undefined;
}
