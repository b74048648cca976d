import { dig, items, textsIn } from '../dig';
import { faultOf, isTold, type Told } from './told';

/** What a line of collected facts brings. */
export interface Delivery {
  readonly visit: string;
  readonly facts: readonly Told[];
  /** What the visitor had agreed to; only batches tell. */
  readonly purposes: readonly string[] | undefined;
}

/** A line as it was understood; `wrong` says what was not. */
export interface LineRead {
  readonly deliveries: readonly Delivery[];
  readonly wrong?: string;
}

/** Reads a line: a fact with its `visit`, a batch, or an answer of the collector's `/facts`. */
export function readLine(line: string): LineRead {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { deliveries: [], wrong: 'is not JSON' };
  }
  const facts = dig(value, 'facts');
  if (!Array.isArray(facts)) return readFacts([value], dig(value, 'visit'), undefined);
  const purposes = dig(value, 'purposes');
  return readFacts(items(facts), dig(value, 'visit'), purposes === undefined ? undefined : textsIn(purposes));
}

function readFacts(facts: readonly unknown[], visitOfAll: unknown, purposes: readonly string[] | undefined): LineRead {
  const deliveries: Delivery[] = [];
  let wrong: string | undefined;
  for (const fact of facts) {
    const visit = visitOfAll ?? dig(fact, 'visit');
    if (isTold(fact) && typeof visit === 'string') deliveries.push({ visit, facts: [fact], purposes });
    else wrong ??= faultOf(fact) ?? 'it has no "visit"';
  }
  return { deliveries, ...(wrong !== undefined && { wrong }) };
}
