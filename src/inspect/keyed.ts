import { cornerToward } from './dock';
import { TABS, type View } from './view';

/** What a key does to what is seen: Escape folds, arrows lead from tab to tab and move the panel by its handle. Undefined is nothing. */
export function keyed(key: string, target: EventTarget | null, view: View): Partial<View> | undefined {
  if (key === 'Escape' && view.open) return { open: false, pointed: undefined, focus: 'unfold' };
  if (!/^Arrow/.test(key) || !isElement(target)) return undefined;
  if (target.closest('.grip')) return { corner: cornerToward(view.corner, key) };
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (!step || !target.closest('[role=tab]')) return undefined;
  const tab = TABS[(TABS.indexOf(view.tab) + step + TABS.length) % TABS.length] ?? view.tab;
  return { tab, rule: undefined, pointed: undefined, focus: `tab ${tab}` };
}

function isElement(target: EventTarget | null): target is Element {
  return !!target && 'closest' in target;
}
