/** Whether an element can be seen, as far as its own styles and those around it go, and as the browser can tell (Safari before 17.4 cannot). */
export function isSeen(element: Element): boolean {
  return element.isConnected && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
}
