import { dig, items } from '../../dig';
import { deafness } from '../place';
import type { Check } from '../subject';

/** Signals that a rule waits for in vain: they cannot come where it looks. */
export const neverHere: Check = ({ taken }) => taken.flatMap(({ rule, path, written }) =>
  // the built-in ones, where a rule names none, are meant for all places
  items(dig(written, 'signals')).flatMap((_, index) => {
    const term = rule.signals[index];
    const because = term && deafness(rule, term);
    return because ? [{ code: 'never-here' as const, path: `${path}.signals[${index}].signal`, message: because, instead: 'take it out, or give it a rule of its own' }] : [];
  }));
