/**
 * Tells the other tabs that consent is gone, and hears it from them. A message can only stop furrow, never start it,
 * so a forged one can do no harm. Open only while furrow runs.
 */
export function createTabs(window: Window & typeof globalThis, end: AbortSignal, onWithdrawn: () => void): { tellWithdrawn(): void } {
  const channel = 'BroadcastChannel' in window ? new window.BroadcastChannel('furrow') : undefined;
  channel?.addEventListener('message', onWithdrawn, { signal: end });
  end.addEventListener('abort', () => channel?.close());
  // Where channels are partitioned or missing, the receipt's own record tells.
  window.addEventListener('storage', (event) => {
    if (event.key === null || event.key === 'furrow.receipt' && !event.newValue?.includes('"granted"')) onWithdrawn();
  }, { signal: end });
  return { tellWithdrawn: () => channel?.postMessage('withdrawn') };
}
