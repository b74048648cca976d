import { nearest } from '../../../src/rules/spelling';
import { dig, items, textsIn } from '../../dig';
import type { Finding } from '../finding';
import type { Check, WrittenRule } from '../subject';
import { nudgesOf } from '../texts';

/** How and where nudges stand: a side or a body of what has none, an inline hint that could be anywhere, an element that is probably another. */
export const looks: Check = ({ rules, taken }) => {
  const elements = rules?.elements.map(({ name }) => name) ?? [];
  return taken.flatMap(({ rule, path, written }) => nudgesOf(written, path).flatMap(({ nudge, at }) =>
    [...sideless(nudge, at), ...bodiless(nudge, at), ...anywhere(nudge, at, rule), ...misspelt(nudge, at, elements)]));
};

function sideless(nudge: unknown, at: string): readonly Finding[] {
  const [template = ''] = textsIn(dig(nudge, 'template'));
  if (dig(nudge, 'side') === undefined || template === 'tooltip' || template === 'steps') return [];
  return [{ code: 'no-effect', path: `${at}.side`, message: `does nothing with "${template}"; only a tooltip or a step stands at a side of its element`, instead: 'take it out' }];
}

function bodiless(nudge: unknown, at: string): readonly Finding[] {
  if (dig(nudge, 'template') !== 'steps' || dig(nudge, 'body') === undefined) return [];
  return [{ code: 'no-effect', path: `${at}.body`, message: 'is never shown: each of the steps has a body of its own', instead: 'say it in the first step' }];
}

function anywhere(nudge: unknown, at: string, { where }: WrittenRule['rule']): readonly Finding[] {
  if (dig(nudge, 'template') !== 'inline' || dig(nudge, 'at') !== undefined || where.element.length) return [];
  return [{ code: 'inline-anywhere', path: `${at}.template`, message: 'may move down whatever stands below any element of the page: neither "at" nor where.element names one', instead: 'say which element it stands at, or make it a tooltip' }];
}

/** A bare `data-furrow` name needs no entry in `places`, so that only a slip of the pen can be told. */
function misspelt(nudge: unknown, at: string, elements: readonly string[]): readonly Finding[] {
  const named = [[`${at}.at`, dig(nudge, 'at')] as const, ...items(dig(nudge, 'steps')).map((step, index) => [`${at}.steps[${index}].at`, dig(step, 'at')] as const)];
  return named.flatMap(([path, name]) => {
    const meant = elements.includes(String(name)) ? undefined : nearest(name, elements);
    return meant === undefined ? [] : [{ code: 'unknown-element' as const, path, message: `is not among places.elements, and "${meant}" is`, instead: `write "${meant}", if it is no data-furrow name of the page` }];
  });
}
