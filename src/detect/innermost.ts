/** The innermost element that an event came to, inside open shadow roots and frames too. */
export function innermost(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return target && isElement(target) ? target : undefined;
}

/** By its properties, because a frame has classes of its own. */
function isElement(target: EventTarget): target is Element {
  return 'closest' in target;
}
