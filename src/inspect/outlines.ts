/** An element of the page to be outlined. */
export interface Outlined {
  readonly element: Element;
  readonly number: number;
  /** Pointed at in the overlay: it alone gets a whole frame and its name. */
  readonly strong: boolean;
  readonly label: string;
}

/**
 * Frames around elements of the page, drawn in the overlay's own layer: nothing of the page is marked. They follow their elements
 * with every frame that is painted, for as long as there is one to follow.
 */
export function createOutlines(window: Window, layer: HTMLElement): { show(outlined: readonly Outlined[]): void; end(): void } {
  const boxes = new Map<number, { readonly box: HTMLElement; outlined: Outlined }>();
  let frame = 0;

  function show(all: readonly Outlined[]): void {
    for (const [number, { box }] of boxes) {
      if (all.some((each) => each.number === number)) continue;
      box.remove();
      boxes.delete(number);
    }
    for (const outlined of all) dress(outlined);
    window.cancelAnimationFrame(frame);
    if (all.length) follow();
  }

  function dress(outlined: Outlined): void {
    const box = boxes.get(outlined.number)?.box ?? layer.appendChild(layer.ownerDocument.createElement('div'));
    box.className = outlined.strong ? 'mark strong' : 'mark';
    box.dataset.label = outlined.strong ? `${outlined.number} ${outlined.label}` : `${outlined.number}`;
    boxes.set(outlined.number, { box, outlined });
  }

  function follow(): void {
    for (const { box, outlined } of boxes.values()) place(box, outlined.element);
    frame = window.requestAnimationFrame(follow);
  }

  return { show, end: () => window.cancelAnimationFrame(frame) };
}

/** Room between an element and its frame. */
const GAP_PX = 3;

/** Room for its name above the frame. */
const NAME_PX = 28;

/** What has no box is not on the page now, or hidden; its frame waits unseen. */
function place(box: HTMLElement, element: Element): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  // a page may be zoomed by its own style, and this layer with it
  const { currentCSSZoom: zoom = 1 } = box;
  const [left, top, wide, high] = [x - GAP_PX, y - GAP_PX, width + 2 * GAP_PX, height + 2 * GAP_PX].map((px) => Math.round(px / zoom));
  const at = `${left}px ${top}px ${wide}px ${high}px`;
  box.hidden = !(width && height);
  if (box.dataset.at === at) return;
  box.dataset.at = at;
  // a name is not cut off by the window's edge
  box.toggleAttribute('data-under', y < NAME_PX);
  box.toggleAttribute('data-far', x > box.ownerDocument.documentElement.clientWidth / 2);
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${wide}px`, height: `${high}px` });
}
