import { dig } from '../../dig';
import { duration } from '../../words';
import type { Check } from '../subject';

/** Help that would always come too late. */
export const waits: Check = ({ taken }) => taken.flatMap(({ rule: { help }, path, written }) => {
  const [key, ms] = help.forMs >= help.waitMs ? ['for', help.forMs] as const : ['waitForPause', help.pauseMs] as const;
  if (ms < help.waitMs || dig(written, 'help') === undefined) return [];
  return [{ code: 'waits-too-long' as const, path: `${path}.help.${key}`, message: `help waits ${duration(ms)} and is given up after ${duration(help.waitMs)}`, instead: 'make waitAtMost longer' }];
});
