/** How often each value came. It grows with the values there are, not with how often they come. */
export interface Histogram {
  add(value: number): void;
  median(): number | undefined;
}

export function createHistogram(): Histogram {
  const counts = new Map<number, number>();
  let all = 0;

  return {
    add(value) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      all++;
    },
    median() {
      let upTo = 0;
      return [...counts].sort(([a], [b]) => a - b).find(([, count]) => (upTo += count) * 2 >= all)?.[0];
    },
  };
}
