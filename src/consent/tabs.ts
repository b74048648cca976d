import type { Receipt } from '../types';

/**
 * Tells the other tabs of a no, and hears it from them. A message can only stop furrow, never start it, so a forged one
 * can do no harm; who hears one has to look at what it is. Open only while furrow runs.
 */
export function createTabs(window: Window & typeof globalThis, end: AbortSignal, onWithdrawn: (told: unknown) => void): { tellWithdrawn(no: Receipt): void } {
  const channel = openChannel(window);
  channel?.addEventListener('message', ({ data }) => onWithdrawn(data), { signal: end });
  end.addEventListener('abort', () => channel?.close());
  return { tellWithdrawn: (no) => channel?.postMessage(no) };
}

/** Missing in old browsers; refused where cookies are (Firefox). A tab that hears nothing reads the receipt with its next page. */
function openChannel(window: Window & typeof globalThis): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel('furrow');
  } catch {
    return undefined;
  }
}
