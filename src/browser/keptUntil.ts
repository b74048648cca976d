import type { Records } from '../types';

/** Records of a visit: with its end nothing is written any more, also by what was under way when a listener of the host withdrew. */
export function keptUntil(end: AbortSignal, records: Records): Records {
  return {
    ...records,
    write(key, value) {
      if (!end.aborted) records.write(key, value);
    },
  };
}
