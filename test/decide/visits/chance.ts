import { createRandom } from '../../bench/speed/random.js';

/** Chance that is the same each time. */
export interface Chance {
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** The key, where it happens; to be spread into an object. */
  maybe<T>(share: number, key: string, make: () => T): Readonly<Record<string, T>>;
  /** Some of them, in their order. */
  some<T>(list: readonly T[]): readonly T[];
}

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  const chance: Chance = {
    happens: (share) => random() < share,
    pick: (list) => list[Math.floor(random() * list.length)]!,
    maybe: (share, key, make) => (random() < share ? { [key]: make() } : {}),
    some: (list) => list.filter(() => random() < 0.5),
  };
  return chance;
}
