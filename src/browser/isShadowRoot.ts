/** By its number, because a frame has classes of its own; a link has a `host` too. */
export function isShadowRoot(node: (EventTarget & { readonly nodeType?: number }) | null): node is ShadowRoot {
  return node?.nodeType === 11 && 'host' in node;
}
