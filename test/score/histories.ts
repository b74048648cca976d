import fc from 'fast-check';
import type { Model, Rule, Signal } from '../../src/types';
import { givenRule, givenSignal } from './given';
import type { Told } from './reference';

const anyName = fc.constantFrom<Signal['name']>('rage-click', 'dead-click', 'long-wait', 'app:refused');

const anyTerm = fc.record({
  signal: anyName,
  points: fc.integer({ min: -100, max: 100 }),
  atLeast: fc.constantFrom(1, 1, 1, 2, 3),
  within: fc.constantFrom('1s', '10s', '2m'),
  fades: fc.constantFrom('1ms', '1s', '90s', '999999w'),
  max: fc.integer({ min: 1, max: 100 }),
  longerThan: fc.constantFrom('0s', '0s', '3s'),
  on: fc.constantFrom('pay', 'coupon'),
}, { requiredKeys: ['signal', 'points', 'atLeast', 'within', 'fades', 'max'] });

export const anyRule: fc.Arbitrary<Rule> = fc.record({
  signals: fc.array(anyTerm, { minLength: 1, maxLength: 6 }),
  help: fc.record({ score: fc.integer({ min: 1, max: 100 }), confidence: fc.constantFrom('low', 'medium', 'high') }),
}).map(givenRule);

export const anyModel: fc.Arbitrary<Model | undefined> = fc.option(fc.record({
  base: fc.integer({ min: -50, max: 50 }),
  weights: fc.dictionary(anyName, fc.integer({ min: -100, max: 100 })),
  within: fc.integer({ min: 0, max: 50 }),
  calibration: fc.constantFrom<Model['calibration']>([], [[40, 0.3]], [[0, 0], [50, 0.4], [80, 0.9]]),
  id: fc.constant('m1'),
}), { nil: undefined });

const anySight = fc.record({
  name: anyName,
  hundredths: fc.integer({ min: 0, max: 100 }),
  place: fc.constantFrom('pay', 'coupon', 'form'),
  names: fc.subarray(['pay', 'coupon']),
  tenths: fc.integer({ min: 0, max: 100 }),
  afterS: fc.integer({ min: 0, max: 30 }),
  /** More about the last but so many, instead of something new. */
  more: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 }),
});

/** What a visitor gets into in a quarter of an hour; some of it is taken back, or becomes clearer. */
export function anyHistory(maxLength = 40): fc.Arbitrary<readonly Told[]> {
  return fc.array(anySight, { maxLength }).map((sights) => {
    const history: Told[] = [];
    let told = 0;
    for (const { name, hundredths, place, names, tenths, afterS, more } of sights) {
      told += afterS * 1000;
      const known = more === null ? undefined : history.at(-1 - more)?.signal;
      const now = { strength: hundredths / 100, evidence: { ms: tenths * 100 } };
      const signal = known ? { ...known, ...now, amends: true } : givenSignal({ ...now, id: `s${history.length}`, name, place, names, at: told });
      history.push({ signal, told });
    }
    return history;
  });
}
