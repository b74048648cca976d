/** What can move an element or the view without changing the document. */
const MOVES = ['scroll', 'resize', 'transitionend', 'animationend', 'load', 'focusin', 'fullscreenchange'] as const;

export interface Follower {
  /** Asks for one call before the next paint. */
  soon(): void;
  /** Follows what happens in this tree too; a shadow root keeps its changes to itself. */
  watch(tree: Node): void;
}

/** Calls `moved` before a paint in which something may have moved, once however much happened. Costs nothing while the page rests. */
export function follow(window: Window & typeof globalThis, moved: () => void, end: AbortSignal): Follower {
  let frame = 0;
  const soon = (): void => {
    frame ||= window.requestAnimationFrame(() => {
      frame = 0;
      if (!end.aborted) moved();
    });
  };
  const options = { capture: true, passive: true, signal: end };
  for (const type of MOVES) {
    window.addEventListener(type, soon, options);
    window.visualViewport?.addEventListener(type, soon, options);
  }
  const changes = new window.MutationObserver(soon);
  end.addEventListener('abort', () => {
    changes.disconnect();
    window.cancelAnimationFrame(frame);
  });
  return {
    soon,
    watch: (tree) => changes.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true }),
  };
}
