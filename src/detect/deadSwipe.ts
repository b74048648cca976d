import type { Detector, Swipe } from '../types';
import { createAgain } from './again';
import { hostOf } from '../watch/hostOf';

/** Swipes of one thing within this time are one trouble. */
const SAME_MS = 7000;
/** Once may be the wrong way at its end; the second is told, and each further one is surer. */
const STRENGTH = 0.45;
const AGAIN = 0.1;
/** A thing that moves is at most so many boxes around the finger. */
const LEVELS = 8;
/** What sticks out less than this was cut off, not laid out to be moved to. */
const HIDDEN_PX = 30;

/**
 * Sees a finger swipe, twice and more, something that looks as if it moved, and nothing moves.
 * Forgives the browser's own scrolling and its end, the end of what had moved before, pages that are zoomed in, fields,
 * canvases and players, and two fingers. Answered within 10 s after all, it was a hiccup.
 */
export function deadSwipe(): Detector {
  return {
    name: 'dead-swipe',
    family: 'pointer',
    start(watch, emit) {
      const tell = createAgain(watch, emit, 'dead-swipe', SAME_MS);
      let scrolledAt = -Infinity;
      let run: { readonly mover: Element; readonly at: number; readonly gave: boolean } | undefined;

      watch.on('scroll', () => { scrolledAt = watch.now(); });

      watch.onSwipe((swipe) => {
        const { target, control } = swipe;
        if (/editable|opaque/.test(control) || watch.ignored(target, 'dead-swipe')) return;
        const mover = moverOf(swipe);
        if (mover) watch.onSettled(swipe, ({ alive, unknown }) => judge(swipe, mover, alive || unknown || scrolledAt >= swipe.at || isZoomed()));
      });

      function judge(swipe: Swipe, mover: Element, moved: boolean): void {
        const { at, kind: input } = swipe;
        const before = run && run.mover === mover && at - run.at < SAME_MS ? run : undefined;
        const gave = moved || !!before?.gave;
        run = { mover, at, gave };
        if (!gave && !watch.claimed(swipe)) tell(swipe, mover, (count) => ({ strength: Math.min(1, STRENGTH + AGAIN * (count - 1)), evidence: { count, input } }));
      }

      /** In a page that is zoomed in, a swipe moves the view. */
      function isZoomed(): boolean {
        return (watch.window.visualViewport?.scale ?? 1) > 1;
      }
    },
  };
}

/** What looks as if it followed the finger: it says so, takes touch from the browser, or holds more than it shows. */
function moverOf({ target, dx, dy }: Swipe): Element | undefined {
  const isAcross = Math.abs(dx) > Math.abs(dy);
  let box: Element | undefined = target;
  for (let level = 0; box && level < LEVELS && !/^(body|html)$/.test(box.localName); level++, box = box.parentElement ?? hostOf(box)) {
    const style = box.ownerDocument.defaultView?.getComputedStyle(box);
    const [overflow = '', hiddenPx] = isAcross
      ? [style?.overflowX, box.scrollWidth - box.clientWidth]
      : [style?.overflowY, box.scrollHeight - box.clientHeight];
    const holdsMore = hiddenPx > HIDDEN_PX && !!box.firstElementChild && style?.textOverflow !== 'ellipsis';
    // the browser scrolls it, or has come to its end
    if (holdsMore && /auto|scroll/.test(overflow)) return undefined;
    if ((isAcross ? /^(none|pan-y)/ : /^(none|pan-x)/).test(style?.touchAction ?? '')) return box;
    if (isAcross && (box.matches('[aria-roledescription=carousel]') || (holdsMore && /hidden|clip/.test(overflow)))) return box;
  }
  return undefined;
}
