import type { Limits } from '../../../src/types';
import { dig, entriesOf } from '../../dig';
import { duration, number } from '../../words';
import type { Finding } from '../finding';
import type { Check } from '../subject';

interface Limit {
  readonly key: keyof Limits;
  /** As it is written in the file. */
  readonly name: string;
  /** More of it is rarer help. */
  readonly isRest: boolean;
}

const LIMITS: readonly Limit[] = [
  ...(['perPage', 'perSession', 'perDay', 'perWeek', 'ever', 'stopAfterDismissals'] as const).map((key) => ({ key, name: key, isRest: false })),
  ...([['gapMs', 'gap'], ['afterDismissMs', 'afterDismiss'], ['afterHelpedMs', 'afterHelped']] as const).map(([key, name]) => ({ key, name, isRest: true })),
];

/** Of these the file's number holds whatever a rule says; the others mean something of their own in a rule. */
const SHARED: readonly string[] = ['perPage', 'perSession', 'perDay', 'perWeek', 'ever', 'gap'];

/** Strictest wins: a file may not be looser than its host, and a rule that is looser than its file only looks so. */
export const limits: Check = ({ rules, taken, host, written }) => [
  ...(rules ? compare({ own: rules.limits, written, path: '', others: host?.limits, whose: 'host', whole: true }) : []),
  ...taken.flatMap(({ rule, path, written: rule_ }) => [
    ...compare({ own: rule.limits, written: rule_, path: `${path}.`, others: host?.limits, whose: 'host', whole: false }),
    ...compare({ own: rule.limits, written: rule_, path: `${path}.`, others: rules?.limits, whose: 'file', whole: false }),
  ]),
];

interface Comparison {
  readonly own: Limits;
  readonly written: unknown;
  readonly path: string;
  readonly others: Partial<Limits> | undefined;
  readonly whose: 'host' | 'file';
  /** What is not written counts too, with its default. */
  readonly whole: boolean;
}

function compare({ own, written, path, others, whose, whole }: Comparison): readonly Finding[] {
  const given = entriesOf(dig(written, 'limits')).map(([key]) => key);
  return LIMITS.flatMap(({ key, name, isRest }) => {
    const allowed = others?.[key];
    if (allowed === undefined || !(whole || given.includes(name)) || (whose === 'file' && !SHARED.includes(name))) return [];
    if (isRest ? own[key] >= allowed : own[key] <= allowed) return [];
    const [mine, theirs] = [own[key], allowed].map((value) => (isRest ? duration(value) : value === Infinity ? 'no limit' : number(value)));
    return [{
      code: `looser-than-${whose}` as const, path: `${path}limits.${name}`,
      message: `${given.includes(name) ? `${mine}` : `${mine}, by default,`} is looser than the ${whose}'s ${theirs}${whose === 'file' ? ', which holds all the same' : ''}`,
      instead: `write ${isRest ? 'at least' : 'at most'} ${theirs}${whose === 'file' ? ', or change the limits of the file' : ''}`,
    }];
  });
}
