import type { Page } from '../types';

/** What the visitor is in the middle of. Times are those of the page. */
export interface Moment {
  readonly lastKeyAt: number | undefined;
  /** When a drag ended; a press alone is none. */
  readonly lastDragAt: number | undefined;
  readonly pointerDown: boolean;
  readonly hidden: boolean;
}

/** Farther than a hand trembles. */
const DRAG_PX = 10;

/** Keeps an eye on the visitor's hands. The listeners only note the time; asking is cheap. */
export function createMoment(page: Page): () => Moment {
  const down = new Map<number, { readonly x: number; readonly y: number }>();
  let lastKeyAt: number | undefined;
  let lastDragAt: number | undefined;

  page.on('keydown', () => { lastKeyAt = page.now(); });
  page.on('pointerdown', ({ pointerId, clientX, clientY }) => void down.set(pointerId, { x: clientX, y: clientY }));
  page.on('pointerup', ({ pointerId, clientX, clientY }) => {
    const start = down.get(pointerId);
    if (start && Math.hypot(clientX - start.x, clientY - start.y) > DRAG_PX) lastDragAt = page.now();
    down.delete(pointerId);
  });
  // the browser took the pointer: to scroll, or to drag something along
  page.on('pointercancel', ({ pointerId }) => { down.delete(pointerId); });
  // what is let go of in another window is never told
  page.on('blur', ({ target }) => { if (target === page.window) down.clear(); });

  return () => ({ lastKeyAt, lastDragAt, pointerDown: down.size > 0, hidden: page.window.document.visibilityState === 'hidden' });
}
