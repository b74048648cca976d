/** Screen readers overlook what stands in a status region when the region itself is new. */
const ANNOUNCE_AFTER_MS = 150;

/** Says a sentence politely, once, to those who listen to the page. */
export function announce(status: HTMLElement, sentence: () => string, window: Window, end: AbortSignal): void {
  const timer = window.setTimeout(() => (status.textContent = sentence()), ANNOUNCE_AFTER_MS);
  end.addEventListener('abort', () => window.clearTimeout(timer));
}
