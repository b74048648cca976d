import type { Limits, Rules } from '../../../src/types';
import { plural } from '../../words';
import type { Finding } from '../finding';
import type { Check } from '../subject';

const COUNTS = [['perPage', 'on a page'], ['perSession', 'in a visit'], ['perDay', 'a day'], ['perWeek', 'a week'], ['ever', 'altogether']] as const;

/** What comes `then` counts as a nudge like the first, so the limits must leave room for it. */
export const thenNever: Check = ({ rules, taken }) => taken.flatMap(({ rule, path }) =>
  rule.then.flatMap((_, index) => (rules ? heldBack(rules, rule.limits, index + 2, `${path}.then[${index}]`) : [])));

function heldBack(rules: Rules, own: Limits, needed: number, path: string): readonly Finding[] {
  const [tight] = COUNTS.filter(([key]) => Math.min(own[key], rules.limits[key]) < needed);
  if (!tight) return [];
  const [key, when] = tight;
  const isRules = own[key] <= rules.limits[key];
  const most = Math.min(own[key], rules.limits[key]);
  return [{
    code: 'then-never', path, message: `${key === 'perPage' ? 'comes on another page at the soonest' : 'can never come'}: it would be nudge ${needed}, and ${isRules ? 'the rule' : 'the file'} allows ${plural(most, 'nudge')} ${when}`,
    instead: `allow ${needed} with limits.${key}, in the file and in the rule`,
  }];
}
