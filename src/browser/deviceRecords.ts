import type { Records } from '../types';

const DAY_MS = 86_400_000;

/** What is kept of use, with when it was begun, in Unix ms. */
interface Dated {
  readonly since: number;
  readonly value: unknown;
}

/**
 * Where what is usual for a visitor is kept, as they wish it: for as many days as they said, then it begins anew; and in the memory of
 * the page alone where help is not to be based on their own use. The wish is heard as soon as something is read or written.
 */
export function createDeviceRecords(records: Records, now: () => number): Pick<Records, 'read' | 'write'> {
  const memory = new Map<string, unknown>();

  /** What is kept and still may be; what may not is deleted. */
  function kept(key: string): Dated | undefined {
    const { own, mostMs } = wishIn(records.read('preferences'));
    const found = records.read(key);
    if (own && isDated(found) && Math.abs(now() - found.since) <= mostMs) return found;
    if (found !== undefined) records.remove(key);
    return undefined;
  }

  return {
    read: (key) => kept(key)?.value ?? memory.get(key),
    write(key, value) {
      const since = kept(key)?.since ?? now();
      if (wishIn(records.read('preferences')).own) records.write(key, { since, value } satisfies Dated);
      else memory.set(key, value);
    },
  };
}

/** What stands there may have been written by anybody. */
function wishIn(found: unknown): { readonly own: boolean; readonly mostMs: number } {
  const { basis, keepDays }: { readonly basis?: unknown; readonly keepDays?: unknown } = typeof found === 'object' ? { ...found } : {};
  return { own: !Array.isArray(basis) || basis.includes('own'), mostMs: Number(keepDays) > 0 ? Number(keepDays) * DAY_MS : Infinity };
}

function isDated(found: unknown): found is Dated {
  return typeof found === 'object' && !!found && 'value' in found && 'since' in found && typeof found.since === 'number';
}
