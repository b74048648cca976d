import type { Signal } from '../types';

/** A screen reader that is spoken to more often than this cannot be worked with. */
const REST_MS = 5000;

/** Tells new signals to screen readers, politely and seldom: the last one, and how many came before it. */
export function createAnnouncer(window: Window, status: HTMLElement): { say(signal: Signal): void; end(): void } {
  let waiting = 0;
  let last = '';
  let timer = 0;
  let spokeAt = -Infinity;

  function speak(): void {
    timer = 0;
    spokeAt = window.performance.now();
    status.textContent = waiting > 1 ? `${waiting} new signals, the last one ${last}` : last;
    waiting = 0;
  }

  return {
    say({ name, place }) {
      waiting++;
      last = `${name} at ${place}`;
      timer ||= window.setTimeout(speak, Math.max(0, spokeAt + REST_MS - window.performance.now()));
    },
    end: () => window.clearTimeout(timer),
  };
}
