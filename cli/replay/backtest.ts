import type { Rules } from '../../src/types';
import { createDifference, type RuleDifference } from './difference';
import { linesOf } from './linesOf';
import { assumptions, openRules } from './openRules';
import { readLine } from './readLine';
import { replayVisit, type Follow } from './replayVisit';
import { createTally, type Found } from './tally';
import { createUnheard, type Unheard } from './unheard';
import { createVisits, type VisitFacts } from './visits';

export interface BacktestOptions {
  readonly rules: Rules;
  readonly against: Rules | undefined;
  /** The visitors' time zone. */
  readonly zone: string;
  /** This visit alone. */
  readonly visit: string | undefined;
  readonly follow: Follow | undefined;
}

export interface Backtest extends Omit<Found, 'decisions'> {
  /** Decisions in the facts that were made by one of the files, and how many came out the same to the last digit. */
  readonly decisions: Found['decisions'] & { readonly by: string };
  readonly lines: number;
  /** Lines that were not understood, and the first few of them. */
  readonly broken: { readonly lines: number; readonly first: readonly { readonly line: number; readonly wrong: string }[] };
  /** Visits that were finished before their last fact may have been read. */
  readonly cut: number;
  readonly difference: readonly RuleDifference[] | undefined;
  readonly unheard: readonly Unheard[];
  readonly assumed: readonly string[];
}

/** More than most sites collect in an hour, in some 100 MB of memory. */
const MOST_FACTS = 50_000;

const SHOWN_BROKEN = 3;

/** Tries rules on collected facts. Holds no more of them than `MOST_FACTS`, however many there are. */
export async function backtest(bytes: AsyncIterable<Uint8Array>, { rules, against, zone, visit: only, follow }: BacktestOptions): Promise<Backtest> {
  const [ours, theirs] = [openRules(rules), against && openRules(against)];
  const tally = createTally(rules, zone);
  const before = against && createTally(against, zone);
  const difference = against && createDifference(new Set([...rules.rules, ...against.rules].map(({ id }) => id)));
  const unheard = createUnheard(rules);
  const visits = createVisits(MOST_FACTS);
  const first: { readonly line: number; readonly wrong: string }[] = [];
  let [lines, broken] = [0, 0];

  async function replay(visit: VisitFacts): Promise<void> {
    const found = await replayVisit(ours, visit, zone, follow);
    tally.add(found);
    if (!theirs) return;
    const otherwise = await replayVisit(theirs, visit, zone);
    before?.add(otherwise);
    difference?.add(found, otherwise);
  }

  /** Facts are mostly from the time of the other file. */
  function decisions(): Backtest['decisions'] {
    const [made, madeBefore] = [tally.found().decisions, before?.found().decisions];
    return against && madeBefore && !made.compared ? { by: against.file, ...madeBefore } : { by: rules.file, ...made };
  }

  function hear(line: string): readonly VisitFacts[] {
    lines++;
    if (!line.trim()) return [];
    const { deliveries, wrong } = readLine(line);
    if (wrong !== undefined && ++broken <= SHOWN_BROKEN) first.push({ line: lines, wrong });
    return deliveries.filter(({ visit }) => only === undefined || visit === only).flatMap((delivery) => {
      delivery.facts.forEach(unheard.hear);
      return visits.add(delivery);
    });
  }

  for await (const some of linesOf(bytes)) {
    for (const line of some) for (const visit of hear(line)) await replay(visit);
  }
  for (const visit of visits.rest()) await replay(visit);
  return {
    ...tally.found(), decisions: decisions(), lines, broken: { lines: broken, first }, cut: visits.cut(), difference: difference?.found(), unheard: unheard.found(), assumed: assumptions(rules, zone),
  };
}
