import { expect, test } from 'vitest';
import { armIn, armOf, isHeldOut } from '../../src/decide/arm';
import type { Experiment } from '../../src/types';

const VISITS = 100_000;

/** Chance alone gives more than this once in 10,000 times, by degrees of freedom. */
const CHI_SQUARE: Readonly<Record<number, number>> = { 1: 15.14, 2: 18.42, 3: 21.11, 4: 23.51, 99: 160.06 };

/** Version 4 UUIDs, the same in every run, so that a test that passes once passes always. */
function givenVisits(): readonly string[] {
  let state = 20_260_329;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const hex = (digits: number): string => (next() % 16 ** digits).toString(16).padStart(digits, '0');
  return Array.from({ length: VISITS }, () => `${hex(4)}${hex(4)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(4)}${hex(4)}${hex(4)}`);
}

const visits = givenVisits();
const counted = visits.map((_, i) => `visit-${i}`);

const evenly = (id: string, arms: number, control = 0): Experiment => ({
  id, control, variants: Array.from({ length: arms }, (_, i) => ({ id: `v${i}`, share: 100 / arms, nudge: undefined })),
});

function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0);
}

function countsOf(names: readonly string[], drawn: readonly string[]): readonly number[] {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const name of drawn) counts.set(name, counts.get(name)! + 1);
  return [...counts.values()];
}

test.each([['random', visits], ['counted', counted]] as const)('arms are drawn evenly for %s visits', (_, keys) => {
  for (const arms of [2, 3, 4]) {
    for (const id of ['words', 'card-words', 'b']) {
      const experiment = evenly(id, arms);
      const counts = countsOf(experiment.variants.map((variant) => variant.id), keys.map((key) => armIn(experiment, key)));
      expect(chiSquare(counts, counts.map(() => VISITS / arms))).toBeLessThan(CHI_SQUARE[arms - 1]!);
    }
  }
});

test.each([['random', visits], ['counted', counted]] as const)('the numbers lie evenly between 0 and 1 for %s visits', (_, keys) => {
  const counts = Array.from({ length: 100 }, () => 0);
  for (const key of keys) counts[Math.floor(armOf(key, 'shop') * 100)]! += 1;
  expect(chiSquare(counts, counts.map(() => VISITS / 100))).toBeLessThan(CHI_SQUARE[99]!);
});

test('five visits in a hundred are held out', () => {
  const held = visits.filter((visit) => isHeldOut({ percent: 5, salt: 'shop' }, visit)).length;
  expect(chiSquare([held, VISITS - held], [VISITS * 0.05, VISITS * 0.95])).toBeLessThan(CHI_SQUARE[1]!);
});

test('nobody is held out of nothing, and nobody is in a control that is not there', () => {
  expect(visits.some((visit) => isHeldOut({ percent: 0, salt: 'shop' }, visit))).toBe(false);
  expect(visits.some((visit) => armIn(evenly('words', 2), visit) === 'control')).toBe(false);
});

test('unequal shares, with a control before them', () => {
  const experiment: Experiment = { id: 'words', control: 20, variants: [{ id: 'a', share: 75, nudge: undefined }, { id: 'b', share: 25, nudge: undefined }] };
  const counts = countsOf(['control', 'a', 'b'], visits.map((visit) => armIn(experiment, visit)));
  expect(chiSquare(counts, [0.2, 0.6, 0.2].map((share) => share * VISITS))).toBeLessThan(CHI_SQUARE[2]!);
});

test('who is in one arm here may be in any arm there', () => {
  const pairs: readonly (readonly [Experiment, Experiment])[] = [
    [evenly('a', 2), evenly('b', 2)], [evenly('words-1', 2), evenly('words-2', 2)], [evenly('words', 2), evenly('words ', 2)], [evenly('words', 2), evenly('control', 2)],
  ];
  for (const [one, other] of pairs) {
    const counts = countsOf(['v0 v0', 'v0 v1', 'v1 v0', 'v1 v1'], visits.map((visit) => `${armIn(one, visit)} ${armIn(other, visit)}`));
    expect(chiSquare(counts, counts.map(() => VISITS / 4))).toBeLessThan(CHI_SQUARE[3]!);
  }
});

test('to be held out says nothing about the arm, even where both are called the same', () => {
  const experiment = evenly('shop', 2, 50);
  const drawn = visits.filter((visit) => isHeldOut({ percent: 50, salt: 'shop' }, visit)).map((visit) => armIn(experiment, visit));
  const counts = countsOf(['control', 'v0', 'v1'], drawn);
  expect(chiSquare(counts, [0.5, 0.25, 0.25].map((share) => share * drawn.length))).toBeLessThan(CHI_SQUARE[2]!);
});

test('a visit stays in its arm over reloads, whoever comes before it', () => {
  const experiment = evenly('words', 3, 10);
  const first = new Map(visits.map((visit) => [visit, armIn(experiment, visit)]));
  expect([...visits].reverse().filter((visit) => armIn({ ...experiment }, visit) !== first.get(visit))).toEqual([]);
});

test('a control that is added or enlarged moves nobody from one variant to the other', () => {
  const moved = visits.filter((visit) => {
    const [none, small, large] = [0, 10, 50].map((control) => armIn(evenly('words', 3, control), visit));
    return (small !== none && small !== 'control') || (large !== small && large !== 'control');
  });
  expect(moved).toEqual([]);
});

test('a holdout that is enlarged keeps those who were in it', () => {
  const kept = visits.filter((visit) => isHeldOut({ percent: 5, salt: 'shop' }, visit));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((visit) => !isHeldOut({ percent: 10, salt: 'shop' }, visit))).toEqual([]);
});

test('shares that leave a little over leave nobody without an arm', () => {
  const experiment: Experiment = { id: 'words', control: 0, variants: ['a', 'b', 'c'].map((id) => ({ id, share: 0.001, nudge: undefined })) };
  expect(visits.slice(0, 1000).every((visit) => ['a', 'b', 'c'].includes(armIn(experiment, visit)))).toBe(true);
});

/** The same in whole numbers without end, straight from the papers: FNV-1a (32 bit) and MurmurHash3's fmix32. */
function drawnSlowly(key: string, salt: string): number {
  const word = 2n ** 32n;
  let hash = 2_166_136_261n;
  for (const byte of new TextEncoder().encode(`${salt}\0${key}`)) hash = ((hash ^ BigInt(byte)) * 16_777_619n) % word;
  hash = ((hash ^ (hash >> 16n)) * 2_246_822_507n) % word;
  hash = ((hash ^ (hash >> 13n)) * 3_266_489_909n) % word;
  return Number(hash ^ (hash >> 16n)) / Number(word);
}

test('the number is the one that anybody else would calculate', () => {
  for (const visit of visits.slice(0, 1000)) expect(armOf(visit, 'shop')).toBe(drawnSlowly(visit, 'shop'));
  expect(armOf('', '')).toBe(drawnSlowly('', ''));
});
