import type { Doing, Page } from '../types';
import { isDialogOpen } from './dialogs';

/** What the visitor's hands are at. Times are those of the page. */
export interface Moment {
  readonly lastKeyAt: number | undefined;
  /** When a drag ended, or was last seen going on; a press alone is none. */
  readonly lastDragAt: number | undefined;
  /** Any input since something was last finished: a form sent, a page left. */
  readonly lastInputAt: number | undefined;
  readonly pointerDown: boolean;
  readonly hidden: boolean;
}

/** Whether an element is hidden is asked of the place of each nudge. A video that is muted may play for ever beside the text, and nobody watches it. */
export type Watched = Exclude<Doing, 'element-hidden'> | 'video-heard';

export interface Watching {
  moment(): Moment;
  /** Whether the page or the visitor is in the middle of something. */
  isDoing(doing: Watched): boolean;
}

/** Farther than a hand trembles. */
const DRAG_PX = 10;

/** Between two words people pause; this long after the last key they have stopped writing. */
const TYPING_MS = 3000;

/** Wheels and fingers tell of scrolling many times in a second; then it has come to rest. */
const SCROLLING_MS = 500;

const FIELD = 'input:not([type=button],[type=submit],[type=reset],[type=checkbox],[type=radio]),textarea,[contenteditable]:not([contenteditable=false])';

/** Keeps an eye on the visitor's hands. The listeners only note the time; asking is cheap. */
export function createMoment(page: Page): Watching {
  const { document, navigator } = page.window;
  const down = new Map<number, { readonly x: number; readonly y: number }>();
  let lastKeyAt: number | undefined;
  let lastDragAt: number | undefined;
  let lastInputAt: number | undefined;
  let lastScrollAt = -Infinity;
  let typedAt = -Infinity;

  const playing = (): readonly HTMLVideoElement[] => [...document.querySelectorAll('video')].filter(({ paused, ended }) => !paused && !ended);
  const finished = (): void => { lastInputAt = undefined; };
  const dragged = (): void => { lastDragAt = lastInputAt = page.now(); };

  page.on('keydown', ({ target }) => {
    lastKeyAt = lastInputAt = page.now();
    if (target instanceof page.window.Element && target.matches(FIELD)) typedAt = lastKeyAt;
  });
  page.on('pointerdown', ({ pointerId, clientX, clientY }) => {
    lastInputAt = page.now();
    down.set(pointerId, { x: clientX, y: clientY });
  });
  page.on('pointerup', ({ pointerId, clientX, clientY }) => {
    const start = down.get(pointerId);
    lastInputAt = page.now();
    if (start && Math.hypot(clientX - start.x, clientY - start.y) > DRAG_PX) lastDragAt = lastInputAt;
    down.delete(pointerId);
  });
  // the browser took the pointer: to scroll, or to drag something along
  page.on('pointercancel', ({ pointerId }) => { down.delete(pointerId); });
  // what is carried along tells of no pointer, but of each place that it is carried over, several times in a second
  page.on('dragover', dragged);
  page.on('drop', dragged);
  page.on('scroll', () => { lastScrollAt = lastInputAt = page.now(); });
  // what is let go of in a menu (macOS), or in another window, is never told
  page.on('contextmenu', () => { down.clear(); });
  page.on('blur', ({ target }) => { if (target === page.window) down.clear(); });
  page.on('submit', finished);
  page.onRoute(finished);

  const asked: Readonly<Record<Watched, () => boolean>> = {
    'typing': () => page.now() - typedAt < TYPING_MS,
    'pointer-down': () => down.size > 0,
    'scrolling': () => page.now() - lastScrollAt < SCROLLING_MS,
    'dialog-open': () => isDialogOpen(page),
    'video-playing': () => playing().length > 0,
    'video-heard': () => playing().some(({ muted }) => !muted),
    'page-hidden': () => document.hidden,
    'offline': () => !navigator.onLine,
    'fullscreen': () => !!document.fullscreenElement,
  };

  return {
    moment: () => ({ lastKeyAt, lastDragAt, lastInputAt, pointerDown: down.size > 0, hidden: document.hidden }),
    isDoing: (doing) => asked[doing](),
  };
}
