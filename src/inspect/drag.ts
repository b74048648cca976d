import { cornerAt, type Corner } from './dock';

/** A hand that moves less than this has pressed. */
const DRAG_PX = 4;

/** Long enough to see where it went, too short to wait for. */
const SETTLE_MS = 160;

/** Lets a pointer drag the panel by a handle; dropped, it settles in the nearest corner. `wasDrag` tells it of the last press by pointer. */
export function createDrag(window: Window & typeof globalThis, panel: HTMLElement, onDrop: (corner: Corner) => void): { begin(event: PointerEvent): void; wasDrag(): boolean } {
  let dragged = false;

  function begin({ currentTarget: handle, pointerId, clientX, clientY, button }: PointerEvent): void {
    dragged = false;
    if (button || !(handle instanceof window.HTMLElement)) return;
    const end = new AbortController();
    const options = { signal: end.signal };
    handle.setPointerCapture(pointerId);
    handle.addEventListener('pointermove', (move) => {
      const [dx, dy] = [move.clientX - clientX, move.clientY - clientY];
      dragged ||= Math.hypot(dx, dy) > DRAG_PX;
      if (dragged) panel.style.translate = `${dx}px ${dy}px`;
    }, options);
    handle.addEventListener('lostpointercapture', () => {
      end.abort();
      if (dragged) drop();
    }, options);
  }

  function drop(): void {
    const from = panel.getBoundingClientRect();
    panel.style.translate = '';
    onDrop(cornerAt((from.x + from.width / 2) / window.innerWidth, (from.y + from.height / 2) / window.innerHeight));
    const to = panel.getBoundingClientRect();
    if (window.matchMedia('(prefers-reduced-motion:reduce)').matches) return;
    panel.animate({ translate: [`${from.x - to.x}px ${from.y - to.y}px`, '0px'] }, { duration: SETTLE_MS, easing: 'ease-out' });
  }

  return { begin, wasDrag: () => dragged };
}
