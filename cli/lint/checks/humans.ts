import { dig, items } from '../../dig';
import type { Check } from '../subject';
import { nudgesOf } from '../texts';

/** Buttons that promise a person whom the host does not have, or to whom it may tell nothing. */
export const humans: Check = ({ written, host }) => {
  const because = host?.chat === false ? 'promises a person, and the host has no way to one (chat is false)'
    : host?.purposes && !host.purposes.includes('share-with-support') ? 'hands over what happened, and visitors are not asked to share it with support' : undefined;
  if (!because) return [];
  return items(dig(written, 'rules')).flatMap((rule, index) => nudgesOf(rule, `rules[${index}]`)).flatMap(({ nudge, at }) =>
    items(dig(nudge, 'ctas')).flatMap((cta, index) => (dig(cta, 'do') === 'talk-to-human'
      ? [{ code: 'human-without-way' as const, path: `${at}.ctas[${index}].do`, message: because, instead: 'lead to a help page with "open-url", or connect a chat' }] : [])));
};
