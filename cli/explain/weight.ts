import type { Rule } from '../../src/types';
import { and } from '../words';

/** What sets a rule apart from others: where it says nothing of it, nothing. */
export function weightWords({ impact, urgency, intent, id }: Rule, priority: unknown): readonly string[] {
  const weights = [
    ...(priority === 'high' || priority === 'low' ? [`has ${priority} priority`] : []),
    ...(impact === 'medium' ? [] : [`is about trouble of ${impact} impact`]),
    ...(urgency === 'standard' ? [] : [urgency === 'immediate' ? 'is immediate, so it does not wait for a pause' : `is of ${urgency} urgency`]),
    ...(intent === id ? [] : [`says the same as all rules with the intent “${intent}”`]),
  ];
  return weights.length ? [`It ${and(weights)}.`] : [];
}
