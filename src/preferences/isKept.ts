import type { Options, Records } from '../types';
import { createRecords } from '../browser/records';

/** Whether the browser keeps what was written last: where it refuses, or is full, records live as long as the page. */
export function isKept(window: Window, { storage, receipt }: Options, records: Records): boolean {
  const kept = createRecords(window, storage);
  const isThere = (key: string): boolean => JSON.stringify(kept.read(key)) === JSON.stringify(records.read(key));
  return storage === 'memory' || ((!!receipt || isThere('receipt')) && isThere('preferences'));
}
