import { dig } from '../../dig';
import type { Finding } from '../finding';
import type { Check, WrittenRule } from '../subject';

/** What a rule that speaks to visitors should have, so that it is kept in order and ends what it began. */
export const upkeep: Check = ({ taken }) => taken.flatMap((one) => (one.rule.status === 'live' && one.rule.nudge ? lacking(one) : []));

function lacking({ path, written, rule }: WrittenRule): readonly Finding[] {
  const id = `${path}.id`;
  return [
    ...(dig(written, 'owner') === undefined ? [{ code: 'no-owner' as const, path: id, message: 'is live and has no owner: nobody knows whom to ask', instead: 'add "owner": "payments-ux@example.com"' }] : []),
    ...(rule.why === undefined ? [{ code: 'no-why' as const, path: id, message: 'says nothing of its own to “Why am I seeing this?”', instead: 'add "why", one sentence about what happened' }] : []),
    ...(rule.resolved.length ? [] : [{ code: 'no-resolved' as const, path: id, message: 'never learns that the visitor got through, so its help stays longer than it is needed', instead: 'add "resolved": [{ "event": "app:…" }]' }]),
  ];
}
