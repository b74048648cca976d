import { createRandom } from '../speed/random.js';

/** @typedef {import('../../../src/types').Signal} Signal */
/** @typedef {{ readonly id: string, readonly title: string, readonly goalUs?: number, readonly file: object }} Case */

export const RULES = 50;

/** Where a visit goes on for ten minutes, with a signal each second or so. */
export const SIGNALS = 600;

const NAMES = /** @type {const} */ ([
  'rage-click', 'dead-click', 'error-click', 'error-loop', 'field-hesitation', 'validation-storm', 'field-churn', 'scroll-thrash', 'long-wait', 'app:card-refused',
]);

/** Trouble this faint seldom adds up to help, trouble this clear does at once; both happen. */
const STRENGTHS = [0.3, 0.5, 0.6, 0.7, 0.85];

const nudge = { template: 'tooltip', title: 'Stuck?' };

/** @param {(index: number) => object} ruleOf */
const file = (ruleOf) => ({ rules: Array.from({ length: RULES }, (_, index) => ({ id: `rule-${index}`, nudge, ...ruleOf(index) })) });

/** @type {readonly Case[]} */
export const cases = [
  {
    id: 'own-places', title: 'rules on places of their own, with five signals each', goalUs: 50,
    file: file((index) => ({ where: { page: '/checkout/*', element: `place-${index}` }, signals: Array.from({ length: 5 }, (_, at) => ({ signal: NAMES[(index + at) % NAMES.length], points: 40 })) })),
  },
  {
    id: 'alike', title: 'rules that count every signal, all alike',
    file: file(() => ({ where: { page: '/checkout/*' } })),
  },
  {
    id: 'unlike', title: 'rules that count every signal, each with points of its own',
    file: file((index) => ({ where: { page: '/checkout/*' }, signals: NAMES.map((signal) => ({ signal, points: 20 + index })) })),
  },
];

/**
 * The visit that all cases meet, the same each time.
 * @returns {readonly Omit<Signal, 'at'>[]}
 */
export function visit() {
  const random = createRandom(1);
  const pick = (/** @type {number} */ of) => Math.floor(random() * of);
  return Array.from({ length: SIGNALS }, (_, index) => {
    const at = pick(RULES);
    const place = `place-${at}`;
    return {
      // one of the five that count there
      id: `s${index}`, name: NAMES[(at + pick(5)) % NAMES.length] ?? 'rage-click', strength: STRENGTHS[pick(STRENGTHS.length)] ?? 1, place, names: [place, 'checkout-form'],
      route: '/checkout/*', pages: ['/checkout/*'], steps: [], evidence: { n: 3, ms: 1200, dead: index % 2 > 0 }, amends: false,
    };
  });
}
