/** By its number, because a frame has classes of its own; a link has a `host` too. */
export function isShadowRoot(node: EventTarget | null): node is ShadowRoot {
  return !!node && 'host' in node && 'nodeType' in node && node.nodeType === 11;
}
