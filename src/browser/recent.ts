/** Enough to see how a decision came about; a page that lives for days must not grow. */
const MOST = 50;

/** The last things of a kind, oldest first. */
export interface Recent<T> {
  add(one: T): void;
  all(): readonly T[];
}

export function createRecent<T>(): Recent<T> {
  let kept: readonly T[] = [];
  return {
    add(one) {
      kept = [...kept, one].slice(-MOST);
    },
    all: () => kept,
  };
}
