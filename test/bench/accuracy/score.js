import { createRandom } from './random.js';
import { isHonest } from './scenarios.js';
import { judge } from './judge.js';

/** @import { Scenario, Told } from './types.ts' */
/** What was right and wrong. @typedef {{ hits: number, misses: number, falseAlarms: number }} Counts */
/** From and to. @typedef {readonly [number, number]} Interval */

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;
/** Resamples for an interval of F1; its ends then move by about 0.01 from seed to seed. */
const RESAMPLES = 2000;

/**
 * The verdicts on some signals in some runs, added up.
 * @param {readonly { scenario: Scenario, told: readonly Told[] }[]} runs
 * @param {readonly string[]} signals
 * @returns {Counts}
 */
export function count(runs, signals) {
  const verdicts = runs.flatMap(({ scenario, told }) => judge(scenario, told, signals).map(({ verdict }) => verdict));
  const of = (/** @type {string} */ wanted) => verdicts.filter((verdict) => verdict === wanted).length;
  return { hits: of('hit'), misses: of('miss'), falseAlarms: of('false alarm') };
}

/** The share of what was told that was true. @param {Counts} counts @returns {number | undefined} Nothing where nothing was told. */
export const precision = ({ hits, falseAlarms }) => ratio(hits, hits + falseAlarms);

/** The share of what was true that was told. @param {Counts} counts @returns {number | undefined} Nothing where nothing was true. */
export const recall = ({ hits, misses }) => ratio(hits, hits + misses);

/** The harmonic mean of the two. @param {Counts} counts @returns {number | undefined} */
export const f1 = ({ hits, misses, falseAlarms }) => ratio(2 * hits, 2 * hits + misses + falseAlarms);

/**
 * Wilson's interval: where a share of n lies with 95 % confidence. Unlike the plain one it stays between 0 and 1 and holds for small n.
 * @param {number} part
 * @param {number} n
 * @returns {Interval}
 */
export function wilson(part, n) {
  if (n === 0) return [0, 1];
  const share = part / n;
  const centre = share + Z ** 2 / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const scale = 1 + Z ** 2 / n;
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)];
}

/**
 * Where F1 lies with 95 % confidence: the percentile bootstrap over scenarios, since F1 is no share that a formula would hold for.
 * @param {readonly { scenario: Scenario, told: readonly Told[] }[]} runs
 * @param {readonly string[]} signals
 * @returns {Interval}
 */
export function bootstrapF1(runs, signals) {
  const random = createRandom(runs.length);
  const each = runs.map((run) => count([run], signals));
  const values = Array.from({ length: RESAMPLES }, () => {
    const sum = { hits: 0, misses: 0, falseAlarms: 0 };
    for (let draw = 0; draw < each.length; draw++) {
      const { hits = 0, misses = 0, falseAlarms = 0 } = each[Math.floor(random() * each.length)] ?? {};
      sum.hits += hits;
      sum.misses += misses;
      sum.falseAlarms += falseAlarms;
    }
    return f1(sum);
  }).filter((value) => value !== undefined).sort((one, other) => one - other); // a resample without the signal says nothing
  return [values[Math.floor(values.length * 0.025)] ?? 0, values[Math.ceil(values.length * 0.975) - 1] ?? 1];
}

/**
 * Honest visits in which something was told that is not so.
 * @param {readonly { scenario: Scenario, told: readonly Told[] }[]} runs
 * @param {readonly string[]} signals
 */
export function alarmsOnHonest(runs, signals) {
  const honest = runs.filter(({ scenario }) => isHonest(scenario));
  return { alarmed: honest.filter((run) => count([run], signals).falseAlarms > 0).length, honest: honest.length };
}

/** @param {number} part @param {number} whole */
const ratio = (part, whole) => (whole === 0 ? undefined : part / whole);
