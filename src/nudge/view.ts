import type { Box } from './place';

/** What the visitor sees of the page now: less than the window while an on-screen keyboard is open or the page is pinched. */
export function viewOf(window: Window): Box {
  const { visualViewport: seen, innerWidth, innerHeight } = window;
  return seen
    ? { x: seen.offsetLeft, y: seen.offsetTop, width: seen.width, height: seen.height }
    : { x: 0, y: 0, width: innerWidth, height: innerHeight };
}

/** Where an element stands in this window's viewport, also when it stands in a frame of the same origin. */
export function boxOf(element: Element, window: Window): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  const inner = element.ownerDocument.defaultView;
  const frame = inner === window ? null : inner?.frameElement;
  if (!frame) return { x, y, width, height };
  const outer = boxOf(frame, window);
  return { x: x + outer.x + frame.clientLeft, y: y + outer.y + frame.clientTop, width, height };
}
