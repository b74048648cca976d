import type { Page } from '../types';

/** Calls back for each request that has ended, as the browser tells it afterwards; requests themselves are not touched. */
export function watchRequests(page: Page, listener: (request: PerformanceResourceTiming) => void): void {
  const { PerformanceObserver } = page.window;
  if (!PerformanceObserver?.supportedEntryTypes?.includes('resource')) return;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (isRequest(entry)) page.attempt(() => listener(entry));
  });
  observer.observe({ type: 'resource' });
  page.end.addEventListener('abort', () => observer.disconnect());
}

function isRequest(entry: PerformanceEntry): entry is PerformanceResourceTiming {
  return 'initiatorType' in entry;
}
