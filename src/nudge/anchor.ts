export interface Anchor {
  /** The element now; looked for anew when the page took the last one away. Undefined when there is none. */
  element(): Element | undefined;
  /** It is another element now: the next time it is looked for anew. */
  leave(): void;
  /** Whether any of it can be seen: not scrolled away, neither in the page nor in a box of it. */
  inSight(): boolean;
}

export interface AnchorOptions {
  readonly find: () => Element | undefined;
  /** An element was found, and stays the anchor until the signal ends. */
  readonly onFound: (element: Element, until: AbortSignal) => void;
  /** It came into sight or left it. */
  readonly onSight: () => void;
  readonly end: AbortSignal;
}

/** The element that help belongs to, kept over re-renders. */
export function createAnchor({ find, onFound, onSight, end }: AnchorOptions): Anchor {
  let current: Element | undefined;
  let seen = true;
  let until = new AbortController();
  end.addEventListener('abort', () => until.abort());

  function take(found: Element | undefined): void {
    until.abort();
    until = new AbortController();
    current = found;
    seen = true;
    if (!found) return;
    const sight = new IntersectionObserver((entries) => {
      seen = entries.at(-1)?.isIntersecting ?? true;
      onSight();
    });
    sight.observe(found);
    until.signal.addEventListener('abort', () => sight.disconnect());
    onFound(found, until.signal);
  }

  return {
    element() {
      if (current && stands(current)) return current;
      const found = find();
      take(found && stands(found) ? found : undefined);
      return current;
    },
    leave: () => take(undefined),
    inSight: () => seen,
  };
}

/** Beside an element that is hidden help would stand in the corner of the page, or beside nothing: what is closed in may still have a box. */
function stands(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0 && element.checkVisibility?.({ checkVisibilityCSS: true }) !== false;
}
