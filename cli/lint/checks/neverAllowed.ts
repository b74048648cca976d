import type { Check } from '../subject';

const COUNTS = ['perPage', 'perSession', 'perDay', 'perWeek', 'ever'] as const;

/** A live nudge of which the limits allow none. */
export const neverAllowed: Check = ({ rules, taken }) => taken.flatMap(({ rule, path }) => {
  const none = COUNTS.find((key) => rule.limits[key] === 0 || rules?.limits[key] === 0);
  if (!none || !rule.nudge || rule.status !== 'live') return [];
  const own = rule.limits[none] === 0 && rules?.limits[none] !== 0;
  return [{ code: 'never-allowed' as const, path: own ? `${path}.limits.${none}` : `${path}.id`, message: `is live, and ${own ? 'its' : "the file's"} limits.${none} of 0 allows no nudge`, instead: 'say "status": "watch" to count without showing' }];
});
