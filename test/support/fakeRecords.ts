import type { Records } from '../../src/types';

/** Records that live as long as the test, as text, so that nobody can hold on to what was written. */
export function createFakeRecords(kept: Readonly<Record<string, unknown>> = {}): Pick<Records, 'read' | 'write'> {
  const texts = new Map(Object.entries(kept).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    read: (key) => (JSON.parse(texts.get(key) ?? 'null') as unknown) ?? undefined,
    write: (key, value) => void texts.set(key, JSON.stringify(value)),
  };
}
