import type { Rule } from '../types';
import type { Here, Reason } from './here';
import { dayOf, localTime } from './localTime';

/** Why a rule is not due on this day in the visitor's zone; its first and its last day belong to it. */
export function isDue({ from, until }: Pick<Rule, 'from' | 'until'>, { wallMs, zone, clocks = localTime }: Pick<Here, 'wallMs' | 'zone' | 'clocks'>): Reason | undefined {
  if (!from && !until) return undefined;
  // days as text are in the order of time
  const today = dayOf(clocks(zone)(wallMs));
  if (from && today < from) return { code: 'not-yet', because: `its first day is ${from}` };
  return until && today > until ? { code: 'over', because: `its last day was ${until}` } : undefined;
}
