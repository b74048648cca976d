import { expect, test } from 'vitest';
import { createScorer } from '../../src/score/scorer';
import { givenRule, givenSignal } from './given';

/** A rule with the bar at 60, and its scorer. */
function setup(rule: object = {}) {
  const given = givenRule({ signals: [{ signal: 'rage-click', points: 100 }, { signal: 'app:paid', points: -40 }], ...rule });
  const scorer = createScorer({ rules: [given], model: undefined });
  let count = 0;
  return {
    rage: (strength: number, now: number) => scorer.add(givenSignal({ id: `s${++count}`, strength }), now),
    more: (strength: number, now: number) => scorer.add(givenSignal({ id: `s${count}`, strength, amends: true }), now),
    paid: (now: number) => scorer.add(givenSignal({ id: 'paid', name: 'app:paid', strength: 1, names: [] }), now),
    bar: (now: number) => scorer.bar(given, now),
    spoke: () => scorer.spoke(given),
  };
}

test('a score under the bar has not reached it', () => {
  const { rage, bar } = setup();
  rage(0.5, 0);
  expect(bar(0)).toEqual({ reachedAt: undefined, upSince: undefined, spoken: false });
});

test('help that waits is not lost to a little fading', () => {
  const { rage, bar } = setup();
  rage(0.65, 1000);
  expect(bar(20_000).reachedAt).toBe(1000);
  expect(bar(40_000).reachedAt).toBeUndefined();
});

test('new trouble renews the time, more about a known one does not', () => {
  const { rage, more, bar } = setup();
  rage(0.8, 1000);
  more(0.9, 3000);
  expect(bar(3000).reachedAt).toBe(1000);
  rage(0.7, 5000);
  expect(bar(5000).reachedAt).toBe(5000);
});

test('trouble that becomes clear later reaches the bar then', () => {
  const { rage, more, bar } = setup();
  rage(0.5, 1000);
  more(0.8, 3000);
  expect(bar(3000).reachedAt).toBe(3000);
});

test('a good sign renews nothing', () => {
  const { rage, paid, bar } = setup({ help: { score: 50 } });
  rage(1, 1000);
  paid(2000);
  expect(bar(2000).reachedAt).toBe(1000);
});

test('a hiccup lowers the bar at once', () => {
  const { rage, more, bar } = setup();
  rage(0.8, 1000);
  more(0, 2000);
  expect(bar(2000).reachedAt).toBeUndefined();
});

test('who was offered help is not offered it again for the same trouble', () => {
  const { rage, bar, spoke } = setup();
  rage(0.8, 0);
  spoke();
  rage(0.8, 10_000);
  expect(bar(10_000).spoken).toBe(true);
});

test('when the trouble is over, new trouble is heard again', () => {
  const { rage, bar, spoke } = setup();
  rage(0.8, 0);
  spoke();
  rage(0.8, 600_000);
  expect(bar(600_000)).toEqual({ reachedAt: 600_000, upSince: 600_000, spoken: false });
});

test('a rule that needs little is over when half of it has gone', () => {
  const { rage, bar } = setup({ help: { score: 8 } });
  rage(0.1, 0);
  expect(bar(60_000).reachedAt).toBe(0);
  expect(bar(150_000).reachedAt).toBeUndefined();
});

test('a score is up since it reached the bar, whatever new trouble comes, until it has fallen', () => {
  const { rage, bar } = setup();
  rage(0.8, 1000);
  rage(0.8, 5000);
  expect(bar(5000)).toEqual({ reachedAt: 5000, upSince: 1000, spoken: false });
  rage(0.8, 900_000);
  expect(bar(900_000).upSince).toBe(900_000);
});
