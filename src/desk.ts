import { holdingsOf } from './holdings';
import type { CreateDesk } from './parts';
import { inLanguage } from './words/language';

const NOTHING = { stored: [], waiting: 0, problems: [], rules: [], signals: [], decisions: [], toString: () => 'furrow does not run' };

/** Where a visitor, or a developer, asks furrow what it has and what it does. */
export const createDesk: CreateDesk = (gate) => {
  const { window, options, furrow, refusal, records, running, clear, restart, parts } = gate;
  return {
    async preferences(opener) {
      const [open, words] = await Promise.all([parts('preferences'), inLanguage((language) => parts(`preferences.${language}`), options.locale)]);
      open({ ...gate, words, opener });
    },
    async export() {
      return new window.Blob([JSON.stringify(await holdingsOf(gate), null, 2)], { type: 'application/json' });
    },
    async forget() {
      const facts = await (await running())?.purge(true) ?? [];
      const deleted = [...clear(), ...facts];
      restart();
      return deleted;
    },
    async inspect() {
      const inspect = await parts('inspect');
      inspect(window, furrow, (rehearsal) => void running().then((visit) => visit?.rehearse(rehearsal)));
    },
    async explain() {
      const visit = await running();
      const { stored, waiting, ...told } = (await visit?.explain()) ?? NOTHING;
      const consent = furrow.receipt()?.decision ?? (refusal ? 'signal' : 'unknown');
      return { status: { consent, running: !!visit, stored: [...records.keys(), ...stored], waiting }, ...told };
    },
  };
};
