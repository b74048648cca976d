/** A file that has not come by then is treated as missing; a visit does not wait longer to begin. */
const PATIENCE_MS = 8000;

/** Fetches a text file of the host's. Rejects with a sentence that says what was wrong. */
export async function fetchText(window: Window & typeof globalThis, url: string, end: AbortSignal): Promise<string> {
  const gaveUp = new AbortController();
  const giveUp = () => gaveUp.abort();
  const timer = window.setTimeout(giveUp, PATIENCE_MS);
  end.addEventListener('abort', giveUp, { signal: gaveUp.signal });
  try {
    const response = await window.fetch(url, { signal: gaveUp.signal, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return await response.text();
  } catch (cause) {
    const why = gaveUp.signal.aborted ? `it did not come within ${PATIENCE_MS / 1000} s` : cause instanceof Error ? cause.message : String(cause);
    throw new Error(`could not be loaded: ${why}`);
  } finally {
    window.clearTimeout(timer);
  }
}
