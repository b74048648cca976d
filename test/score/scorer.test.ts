import { expect, test } from 'vitest';
import { createScorer } from '../../src/score/scorer';
import type { Score, Signal } from '../../src/types';
import { givenRule, givenRules, givenSignal } from './given';

const BAR = 60;

/** The score of the ten-line rule after signals, each told at its `at`. */
function scoreAfter(...signals: readonly Partial<Signal>[]): Score {
  return scoreOf(givenRule(), signals);
}

function scoreOf(rule: ReturnType<typeof givenRule>, signals: readonly Partial<Signal>[], now = Math.max(0, ...signals.map(({ at = 0 }) => at))): Score {
  const scorer = createScorer({ rules: [rule], model: undefined });
  signals.forEach((signal, index) => scorer.add(givenSignal({ id: `s${index}`, ...signal }), signal.at ?? 0));
  return scorer.at(rule, now);
}

test('one clear rage-click is enough', () => {
  const { value, confidence } = scoreAfter({ strength: 0.7 });
  expect(value).toBeCloseTo(63);
  expect(confidence).toBeCloseTo(0.63);
});

test('an uncertain rage-click is not', () => {
  expect(scoreAfter({ strength: 0.6 }).value).toBeLessThan(BAR);
});

test('an error that keeps coming back is enough, a storm that nobody pressed for is not', () => {
  expect(scoreAfter({ name: 'error-loop', strength: 0.8 }).value).toBeGreaterThanOrEqual(BAR);
  expect(scoreAfter({ name: 'error-loop', strength: 0.6 }).value).toBeLessThan(BAR);
});

test.each([0.55, 0.75, 0.8])('one dead click is not enough (strength %d)', (strength) => {
  expect(scoreAfter({ name: 'dead-click', strength }).value).toBeLessThan(BAR);
});

test('a second press on the same dead button is', () => {
  const rule = givenRule();
  const scorer = createScorer({ rules: [rule], model: undefined });
  scorer.add(givenSignal({ name: 'dead-click', strength: 0.75 }), 0);
  const [score] = scorer.add(givenSignal({ name: 'dead-click', strength: 0.85, evidence: { count: 2 }, amends: true }), 3000);
  expect(score?.value).toBeGreaterThan(58);
  expect(score?.confidence).toBeCloseTo(0.85);
});

test('two dead clicks are enough, also twenty seconds apart and where only the pointer promised something', () => {
  const { value, confidence } = scoreAfter({ name: 'dead-click', strength: 0.55 }, { name: 'dead-click', strength: 0.55, place: 'other', at: 20_000 });
  expect(value).toBeGreaterThanOrEqual(BAR);
  expect(confidence).toBeGreaterThanOrEqual(0.6);
});

test('a dead click after a long pause in a field is enough', () => {
  const { value, confidence } = scoreAfter({ name: 'field-hesitation', strength: 0.5, place: 'coupon' }, { name: 'dead-click', strength: 0.55, at: 5000 });
  expect(value).toBeGreaterThanOrEqual(BAR);
  expect(confidence).toBeGreaterThanOrEqual(0.6);
});

test('who pauses in every field is not in trouble for that', () => {
  const pauses = Array.from({ length: 8 }, (_, index) => ({ name: 'field-hesitation', strength: 0.9, place: `field-${index}`, at: index * 1000 } as const));
  const score = scoreAfter(...pauses);
  expect(score.value).toBeCloseTo(45);
  expect(score.contributions).toHaveLength(8);
});

test('a workflow left early is not enough, left after trouble on its last step it is', () => {
  expect(scoreAfter({ name: 'workflow-abandon', strength: 0.8 }).value).toBeLessThan(BAR);
  expect(scoreAfter({ name: 'workflow-abandon', strength: 0.9 }).value).toBeGreaterThanOrEqual(BAR);
});

test('what the host tells twice in a minute and a half is enough', () => {
  const rule = givenRule({ signals: [{ signal: 'app:card-refused' }] });
  const told = { name: 'app:card-refused', strength: 1, names: [], place: 'page' } as const;
  expect(scoreOf(rule, [told]).value).toBe(40);
  expect(scoreOf(rule, [told, { ...told, at: 90_000 }]).value).toBeGreaterThanOrEqual(BAR);
});

test('trouble of a minute and a half ago counts half', () => {
  const rule = givenRule();
  expect(scoreOf(rule, [{ strength: 1 }], 90_000).value).toBeCloseTo(45);
});

test('a signal fades from when it was told, not from when its trouble began', () => {
  const rule = givenRule();
  const scorer = createScorer({ rules: [rule], model: undefined });
  const [score] = scorer.add(givenSignal({ name: 'workflow-abandon', at: 0, strength: 0.9 }), 180_000);
  expect(score?.value).toBeCloseTo(63);
});

test('a good sign takes points away, and certainty', () => {
  const rule = givenRule({ signals: [{ signal: 'rage-click' }, { signal: 'app:card-accepted', points: -50 }] });
  const score = scoreOf(rule, [{ strength: 1 }, { name: 'app:card-accepted', strength: 1, names: [], place: 'page' }]);
  expect(score.value).toBeCloseTo(40);
  expect(score.confidence).toBeCloseTo(0.45);
});

test('a second refusal within two minutes counts, the first does not', () => {
  const rule = givenRule({ signals: [{ signal: 'app:card-refused', atLeast: 2, within: '2m', points: 60 }] });
  const refused = { name: 'app:card-refused', strength: 1, names: [] } as const;
  expect(scoreOf(rule, [refused]).contributions).toEqual([]);
  const { value, contributions } = scoreOf(rule, [refused, { ...refused, at: 110_000 }]);
  expect(value).toBeCloseTo(60);
  expect(contributions).toMatchObject([{ count: 2, points: value }]);
  expect(scoreOf(rule, [refused, { ...refused, at: 130_000 }]).value).toBe(0);
});

test('after a match the counting begins anew', () => {
  const rule = givenRule({ signals: [{ signal: 'dead-click', atLeast: 2, within: '1m', points: 30, fades: '999999w' }] });
  const dead = { name: 'dead-click', strength: 1 } as const;
  expect(scoreOf(rule, [dead, dead, dead]).value).toBeCloseTo(30);
  expect(scoreOf(rule, [dead, dead, dead, dead]).value).toBeCloseTo(60);
});

test('a match is as strong as its sightings together', () => {
  const rule = givenRule({ signals: [{ signal: 'dead-click', atLeast: 2, within: '1m', points: 50 }] });
  const { value, contributions } = scoreOf(rule, [{ name: 'dead-click', strength: 1, place: 'a' }, { name: 'dead-click', strength: 0.5, place: 'b' }]);
  expect(value).toBeCloseTo(37.5);
  expect(contributions.map(({ place, points }) => [place, points])).toEqual([['a', 25], ['b', 12.5]]);
});

test('one signal adds no more than its `max`', () => {
  const rule = givenRule({ signals: [{ signal: 'dead-click', points: 40, max: 50 }] });
  const dead = { name: 'dead-click', strength: 1 } as const;
  expect(scoreOf(rule, [dead, dead, dead]).value).toBeCloseTo(50);
});

test('more about a trouble replaces what was known of it', () => {
  const rule = givenRule();
  const scorer = createScorer({ rules: [rule], model: undefined });
  scorer.add(givenSignal({ strength: 0.6 }), 0);
  const [score] = scorer.add(givenSignal({ strength: 0.8, evidence: { n: 6, dead: true }, amends: true }), 0);
  expect(score?.value).toBeCloseTo(72);
  expect(score?.contributions).toMatchObject([{ count: 1, evidence: { n: 6, dead: true } }]);
});

test('a hiccup takes its points back', () => {
  const rule = givenRule();
  const scorer = createScorer({ rules: [rule], model: undefined });
  scorer.add(givenSignal(), 0);
  expect(scorer.add(givenSignal({ strength: 0, amends: true }), 5000)).toMatchObject([{ value: 0, confidence: 0, contributions: [] }]);
});

test('when the visitor got through, the trouble before is forgotten, and more about it too', () => {
  const rule = givenRule({ resolved: [{ event: 'app:paid' }] });
  const scorer = createScorer({ rules: [rule], model: undefined });
  scorer.add(givenSignal(), 0);
  expect(scorer.add(givenSignal({ id: 's2', name: 'app:paid', names: [], place: 'page' }), 100)).toMatchObject([{ value: 0 }]);
  expect(scorer.add(givenSignal({ evidence: { dead: true }, amends: true }), 200)).toEqual([]);
});

test('the heaviest evidence is told, and the element seen last', () => {
  const [first, last] = [{ tagName: 'FIRST' }, { tagName: 'LAST' }] as unknown as [Element, Element];
  const score = scoreAfter({ evidence: { n: 8 }, strength: 1, target: first }, { evidence: { n: 4 }, target: last, at: 100 });
  expect(score.contributions).toMatchObject([{ count: 2, evidence: { n: 8 } }]);
  expect(score.contributions[0]?.target).toBe(last);
});

test('trouble elsewhere does not touch a rule', () => {
  const rules = givenRules(
    { id: 'page', where: { page: '/checkout/*' } },
    { id: 'element', where: { element: ['pay', 'coupon'] } },
    { id: 'elsewhere', where: { page: '/settings' } },
    { id: 'other-element', where: { page: '/checkout/*', element: 'newsletter' } },
  );
  expect(createScorer(rules).add(givenSignal(), 0).map(({ rule }) => rule)).toEqual(['page', 'element']);
});

test('a term may look at another element than its rule', () => {
  const rules = givenRules({ id: 'card', where: { element: 'card-number' }, signals: [{ signal: 'rage-click', on: 'pay' }] });
  expect(createScorer(rules).add(givenSignal(), 0)).toHaveLength(1);
});

test('a structural place is an element too', () => {
  const rule = { ...givenRule(), where: { page: [], workflow: undefined, step: [], element: ['main>form>button'], device: 'any' as const } };
  expect(scoreOf(rule, [{ names: [], place: 'main>form>button' }]).value).toBeGreaterThan(0);
});

test('what the host tells without an element counts for every element of the page', () => {
  const rules = givenRules({ id: 'card', where: { page: '/checkout/*', element: 'card-number' }, signals: [{ signal: 'app:card-refused' }] });
  const refused = givenSignal({ name: 'app:card-refused', names: [], place: 'page' });
  expect(createScorer(rules).add(refused, 0)).toHaveLength(1);
  expect(createScorer(rules).add({ ...refused, names: ['coupon'] }, 0)).toHaveLength(0);
  expect(createScorer(rules).add({ ...refused, pages: ['/cart'] }, 0)).toHaveLength(0);
});

test('an abandonment belongs to the step that was left, wherever the visitor went', () => {
  const rule = { ...givenRule(), where: { page: [], workflow: 'checkout', step: ['payment'], element: [], device: 'any' as const } };
  const left = { name: 'workflow-abandon', steps: [], names: [], evidence: { workflow: 'checkout', step: 'payment' } } as const;
  expect(scoreOf(rule, [left]).value).toBeGreaterThan(0);
  expect(scoreOf(rule, [{ ...left, evidence: { workflow: 'checkout', step: 'address' } }]).value).toBe(0);
  expect(scoreOf(rule, [{ steps: ['checkout/payment'] }]).value).toBeGreaterThan(0);
  expect(scoreOf(rule, [{ steps: ['returns/payment'] }]).value).toBe(0);
});

test('rules are asked in the order of their priority', () => {
  const rules = givenRules({ id: 'low', priority: 'low' }, { id: 'usual' }, { id: 'high', priority: 'high' });
  expect(createScorer(rules).add(givenSignal(), 0).map(({ rule }) => rule)).toEqual(['high', 'usual', 'low']);
});

test('a rule that nobody knows has nothing to say', () => {
  const scorer = createScorer({ rules: [], model: undefined });
  expect(scorer.at(givenRule(), 0)).toMatchObject({ value: 0, contributions: [] });
  expect(scorer.bar(givenRule(), 0)).toEqual({ reachedAt: undefined, upSince: undefined, spoken: false });
});

test('a day of trouble takes no more memory than a minute of it', () => {
  const rule = givenRule();
  const scorer = createScorer({ rules: [rule], model: undefined });
  for (let index = 0; index < 2000; index++) scorer.add(givenSignal({ id: `s${index}` }), index * 10_000);
  expect(scorer.at(rule, 20_000_000).contributions[0]?.count).toBeLessThanOrEqual(50);
});

test('only what lasted long enough counts, also where that is known later', () => {
  const rule = givenRule({ signals: [{ signal: 'long-wait', longerThan: '8s', points: 60 }] });
  const scorer = createScorer({ rules: [rule], model: undefined });
  const waits = (ms: number, amends: boolean) => scorer.add(givenSignal({ name: 'long-wait', strength: 1, evidence: { ms }, amends }), 0)[0]?.value;
  expect([waits(5000, false), waits(7949, true), waits(7950, true), waits(12_000, true)]).toEqual([0, 0, 60, 60]);
});

test('where a signal tells no time of its own, its span says how long it lasted', () => {
  const rule = givenRule({ signals: [{ signal: 'dead-click', longerThan: '2s' }] });
  expect(scoreOf(rule, [{ name: 'dead-click', evidence: { spanMs: 3000 } }]).value).toBeGreaterThan(0);
  expect(scoreOf(rule, [{ name: 'dead-click', evidence: {} }]).value).toBe(0);
});

test('a scorer hears no more than a fact tells: whole seconds of the clock, hundredths, tenths of a second', () => {
  const rule = givenRule({ signals: [{ signal: 'long-wait', longerThan: '3s' }, { signal: 'rage-click' }] });
  const loadedAt = 1_766_000_000_333.7;
  const inPage = createScorer({ rules: [rule], model: undefined }, (pageMs) => loadedAt + pageMs);
  const fromFacts = createScorer({ rules: [rule], model: undefined });
  const second = (pageMs: number) => Math.floor((loadedAt + pageMs) / 1000) * 1000;
  const seen = [
    [givenSignal({ id: 's1', strength: 0.7249 }), 1200.4],
    [givenSignal({ id: 's2', name: 'long-wait', strength: 0.8051, evidence: { ms: 2951 } }), 61_666.2],
    [givenSignal({ id: 's1', strength: 0.9, amends: true }), 61_666.3],
  ] as const;
  for (const [signal, now] of seen) {
    const { ms } = signal.evidence;
    inPage.add(signal, now);
    fromFacts.add({ ...signal, strength: Math.round(signal.strength * 100) / 100, evidence: ms ? { ms: Math.round(Number(ms) * 0.01) / 0.01 } : {} }, second(now));
  }
  const [page, facts] = [inPage.at(rule, 99_999.9), fromFacts.at(rule, second(99_999.9))];
  expect([page.value, page.confidence]).toEqual([facts.value, facts.confidence]);
  expect(page.value).toBeGreaterThan(60);
  expect(page.at).toBe(99_999.9);
});

test('it is known when a signal was told last, and more about it is no telling', () => {
  const scorer = createScorer({ rules: [givenRule()], model: undefined });
  scorer.add(givenSignal({ name: 'app:paid' }), 1500);
  scorer.add(givenSignal({ name: 'app:paid', amends: true }), 4000);
  expect([scorer.lastAt('app:paid'), scorer.lastAt('rage-click')]).toEqual([1500, undefined]);
});

test('a score that is written down has its reasons', () => {
  const { value, confidence, contributions } = scoreAfter({ strength: 0.7 });
  expect(JSON.parse(JSON.stringify(scoreAfter({ strength: 0.7 })))).toEqual({ rule: 'help', at: 0, value, confidence, contributions });
});
