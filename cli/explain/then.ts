import type { Rule, Then } from '../../src/types';
import { duration } from '../words';
import { nudgeWords } from './nudge';
import { whoWords } from './who';

const CONDITIONS: Readonly<Record<Then['if'], string>> = {
  'still-struggling': 'if the visitor is still struggling', 'not-dismissed': 'if the visitor has not closed it', 'asked-for-more': 'if the visitor asked for more',
};

/** What is offered where the first help did not do. */
export function thenWords({ then }: Rule, locale: string): readonly string[] {
  return then.flatMap(({ afterMs, if: condition, only, nudge }) => {
    const [first = '', ...more] = nudgeWords(nudge, locale);
    return [`Then, ${duration(afterMs)} later, ${CONDITIONS[condition]}${only === undefined ? '' : `, for visitors ${whoWords(only)}`}, it shows ${first}`, ...more];
  });
}
