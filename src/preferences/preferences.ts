import type { CreateCentre } from '../parts';

/** The preference centre, and what a visitor may ask for there: their data, or to be forgotten. */
export const createCentre: CreateCentre = ({ records, furrow, running, clear, restart, fail }) => ({
  open: () => fail('the preferences', 'not built yet'),
  async export() {
    const held = await (await running())?.holdings();
    const kept = Object.fromEntries(records.keys().map((key) => [key, records.read(key)]));
    return new Blob([JSON.stringify({ receipt: furrow.receipt(), records: kept, ...held }, null, 2)], { type: 'application/json' });
  },
  async forget() {
    const facts = await (await running())?.purge(true) ?? [];
    const deleted = [...clear(), ...facts];
    restart();
    return deleted;
  },
});
