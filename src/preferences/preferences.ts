import type { CreateCentre } from '../parts';
import { holdingsOf } from './holdingsOf';
import { show } from './show';

/** The preference centre, and what a visitor may ask for there and elsewhere: their data, or to be forgotten. */
export const createCentre: CreateCentre = (context) => {
  const { running, clear, restart, fail } = context;
  let isOpen = false;

  async function open(opener: Element | undefined): Promise<void> {
    if (isOpen) return;
    isOpen = true;
    try {
      await show(context, opener);
    } catch (cause) {
      fail('the preferences', cause);
    }
    isOpen = false;
  }

  return {
    open: (opener) => void open(opener),
    export: async () => new Blob([JSON.stringify(await holdingsOf(context), null, 2)], { type: 'application/json' }),
    async forget() {
      const facts = await (await running())?.purge(true) ?? [];
      const deleted = [...clear(), ...facts];
      restart();
      return deleted;
    },
  };
};
