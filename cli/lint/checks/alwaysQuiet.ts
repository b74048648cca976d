import type { Quiet, Rule } from '../../../src/types';
import { dig } from '../../dig';
import type { Check } from '../subject';

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Quiet hours that leave no minute of the week. */
export const alwaysQuiet: Check = ({ rules, taken, written }) => {
  const isNever = rules !== undefined && rules.quiet.except.length === 0 && isFull(rules.quiet);
  const ofFile = isNever ? [{ code: 'always-quiet' as const, path: 'quiet.hours', message: 'leave no minute of the week: nothing would ever be shown', instead: MEND }] : [];
  const ofRules = taken.flatMap(({ rule, path, written: own }) => (dig(own, 'quiet') !== undefined && !isNever && speaks(rule) && isFull(rule.quiet, rules?.quiet)
    ? [{ code: 'always-quiet' as const, path: `${path}.quiet`, message: `${dig(written, 'quiet') === undefined ? 'leaves' : 'leaves, with the hours of the file,'} no minute of the week`, instead: MEND }] : []));
  return [...ofFile, ...ofRules];
};

const MEND = 'leave some hours, or set the rule to "status": "watch"';

/** Whether it has a nudge that must keep quiet. */
function speaks({ nudge, quiet }: Rule): boolean {
  return nudge !== undefined && !quiet.except.includes(nudge.template);
}

/** Hours of different zones are not added up: nobody knows how they lie to each other all the year round. */
function isFull(quiet: Quiet, more?: Quiet): boolean {
  const hours = [...quiet.hours, ...(more && more.timeZone === quiet.timeZone ? more.hours : [])];
  const week = new Array<boolean>(WEEK_MINUTES).fill(false);
  for (const { from, to, days } of hours) {
    for (const day of days.length ? days : [0, 1, 2, 3, 4, 5, 6]) {
      // what goes over midnight belongs to the day on which it began
      const length = (to - from + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
      for (let minute = 0; minute < length; minute++) week[(day * DAY_MINUTES + from + minute) % WEEK_MINUTES] = true;
    }
  }
  return hours.length > 0 && week.every(Boolean);
}
