import type { SignalName } from '../types';
import { hostOf } from './hostOf';

/** Whether the host asks to be forgiven here: `data-furrow-ignore` around the target, alone or with this signal's name in it. */
export function isIgnored(target: Element, name: SignalName): boolean {
  const said = target.closest('[data-furrow-ignore]');
  const host = hostOf(target);
  const names = said?.getAttribute('data-furrow-ignore')?.split(/\s+/).filter(Boolean);
  if (names && (!names.length || names.includes(name))) return true;
  if (said?.parentElement) return isIgnored(said.parentElement, name);
  return !!host && isIgnored(host, name);
}
