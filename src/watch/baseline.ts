import type { Baseline, Page, Records } from '../types';

const KEY = 'usual';
/** Fewer values than this say nothing yet: with five, one stray value cannot move the median beyond the others. */
const ENOUGH = 5;
/** A visitor's pace is that of lately. */
const MOST_VALUES = 20;
/** Things known at once; the one that is longest unused goes first. */
const MOST_THINGS = 64;
/** MAD to standard deviation, for values that are normally distributed (Rousseeuw & Croux 1993). */
const MAD_TO_SIGMA = 1.4826;

/**
 * Remembers what is usual for this visitor, thing by thing, as at most 20 numbers each. They stay on the device: written when
 * the page is left, read at the first question, and deleted with everything else on withdrawal.
 */
export function createBaselines(page: Page, records: Pick<Records, 'read' | 'write'>): (of: string) => Baseline {
  let things: Map<string, readonly number[]> | undefined;

  function all(): Map<string, readonly number[]> {
    return (things ??= new Map(Object.entries(records.read(KEY) ?? {}).filter(isThing)));
  }

  page.onLeave(() => { if (things?.size) records.write(KEY, Object.fromEntries(things)); });

  return (of) => ({
    add(value) {
      if (!Number.isFinite(value)) return;
      const values = [...all().get(of) ?? [], Math.round(value)].slice(-MOST_VALUES);
      all().delete(of);
      all().set(of, values);
      if (all().size > MOST_THINGS) all().delete(all().keys().next().value ?? of);
    },
    usual() {
      const values = all().get(of) ?? [];
      if (values.length < ENOUGH) return undefined;
      const median = medianOf(values);
      return { median, spread: MAD_TO_SIGMA * medianOf(values.map((value) => Math.abs(value - median))) };
    },
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

/** What is kept on a device may have been written by anybody. */
function isThing(entry: [string, unknown]): entry is [string, readonly number[]] {
  return Array.isArray(entry[1]) && entry[1].length <= MOST_VALUES && entry[1].every(Number.isFinite);
}
