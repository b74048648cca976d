import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact, Signal } from '../../src/types';
import { createAnonymiser } from '../../src/report/anonymise';
import { createScorer } from '../../src/score/scorer';
import { givenFile } from '../score/given';

const AT = Date.UTC(2026, 9, 28, 18, 32, 25, 678) + 0.3;
const wall = (at: number): number => AT + at;

const rules = givenFile({
  places: {
    pages: { checkout: { path: '/checkout/*' } }, elements: { card: { find: '#card' }, diagnosis: { find: '#diagnosis', private: true } },
    workflows: { buying: { steps: [{ id: 'payment', page: 'checkout' }] } },
  },
  model: { id: 'november', base: 1, weights: { 'rage-click': 20, 'app:slow': 5 }, within: 10 },
  rules: [
    { id: 'pressed', where: { page: 'checkout', element: ['card', 'pay'] }, signals: [{ signal: 'rage-click', points: 37, fades: '17s', max: 80 }, { signal: 'dead-click', on: 'diagnosis', points: 21 }] },
    { id: 'waited', signals: [{ signal: 'long-wait', longerThan: '2s', points: 33 }, { signal: 'app:slow', points: 13, atLeast: 2, within: '20s' }] },
    { id: 'buying', where: { workflow: 'buying' }, signals: [{ signal: 'workflow-abandon', points: 50 }, { signal: 'error-loop', points: -9 }] },
  ].map((rule) => ({ ...rule, nudge: { template: 'tooltip', title: 'Stuck?' }, resolved: [{ event: 'app:done' }] })),
});

/** The signal of which a fact was made, as far as the fact tells. */
function signalOf(fact: Fact): Signal {
  if (fact.kind !== 'signal') throw new Error('a signal makes a signal');
  const { id, signal, name, strength, place, names, route, pages, steps, evidence } = fact;
  return { id: signal, name: name as Signal['name'], at: fact.at, strength, place, names, route, pages, steps, evidence, amends: id !== signal };
}

const anyTold = fc.record({
  id: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
  name: fc.constantFrom('rage-click', 'dead-click', 'long-wait', 'workflow-abandon', 'error-loop', 'app:slow', 'app:done', 'app:unheard'),
  strength: fc.integer({ min: 0, max: 100 }).map((parts) => parts / 100),
  names: fc.subarray(['card', 'pay', 'diagnosis', 'unnamed']), pages: fc.subarray(['/checkout/*', 'checkout', '/elsewhere']), steps: fc.subarray(['buying/payment', 'other/step']),
  evidence: fc.record({ ms: fc.double({ min: 1900, max: 2100, noNaN: true }), dead: fc.boolean(), workflow: fc.constant('buying'), step: fc.constantFrom('payment', 'gone') }, { requiredKeys: [] }),
  waitMs: fc.double({ min: 0, max: 30_000, noNaN: true }),
  // an abandonment is of the workflow as a whole: it has no element
}).map((told) => (told.name === 'workflow-abandon' ? { ...told, names: [] } : told));

test('what is scored from facts is what the page scored, to the last bit', () => {
  fc.assert(fc.property(fc.array(anyTold, { minLength: 1, maxLength: 30 }), (history) => {
    const anonymise = createAnonymiser({ rules, signals: ['rage-click', 'dead-click', 'long-wait', 'workflow-abandon', 'error-loop'], route: () => 'other', load: () => 1, wall });
    const inThePage = createScorer(rules, wall);
    const replayed = createScorer(rules);
    const begun = new Map<string, Signal>();
    let now = 0;
    for (const { id, waitMs, ...more } of history) {
      now += waitMs;
      const before = begun.get(id);
      // more about a signal is told of the same one, at the same place
      const signal = { at: now, place: 'main>button', route: 'other', ...more, ...(before && { ...before, strength: more.strength, evidence: more.evidence }), id, amends: !!before } as Signal;
      begun.set(id, signal);
      const fact = anonymise.signal(signal, now);
      inThePage.add(signal, now);
      if (fact.kind === 'signal') replayed.add(signalOf(fact), fact.told);
      for (const rule of rules.rules) {
        const [score, again] = [inThePage.at(rule, now), replayed.at(rule, wall(now))];
        expect([again.value, again.confidence]).toEqual([score.value, score.confidence]);
      }
    }
  }), { numRuns: 500 });
});
