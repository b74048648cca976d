/** By its number, because a frame has classes of its own; a link has a `host` too. Other fragments hear no event and have no host. */
export function isShadowRoot(node: (EventTarget & { readonly nodeType?: number }) | null): node is ShadowRoot {
  return node?.nodeType === 11;
}
