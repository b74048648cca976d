import type { Options, Records } from '../types';

/** Whether the browser has stored the last answer: where it refuses, or is full, records live as long as the page. */
export function isStored(window: Window, { storage = 'local', receipt }: Options, records: Pick<Records, 'read'>): boolean {
  try {
    return !!receipt || storage === 'memory' || window[`${storage}Storage`].getItem('furrow.receipt') === JSON.stringify(records.read('receipt'));
  } catch {
    return false;
  }
}
