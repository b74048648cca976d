import type { Move, Page } from '../types';
import { innermost } from './innermost';

/** One frame at 60 Hz: a mouse that tells a thousand times a second says no more. */
const SAMPLE_MS = 16;

/** Samples the pointer, and does nothing else while it moves. A finger is left out: it does not hover. */
export function watchMoves(page: Page): (listener: (move: Move) => void) => void {
  const listeners: ((move: Move) => void)[] = [];
  let sampledAt = -Infinity;

  page.on('pointermove', (event) => {
    const at = page.now();
    if (at - sampledAt < SAMPLE_MS) return;
    sampledAt = at;
    const { clientX: x, clientY: y, buttons, pointerType } = event;
    if (pointerType === 'touch') return;
    const move = { at, x, y, target: innermost(event), pressed: buttons > 0 };
    for (const listener of listeners) page.attempt(() => listener(move));
  });

  return (listener) => void listeners.push(listener);
}
