/** The element in whose shadow tree a node stands. */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return isShadowRoot(root) ? root.host : undefined;
}

/** By its number, because a frame has classes of its own; a link has a `host` too. */
function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}
