import { randomUUID } from 'node:crypto';

/** A batch as furrow sends it, with facts of each kind. */
export function makeBatch(more: object = {}) {
  return {
    v: 1, id: randomUUID(), visit: randomUUID(), sdk: 'furrow/0.1.0', purposes: ['notice', 'help', 'improve'], dropped: 0,
    facts: [makeSignal(), makeDecision(), makeNudge(), makeOutcome()], ...more,
  };
}

export function makeSignal(more: object = {}) {
  const id = randomUUID();
  return {
    id, at: 1_793_212_345_000, route: '/checkout/*', kind: 'signal', name: 'rage-click', place: 'main>form>button[2]', strength: 0.82, signal: id,
    evidence: { n: 4, spanMs: 900, dead: true, input: 'mouse' }, told: 1_793_212_346_000, load: 1, names: ['card-number'], pages: ['/checkout/*', 'checkout'], steps: ['buying/payment'], ...more,
  };
}

export const makeDecision = (more: object = {}) => ({
  id: randomUUID(), at: 1_793_212_346_000, route: '/checkout/*', kind: 'decision', rule: 'card-help', gate: 'show', code: 'open', wouldShow: false, score: 71.24, confidence: 0.67,
  load: 1, stage: 0, channel: 'tooltip', review: 'no', segments: ['guests'], rules: '9f3c61ab', ...more,
});
export const makeNudge = (more: object = {}) => ({ id: randomUUID(), at: 1_793_212_346_000, route: '/checkout/*', kind: 'nudge', rule: 'card-help', place: 'pay', template: 'tooltip', ...more });
export const makeOutcome = (more: object = {}) => ({ id: randomUUID(), at: 1_793_212_351_000, route: '/checkout/*', kind: 'outcome', rule: 'card-help', answer: 'closed', afterMs: 4300, whyOpened: true, ...more });
export const makeFeedback = (more: object = {}) => ({ id: randomUUID(), at: 1_793_212_353_000, route: '/checkout/*', kind: 'feedback', rule: 'card-help', helpful: true, ...more });

export const makeErasure = (more: object = {}) => ({ v: 1, id: randomUUID(), erase: randomUUID(), sdk: 'furrow/0.1.0', ...more });
