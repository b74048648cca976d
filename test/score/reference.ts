import type { Model, Rule, Signal, SignalTerm } from '../../src/types';

/** A signal, and the second of page time in which it was told. */
export interface Told {
  readonly signal: Signal;
  readonly told: number;
}

interface Share extends Told {
  readonly term: SignalTerm;
  readonly at: number;
  readonly points: number;
}

/** Scores by the formula of docs/rules.md, from the whole history at once and as slowly as it is written there. */
export function reference(rule: Rule, model: Model | undefined, history: readonly Told[], now: number): { readonly value: number; readonly confidence: number } {
  const shares = sharesOf(rule, settledHistory(history));
  const fadedFrom = ({ at }: Share, halfLifeMs: number) => 2 ** (-(now - at) / halfLifeMs);
  const said = rule.signals
    .map((term) => Math.min(term.max, sum(shares.filter((share) => share.term === term).map((share) => share.points * fadedFrom(share, term.fadesMs)))))
    .reduce((total, points) => total + points, 0);
  const once = shares.filter((share, index) => shares.findIndex(({ signal }) => signal === share.signal) === index);
  const meant = model && shares.length ? model.base + sum(once.map((share) => (model.weights[share.signal.name] ?? 0) * share.signal.strength * fadedFrom(share, 90_000))) : said;
  const within = model?.within ?? 0;
  const value = clamp(said + Math.min(within, Math.max(-within, meant - said)), 100);
  return { value, confidence: model?.calibration.length && shares.length ? onCurve(model.calibration, value) : sureness(shares, now) };
}

/** Every signal once: as it was told last, when it was told first. */
function settledHistory(history: readonly Told[]): readonly Told[] {
  const first = history.filter(({ signal }) => !signal.amends);
  return first.map(({ signal: { id }, told }) => ({ told, signal: history.findLast(({ signal }) => signal.id === id)!.signal }));
}

/** In the order in which they came to count. */
function sharesOf(rule: Rule, history: readonly Told[]): readonly Share[] {
  const open = new Map(rule.signals.map((term): [SignalTerm, readonly Told[]] => [term, []]));
  return history.flatMap((each) => rule.signals.flatMap((term) => {
    if (!isMeant(rule, term, each.signal)) return [];
    const match = [...open.get(term)!.filter(({ told }) => each.told - told <= term.withinMs), each];
    open.set(term, match.length < term.atLeast ? match : []);
    return match.length < term.atLeast ? [] : match.map((one) => ({ ...one, term, at: each.told, points: (term.points * one.signal.strength) / match.length }));
  }));
}

function isMeant({ where }: Rule, term: SignalTerm, { name, strength, names, place, evidence: { ms = 0 } }: Signal): boolean {
  const elements = term.on === undefined ? where.element : [term.on];
  const isThere = !elements.length || elements.some((element) => names.includes(element) || place === element) || (name.startsWith('app:') && !names.length);
  return name === term.signal && strength > 0 && Number(ms) >= term.longerThanMs && isThere;
}

function sureness(shares: readonly Share[], now: number): number {
  const first = new Map<string, { readonly told: number; readonly term: SignalTerm }>();
  const seen = new Set<Signal>();
  let allWrong = 1;
  let noGoodSign = 1;
  for (const { signal, told, term } of shares) {
    const fresh = Math.min(1, 2 * 2 ** (-(now - told) / term.fadesMs));
    const isAgain = seen.has(signal);
    seen.add(signal);
    if (isAgain) continue;
    if (term.points < 0) noGoodSign *= 1 - (signal.strength * fresh * -term.points) / 100;
    if (term.points < 0) continue;
    const before = first.get(signal.name);
    const lessened = !before ? 0 : (told - before.told < 10_000 ? 0.5 : 0.25) * Math.min(1, 2 * 2 ** (-(told - before.told) / before.term.fadesMs));
    if (!before) first.set(signal.name, { told, term });
    const failed = signal.name === 'dead-click' || signal.name.startsWith('app:') ? 1 : 0.9;
    allWrong *= 1 - signal.strength * fresh * failed * (1 - lessened);
  }
  return (1 - allWrong) * noGoodSign;
}

function onCurve(curve: Model['calibration'], score: number): number {
  const below = curve.findLast(([at]) => at <= score);
  const above = curve.find(([at]) => at > score);
  if (!below || !above) return (below ?? above)![1];
  return below[1] + ((above[1] - below[1]) * (score - below[0])) / (above[0] - below[0]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
