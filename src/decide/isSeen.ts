/** Whether an element can be seen, as far as its own styles and those around it go. */
export function isSeen(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}
