import { render } from 'preact';
import { purposesOf } from '../consent/receipt';
import type { OpenPreferences } from '../parts';
import type { ConsentChange } from '../types';
import { actsOf } from './acts';
import { type Allowed, allowedOf, familiesOf } from './allowed';
import { CentrePart } from './CentrePart';
import { createSurface } from './surface';
import type { View } from './view';
import { wishesOf } from './wishes';

/** Shows the centre; resolves when the visitor has closed it. What is switched is kept by “Save”, so that one answer is one receipt. */
export async function show(gate: Parameters<OpenPreferences>[0]): Promise<void> {
  const { window, options, furrow, words, records, refusal, running, opener, fail } = gate;
  const all: Allowed = { purposes: purposesOf(options), families: familiesOf(options.detectors) };
  const honours = (options.honours ?? '').split(/[\s,]+/);
  const surface = createSurface(window, words.lang, opener);
  const before = wishesOf(records.read('preferences'));
  const receipt = furrow.receipt();
  let view: View = { receipt, isRefused: !!refusal, allowed: allowedOf(receipt, all), before, wishes: before, past: undefined, scores: [], held: undefined, said: '' };

  function see(change: Partial<View>): void {
    view = { ...view, ...change };
    if (surface.dialog.isConnected) render(<CentrePart words={words} options={options} all={all} honours={honours} view={view} acts={acts} />, surface.dialog);
  }

  /** An answer, given here or elsewhere; after a no there is nothing left to be wanted. */
  function answered({ receipt, granted }: Pick<ConsentChange, 'receipt' | 'granted'>): void {
    const nothing = wishesOf(undefined);
    see({ receipt, allowed: allowedOf(receipt, all), ...(!granted && { before: nothing, wishes: nothing }) });
    look();
  }

  /** The visit may still be loading, and has more to tell once it runs. */
  function look(): void {
    running().then(async (visit) => see({ past: visit?.past, scores: (await visit?.holdings())?.scores ?? [] })).catch((cause: unknown) => fail('the preferences', cause));
  }

  const acts = actsOf(gate, { words, all, surface, view: () => view, see });
  const off = furrow.on('consent', answered);
  see({});
  surface.dialog.showModal();
  surface.focus('title');
  look();
  await surface.closed;
  off();
  render(null, surface.dialog);
}
