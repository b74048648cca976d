/** What a page may listen for; none of it is the page's when it happens in the overlay. */
const EVENTS = ['keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'dblclick', 'contextmenu', 'input'] as const;

/**
 * Keeps what happens in the overlay to the overlay: a page's shortcuts do not hear its keys, and a menu that closes at a click
 * elsewhere stays open to be inspected. `onKey` answers whether it took the key; the browser does nothing more with it then.
 */
export function keepOwnEvents(layer: HTMLElement, onKey: (event: KeyboardEvent) => boolean): void {
  for (const type of EVENTS) layer.addEventListener(type, (event) => event.stopPropagation());
  layer.addEventListener('keydown', (event) => {
    if (onKey(event)) event.preventDefault();
  });
}
