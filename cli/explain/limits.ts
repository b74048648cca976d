import type { Limits } from '../../src/types';
import { and, duration, times } from '../words';

const COUNTS = [['perPage', 'on a page'], ['perSession', 'in a visit'], ['perDay', 'a day'], ['perWeek', 'a week'], ['ever', 'altogether']] as const;

/** How often at most, and how it rests: `comes at most once on a page; it leaves 5 minutes until the next`. Without `keys` all of it. */
export function limitWords(limits: Limits, keys?: readonly string[]): string {
  const tells = (key: string): boolean => !keys || keys.includes(key);
  const counts = COUNTS.filter(([key]) => tells(key) && limits[key] !== Infinity).map(([key, when]) => `${times(limits[key])} ${when}`);
  const rests = [
    ...(tells('gap') && limits.gapMs ? [`leaves ${duration(limits.gapMs)} until the next`] : []),
    ...(tells('afterDismiss') ? [`rests for ${duration(limits.afterDismissMs)} once it was closed`] : []),
    ...(tells('stopAfterDismissals') ? [`stops for good when it was closed ${times(limits.stopAfterDismissals)}`] : []),
    ...(tells('afterHelped') ? [`rests for ${duration(limits.afterHelpedMs)} once it has helped`] : []),
  ];
  return [...(counts.length ? [`comes at most ${and(counts)}`] : []), ...(rests.length ? [and(rests)] : [])].join('; it ');
}
