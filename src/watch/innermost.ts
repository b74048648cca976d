/** The innermost element that an event came to, inside open shadow roots and frames too. */
export function innermost(event: Event): Element | undefined {
  // the whole path is only asked for where there is something inside
  const target = hasInside(event.target) ? event.composedPath()[0] : event.target;
  return target && isElement(target) ? target : undefined;
}

function hasInside(target: EventTarget | null): boolean {
  return !target || ('shadowRoot' in target && !!target.shadowRoot);
}

/** By its properties, because a frame has classes of its own. */
function isElement(target: EventTarget): target is Element {
  return 'closest' in target;
}
