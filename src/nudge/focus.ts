/** Focuses what can be, also in a frame of the page, whose elements are no instances of this window's `HTMLElement`. */
export function focus(target: EventTarget | null | undefined, options?: FocusOptions): void {
  if (isFocusable(target)) target.focus(options);
}

function isFocusable(target: EventTarget | null | undefined): target is HTMLElement {
  return !!target && 'focus' in target;
}
