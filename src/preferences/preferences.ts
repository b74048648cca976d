import type { OpenPreferences } from '../parts';
import { show } from './show';
import { CENTRE } from './surface';

/** Opens the preference centre. */
export const openPreferences: OpenPreferences = (gate) => {
  if (gate.window.document.querySelector(CENTRE)) return;
  show(gate).catch((cause: unknown) => gate.fail('the preferences', cause));
};
