import type { Records } from '../../src/types';

/** Records as a browser keeps them, for one visit. `used` says whether they were looked at since it was asked last. */
export interface Notebook extends Pick<Records, 'read' | 'write'> {
  used(): boolean;
}

export function createNotebook(): Notebook {
  const kept = new Map<string, unknown>();
  let used = false;

  return {
    read(key) {
      used = true;
      return kept.get(key);
    },
    write(key, value) {
      used = true;
      kept.set(key, value);
    },
    used() {
      const was = used;
      used = false;
      return was;
    },
  };
}
