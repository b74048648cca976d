import type { NudgeText } from '../types';
import type { Box, Side } from './place';

/** What decides where help may stand. */
export interface Surroundings {
  /** What the visitor sees of the page now. */
  readonly view: Box;
  readonly anchor: Box | undefined;
  /** What the visitor is at; never covered if there is any way. */
  readonly focused: Box | undefined;
  /** Where the rule wants the help to stand. */
  readonly side: Side;
  readonly rightToLeft: boolean;
}

/** Looks around: at the view, at the anchor and at what has the focus. `host` is furrow's own element, which is never in its own way. */
export function surroundingsOf(window: Window & typeof globalThis, host: Element, anchor: Element | undefined, side: NudgeText['side']): Surroundings {
  const { activeElement, body } = window.document;
  const rightToLeft = window.getComputedStyle(anchor ?? body).direction === 'rtl';
  return {
    view: viewOf(window),
    anchor: anchor && boxOf(anchor, window),
    // What holds the help too, such as the page or a dialog, is not what the visitor is at.
    focused: activeElement && !activeElement.contains(host) ? boxOf(activeElement, window) : undefined,
    side: sideOf(side, rightToLeft),
    rightToLeft,
  };
}

/** Less than the window while an on-screen keyboard is open or the page is pinched. */
function viewOf({ visualViewport: seen, innerWidth, innerHeight }: Window): Box {
  return seen
    ? { x: seen.offsetLeft, y: seen.offsetTop, width: seen.width, height: seen.height }
    : { x: 0, y: 0, width: innerWidth, height: innerHeight };
}

/** Where an element stands in this window's viewport, also when it stands in a frame of the same origin. */
function boxOf(element: Element, window: Window): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  const inner = element.ownerDocument.defaultView;
  const frame = inner === window ? null : inner?.frameElement;
  if (!frame) return { x, y, width, height };
  const outer = boxOf(frame, window);
  return { x: x + outer.x + frame.clientLeft, y: y + outer.y + frame.clientTop, width, height };
}

function sideOf(side: NudgeText['side'], rightToLeft: boolean): Side {
  if (side === 'auto') return 'bottom';
  if (side === 'top' || side === 'bottom') return side;
  return (side === 'start') === rightToLeft ? 'right' : 'left';
}
