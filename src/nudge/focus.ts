/** Focuses what can be, also in a frame of the page, whose elements are no instances of this window's `HTMLElement`. */
export function focus(target: EventTarget | null | undefined, options?: FocusOptions): void {
  if (target && 'focus' in target && typeof target.focus === 'function') target.focus(options);
}
