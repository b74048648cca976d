import type { Page } from '../types';

/**
 * Follows the visitor out of the window and back in: calls back when they have gone, and says when they came back last.
 * Into a frame of the page is not out of it; Firefox knows where the focus went only a moment later.
 */
export function watchAway(page: Page, gone?: () => void): () => number {
  const { document } = page.window;
  let isAway = !document.hasFocus();
  let backAt = -Infinity;

  page.on('blur', ({ target }) => {
    if (target === page.window) page.after(0, () => {
      isAway = !document.hasFocus();
      if (isAway) gone?.();
    });
  });
  page.on('focus', ({ target }) => { if (isAway && target === page.window) backAt = page.now(); });
  page.on('visibilitychange', () => {
    backAt = page.now();
    gone?.();
  });
  return () => backAt;
}
