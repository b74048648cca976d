/**
 * Tells the other tabs that consent is gone, and hears it from them. A message can only stop furrow, never start it,
 * so a forged one can do no harm. Open only while furrow runs.
 */
export function createTabs(window: Window & typeof globalThis, end: AbortSignal, onWithdrawn: () => void): { tellWithdrawn(): void } {
  const channel = openChannel(window);
  channel?.addEventListener('message', onWithdrawn, { signal: end });
  end.addEventListener('abort', () => channel?.close());
  return { tellWithdrawn: () => channel?.postMessage('withdrawn') };
}

/** Missing in old browsers; refused where cookies are (Firefox). A tab that hears nothing reads the receipt with its next page. */
function openChannel(window: Window & typeof globalThis): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel('furrow');
  } catch {
    return undefined;
  }
}
