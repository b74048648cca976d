/**
 * Where help has to stand in the document to be seen and used: everything outside an open modal dialog is dead, and everything
 * outside a fullscreen element lies under it.
 */
export function mountPoint(document: Document, anchor: Element | undefined): Element {
  return modalAround(anchor ?? null) ?? [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.fullscreenElement ?? document.body;
}

/** The nearest modal dialog around a node, looked for through shadow roots too. */
function modalAround(node: Node | null): Element | undefined {
  if (!node) return undefined;
  if (node instanceof HTMLDialogElement && node.matches(':modal')) return node;
  return modalAround(node instanceof ShadowRoot ? node.host : node.parentNode);
}
