import type { VisitReplayed } from './replayVisit';
import { mcnemar } from './mcnemar';

/** Visits that a rule would have helped, by two files. */
export interface RuleDifference {
  readonly rule: string;
  readonly both: number;
  readonly onlyNew: number;
  readonly onlyOld: number;
  /** How likely a difference like this is by chance alone. */
  readonly p: number;
}

/** Compares what two files do to the same visits, rule by rule. A rule that one of them does not have helps nobody there. */
export function createDifference(rules: Iterable<string>): { add(ours: VisitReplayed, theirs: VisitReplayed): void; found(): readonly RuleDifference[] } {
  const counts = new Map([...rules].map((rule) => [rule, { both: 0, onlyNew: 0, onlyOld: 0 }]));

  return {
    add(ours, theirs) {
      for (const [rule, count] of counts) {
        const [isNew, isOld] = [ours, theirs].map(({ rules: found }) => !!found.get(rule)?.showings.length);
        if (isNew && isOld) count.both++;
        else if (isNew) count.onlyNew++;
        else if (isOld) count.onlyOld++;
      }
    },
    found: () => [...counts].map(([rule, count]) => ({ rule, ...count, p: mcnemar(count.onlyNew, count.onlyOld) })),
  };
}
