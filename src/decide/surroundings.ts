import type { Page, SignalName } from '../types';
import type { Here } from './here';
import type { HostState } from './host';
import { createClocks } from './localTime';
import type { Watching } from './moment';

/** Where the answers come from. */
export interface Sources {
  pages(): readonly string[];
  steps(): readonly string[];
  visit(): string;
  /** The rule whose nudge stands there. */
  standing(): string | undefined;
  host(): HostState;
  wall(): number;
  lastAt(name: SignalName): number | undefined;
  readonly purposes: Here['purposes'];
}

/** Looks round, once for all rules that a signal touched. */
export function createSurroundings(page: Page, { moment, isDoing }: Watching, sources: Sources): () => Here {
  const touch = page.window.matchMedia('(pointer: coarse)');
  const clocks = createClocks();
  return () => ({
    now: page.now(), wallMs: sources.wall(), zone: undefined, clocks, pages: sources.pages(), steps: sources.steps(), device: touch.matches ? 'touch' : 'pointer',
    purposes: sources.purposes, visit: sources.visit(), host: sources.host(), moment: moment(), doing: { has: isDoing }, standing: sources.standing(), lastAt: sources.lastAt,
  });
}
