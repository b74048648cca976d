import type { Page, Watch } from '../types';

/** Who has done nothing for longer reads something else, or is away (SIGNALS, task-overrun). */
const ACTIVE_MS = 15_000;

/** What a visitor does. */
const DOING = ['pointerdown', 'keydown', 'input', 'wheel', 'scroll', 'touchmove'] as const;

/**
 * Counts how long the visitor has been at it: the page seen, and something done within the last 15 s. Each pause counts at
 * most so long, so that a sleeping machine or a clock that jumps adds no more than one pause.
 */
export function watchActivity(page: Page, onMove: Watch['onMove']): Watch['activeMs'] {
  const { document } = page.window;
  let totalMs = 0;
  let doneAt: number | undefined;

  function sinceDone(): number {
    return doneAt === undefined ? 0 : Math.min(ACTIVE_MS, Math.max(0, page.now() - doneAt));
  }

  function done(): void {
    totalMs += sinceDone();
    doneAt = document.hidden ? undefined : page.now();
  }

  for (const type of DOING) page.on(type, done);
  page.on('visibilitychange', done);
  // a sound or a film is followed; a silent one plays for nobody in particular
  page.on('timeupdate', ({ target }) => { if (target && 'muted' in target && !target.muted) done(); });
  onMove(done);
  return () => totalMs + sinceDone();
}
