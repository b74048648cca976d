import type { Rule } from '../types';
import { LOOK_AGAIN_MS, type Asked, type Here, type Reason } from './here';
import { isMeant, whyNot } from './who';

/** Everything of a rule's `unless` that holds now. */
export function blockersOf({ unless }: Pick<Rule, 'unless'>, here: Pick<Here, 'now' | 'wallMs' | 'pages' | 'host' | 'doing' | 'lastAt'>, place: Asked['place']): readonly Reason[] {
  const { now, wallMs, pages, host, doing, lastAt } = here;
  return unless.flatMap((entry): Reason | [] => {
    switch (entry.kind) {
      case 'while': return (entry.doing === 'element-hidden' ? place()?.isHidden : doing.has(entry.doing)) ? { code: 'doing', because: `silent while ${entry.doing}`, until: wallMs + LOOK_AGAIN_MS } : [];
      case 'page': return pages.includes(entry.page) ? { code: 'other-page', because: `silent on ${entry.page}` } : [];
      case 'who': return isMeant(entry.who, host.attributes)
        ? { code: 'other-visitor', because: `silent for such visitors: ${whyNot({ kind: 'none', of: [entry.who] }, host.attributes)}` } : [];
      case 'signal': {
        const leftMs = (lastAt(entry.signal) ?? -Infinity) + entry.withinMs - now;
        return leftMs > 0 ? { code: 'signal', because: `${entry.signal} was noticed in the last ${entry.withinMs / 1000} s`, until: wallMs + leftMs } : [];
      }
    }
  });
}
