export interface Way {
  readonly value: unknown;
  put(root: unknown, value: unknown): void;
}

/** Every value within a value, and how to put another in its place. */
export function waysInto(value: unknown, path: readonly string[] = []): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    { value: inner, put: (root, other) => { (path.reduce((at, step) => at[step] as Record<string, unknown>, root as Record<string, unknown>))[key] = other; } },
    ...waysInto(inner, [...path, key]),
  ]);
}
