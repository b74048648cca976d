/** Where a record of the gate lies in Web Storage. */
const RECEIPT = 'furrow.receipt';

/**
 * Tells the other tabs of a no when it ends the visit, and hears it from them: by a message, and where none comes (the other page had
 * hardly begun, or has no channel) by what that page has written. Either can only stop furrow, never start it, so a forged one does no
 * harm; who hears one has to look at what it is. Open only while furrow runs.
 */
export function createTabs(window: Window & typeof globalThis, end: AbortSignal, hear: (told: unknown) => void): void {
  const channel = openChannel(window);
  channel?.addEventListener('message', ({ data }) => hear(data), { signal: end });
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === RECEIPT) hear(parsed(newValue));
  }, { signal: end });
  end.addEventListener('abort', () => {
    const reason: unknown = end.reason;
    if (!(reason instanceof Error)) channel?.postMessage(reason);
    channel?.close();
  });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Missing in old browsers; refused where cookies are (Firefox). A tab that hears nothing reads the receipt with its next page. */
function openChannel(window: Window & typeof globalThis): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel('furrow');
  } catch {
    return undefined;
  }
}
