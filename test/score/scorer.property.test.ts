import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScorer } from '../../src/score/scorer';
import type { Scorer } from '../../src/parts';
import type { Model, Rule, Score } from '../../src/types';
import { givenRule, givenSignal } from './given';
import { anyHistory, anyModel, anyRule } from './histories';
import { reference, type Told } from './reference';

const anyLaterS = fc.integer({ min: 0, max: 100_000 });

function heard(rule: Rule, model: Model | undefined, history: readonly Told[], meanwhile: (scorer: Scorer, now: number) => void = () => undefined): Scorer {
  const scorer = createScorer({ rules: [rule], model });
  for (const { signal, told } of history) {
    scorer.add(signal, told);
    meanwhile(scorer, told);
  }
  return scorer;
}

const endOf = (history: readonly Told[]) => history.at(-1)?.told ?? 0;

const sumOf = ({ contributions }: Score) => contributions.reduce((sum, { points }) => sum + points, 0);

/** Whether some kind came oftener than a scorer tells apart. */
const isLong = (history: readonly Told[]) => ['rage-click', 'dead-click', 'long-wait', 'app:refused'].some((name) => history.filter(({ signal }) => signal.name === name && !signal.amends).length > 12);

test('a score is what the formula says, whatever the visitor got into', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(), anyLaterS, (rule, model, history, laterS) => {
    const now = endOf(history) + laterS * 1000;
    const { value, confidence } = heard(rule, model, history).at(rule, now);
    const right = reference(rule, model, history, now);
    expect(Math.abs(value - right.value)).toBeLessThan(1e-9);
    if (!isLong(history)) expect(Math.abs(confidence - right.confidence)).toBeLessThan(1e-9);
  }), { numRuns: 500 });
});

test('a score is a number from 0 to 100, and its reasons add up to it', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(80), anyLaterS, (rule, model, history, laterS) => {
    const score = heard(rule, model, history).at(rule, endOf(history) + laterS * 1000);
    expect(score.value >= 0 && score.value <= 100 && score.confidence >= 0 && score.confidence <= 1).toBe(true);
    expect(Math.abs(Math.min(100, Math.max(0, sumOf(score))) - score.value)).toBeLessThan(1e-9);
  }), { numRuns: 300 });
});

test('a score keeps its reasons, whatever comes after', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(), fc.nat(), (rule, model, history, cut) => {
    const half = history.slice(0, cut % (history.length + 1));
    const scorer = heard(rule, model, half);
    const score = scorer.at(rule, endOf(half));
    for (const { signal, told } of history.slice(half.length)) scorer.add(signal, told);
    const atOnce = heard(rule, model, half).at(rule, endOf(half));
    expect([score.value, score.confidence, score.contributions]).toEqual([atOnce.value, atOnce.confidence, atOnce.contributions]);
  }));
});

test('asking changes nothing, not one bit', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(), anyLaterS, (rule, model, history, laterS) => {
    const now = endOf(history) + laterS * 1000;
    const asked = heard(rule, model, history, (scorer, told) => {
      const score = scorer.at(rule, told + 5000);
      scorer.bar(rule, told + 70_000);
      scorer.without(rule, told);
      return [score.confidence, score.contributions];
    });
    const [one, other] = [asked, heard(rule, model, history)];
    expect(JSON.stringify([one.at(rule, now), one.bar(rule, now)])).toBe(JSON.stringify([other.at(rule, now), other.bar(rule, now)]));
  }));
});

test('rules that count alike have the score that each has alone', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(), (rule, model, history) => {
    const twin = { ...rule, id: 'twin', help: { ...rule.help, score: 1 } };
    const scorer = createScorer({ rules: [rule, twin], model });
    for (const { signal, told } of history) scorer.add(signal, told);
    const now = endOf(history);
    const alone = heard(twin, model, history);
    expect([scorer.at(twin, now).value, scorer.bar(twin, now)]).toEqual([alone.at(twin, now).value, alone.bar(twin, now)]);
    expect(scorer.bar(rule, now)).toEqual(heard(rule, model, history).bar(rule, now));
  }));
});

test('what is taken back was never there', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(20), fc.integer({ min: 0, max: 5 }), anyLaterS, (rule, model, history, which, laterS) => {
    const gone = history.at(-1 - which)?.signal.id;
    fc.pre(gone !== undefined);
    const now = endOf(history) + laterS * 1000;
    const scorer = heard(rule, model, history);
    const last = history.findLast(({ signal }) => signal.id === gone)!.signal;
    scorer.add({ ...last, strength: 0, amends: true }, endOf(history));
    const never = heard(rule, model, history.filter(({ signal }) => signal.id !== gone));
    fc.pre(!isLong(history));
    expect(JSON.stringify(scorer.at(rule, now))).toBe(JSON.stringify(never.at(rule, now)));
  }));
});

test('it does not matter when more is told of a trouble, nor in which order', () => {
  fc.assert(fc.property(anyRule, anyModel, anyHistory(12), fc.infiniteStream(fc.integer({ min: 0, max: 100 })), (rule, model, history, hundredths) => {
    const first = history.filter(({ signal }) => !signal.amends);
    const clearer = first.map(({ signal, told }) => ({ told, signal: { ...signal, strength: hundredths.next().value! / 100 } }));
    const [forth, back] = [heard(rule, model, first), heard(rule, model, first)];
    for (const { signal } of clearer) forth.add({ ...signal, amends: true }, endOf(history));
    for (const { signal } of [...clearer].reverse()) back.add({ ...signal, amends: true }, endOf(history) + 9000);
    const now = endOf(history) + 10_000;
    const atOnce = JSON.stringify(heard(rule, model, clearer).at(rule, now));
    expect([forth, back].map((scorer) => JSON.stringify(scorer.at(rule, now)))).toEqual([atOnce, atOnce]);
  }));
});

test('more trouble never makes a score smaller, nor less sure, however long it has been going on', () => {
  const rule = givenRule({ signals: [{ signal: 'rage-click', points: 9 }, { signal: 'dead-click', points: 7, fades: '5m' }, { signal: 'app:refused', points: 2, fades: '2s' }, { signal: 'long-wait', points: -20 }] });
  fc.assert(fc.property(anyHistory(120), fc.integer({ min: 0, max: 100 }), fc.constantFrom('rage-click', 'dead-click', 'app:refused'), (history, hundredths, name) => {
    const scorer = heard(rule, undefined, history);
    const now = endOf(history);
    const before = scorer.at(rule, now);
    scorer.add(givenSignal({ id: 'more', name: name as 'rage-click', strength: hundredths / 100, place: 'elsewhere' }), now);
    const after = scorer.at(rule, now);
    expect(after.value).toBeGreaterThanOrEqual(before.value - 1e-9);
    expect(after.confidence).toBeGreaterThanOrEqual(before.confidence - 1e-9);
  }), { numRuns: 300 });
});

test('without those reasons the rule would have stayed silent', () => {
  let told = 0;
  fc.assert(fc.property(anyRule, anyModel, anyHistory(20), (rule, model, history) => {
    const now = endOf(history);
    const scorer = heard(rule, model, history);
    const found = scorer.without(rule, now);
    fc.pre(found !== undefined && !isLong(history));
    told++;
    const score = scorer.at(rule, now);
    expect(scorer.bar(rule, now).reachedAt !== undefined && score.confidence >= rule.help.confidence).toBe(true);
    const reasons = score.contributions.filter(({ points, signal }) => points > 0 && signal !== 'model').sort((a, b) => b.points - a.points);
    const left = (many: number) => reference(rule, model, history.filter(({ signal }) => !reasons.slice(0, many).some((reason) => reason.signal === signal.name && reason.place === signal.place)), now);
    const { value, confidence } = left(found.without);
    expect(Math.max(Math.abs(found.score - value), Math.abs(found.confidence - confidence))).toBeLessThan(1e-9);
    expect(found.flips === 'score' ? value < rule.help.score : confidence < rule.help.confidence).toBe(true);
    expect(found.needs).toBe(rule.help[found.flips]);
  }), { numRuns: 1500 });
  expect(told).toBeGreaterThan(20);
});
