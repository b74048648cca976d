import type { GateContext, Holdings } from './parts';

/** Everything that furrow holds of this browser: the same to be read and to be taken along. */
export async function holdingsOf({ furrow, records, running }: Pick<GateContext, 'furrow' | 'records' | 'running'>): Promise<Holdings> {
  const held = await (await running())?.holdings();
  const kept = Object.fromEntries(records.keys().map((key) => [key, records.read(key)]));
  return { receipt: furrow.receipt(), signals: [], scores: [], decisions: [], waiting: [], ...held, records: { ...held?.records, ...kept } };
}
