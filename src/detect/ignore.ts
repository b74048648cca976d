import type { SignalName } from '../types';

/** Whether the host asks to be forgiven here: `data-furrow-ignore` around the target, alone or with this signal's name in it. */
export function isIgnored(target: Element, name: SignalName): boolean {
  const said = target.closest('[data-furrow-ignore]');
  const root = target.getRootNode();
  const names = said?.getAttribute('data-furrow-ignore')?.split(/\s+/).filter(Boolean);
  if (names && (!names.length || names.includes(name))) return true;
  if (said?.parentElement) return isIgnored(said.parentElement, name);
  return isShadowRoot(root) && isIgnored(root.host, name);
}

/** By its properties, because a frame has classes of its own. */
function isShadowRoot(node: Node): node is ShadowRoot {
  return 'host' in node;
}
