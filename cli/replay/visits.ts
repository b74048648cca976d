import type { Delivery } from './readLine';
import { timeOf, type Told } from './told';

/** All that was collected of one visit. */
export interface VisitFacts {
  readonly key: string;
  readonly facts: readonly Told[];
  readonly purposes: readonly string[] | undefined;
}

export interface Visits {
  /** Returns the visits that had to be finished to make room. */
  add(delivery: Delivery): readonly VisitFacts[];
  /** All that are still open. */
  rest(): readonly VisitFacts[];
  /** Finished to make room, and may have gone on. */
  cut(): number;
}

interface Open {
  readonly key: string;
  readonly facts: Told[];
  purposes: readonly string[] | undefined;
}

/** Half an hour without a page ends a visit (`src/report/visit.ts`). */
const IDLE_MS = 30 * 60_000;

/**
 * Gathers facts by visit, because lines come in the order of arrival. Holds so many facts at most, whatever their clocks say: then
 * the visit that has been quiet for longest is finished.
 */
export function createVisits(mostFacts: number): Visits {
  const open = new Map<string, Open>();
  let held = 0;
  let cut = 0;

  function finish(visit: Open, now: number): Open {
    const last = visit.facts.at(-1);
    if (last && now - timeOf(last) < IDLE_MS) cut++;
    open.delete(visit.key);
    held -= visit.facts.length;
    return visit;
  }

  return {
    add({ visit: key, facts, purposes }) {
      const visit = open.get(key) ?? { key, facts: [], purposes };
      visit.facts.push(...facts);
      visit.purposes = purposes ?? visit.purposes;
      held += facts.length;
      // the order of a Map is the order of setting: who was heard last stands last
      open.delete(key);
      open.set(key, visit);
      const now = Math.max(...facts.map(timeOf));
      const finished: Open[] = [];
      for (const each of open.values()) {
        if (held <= mostFacts) break;
        finished.push(finish(each, now));
      }
      return finished;
    },
    rest: () => [...open.values()],
    cut: () => cut,
  };
}
