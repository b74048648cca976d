import { render } from 'preact';
import type { CentreContext } from '../parts';
import type { ConsentChange } from '../types';
import { refusalOf } from '../consent/refusal';
import { actsOf } from './acts';
import { type Allowed, allowedOf, familiesOf } from './allowed';
import { CentrePart } from './CentrePart';
import { createSurface } from './surface';
import type { View } from './view';
import { wishesOf } from './wishes';

/** Shows the centre; resolves when the visitor has closed it. What is switched is kept by “Save”, so that one answer is one receipt. */
export async function show(context: CentreContext, opener: Element | undefined): Promise<void> {
  const { window, options, furrow, records, running, purposes, fail } = context;
  const words = await context.words('preferences', options.locale ?? '');
  const all: Allowed = { purposes, families: familiesOf(options.detectors) };
  const honours = (options.honours ?? '').split(/[\s,]+/);
  const surface = createSurface(window, words.lang, opener);
  const { dialog } = surface;
  const refusal = refusalOf(window, options.automated);
  const before = wishesOf(records.read('preferences'));
  let view: View = {
    receipt: furrow.receipt(), allowed: allowedOf(furrow.receipt(), all), before, wishes: before, refused: refusal && (refusal === 'gpc' || refusal === 'dnt' ? 'signal' : 'blocked'),
    past: undefined, scores: [], held: undefined, asks: false, said: '',
  };

  function see(change: Partial<View>): void {
    view = { ...view, ...change };
    if (dialog.isConnected) render(<CentrePart words={words} options={options} all={all} honours={honours} view={view} acts={acts} />, dialog);
  }

  /** An answer, given here or elsewhere; after a no there is nothing left to be wanted. */
  function answered({ receipt, granted }: Pick<ConsentChange, 'receipt' | 'granted'>): void {
    const nothing = wishesOf(undefined);
    see({ receipt, allowed: allowedOf(receipt, all), held: undefined, ...(!granted && { before: nothing, wishes: nothing }) });
    refresh();
  }

  /** The visit may still be loading, and has more to tell once it runs. */
  function refresh(): void {
    running().then(async (visit) => see({ past: visit?.past, scores: (await visit?.holdings())?.scores ?? [] })).catch((cause: unknown) => fail('the preferences', cause));
  }

  const acts = actsOf(context, { words, all, surface, view: () => view, see });
  const off = furrow.on('consent', answered);
  see({});
  dialog.showModal();
  surface.focus('title');
  refresh();
  await surface.closed;
  off();
  render(null, dialog);
}
