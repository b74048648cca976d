import type { Check } from '../subject';

/** Rules that are over. */
export const past: Check = ({ taken, today }) => taken.flatMap(({ rule, path }) =>
  // dates that are written alike sort like time
  (rule.until !== undefined && rule.until < today && rule.status !== 'draft'
    ? [{ code: 'past' as const, path: `${path}.until`, message: `was the last day of this rule; today is ${today}`, instead: 'take the rule out, or give it a new date' }] : []));
