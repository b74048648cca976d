import type { Rule } from '../../src/types';
import { day } from './quiet';

const STATUS: Readonly<Record<Rule['status'], string>> = {
  live: 'It is live',
  watch: 'It only watches: it counts what it would have done, and shows nothing',
  draft: 'It is a draft: it counts, and shows nothing',
  paused: 'It is paused: it counts, and shows nothing',
};

/** Whether visitors see it, and from when until when it holds. */
export function statusWords({ status, nudge, from, until }: Rule): readonly string[] {
  const first = status === 'live' && !nudge ? 'It is live but has no nudge, so it only watches.' : `${STATUS[status]}.`;
  if (from === undefined && until === undefined) return [first];
  return [first, `It holds${from === undefined ? '' : ` from ${day(from)}`}${until === undefined ? '' : ` until ${day(until)}`}.`];
}
