/** The element in whose shadow tree a node stands. */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return isFragment(root) ? root.host : undefined;
}

/** By its number, because a frame has classes of its own, and a link has a `host` too. Of fragments, only shadow roots have one. */
function isFragment(node: Node): node is DocumentFragment & { readonly host?: Element } {
  return node.nodeType === 11;
}
