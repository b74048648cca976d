import type { Contribution, Evidence, Rule } from '../../src/types';
import { html, json } from './html';
import type { Sight } from './sights';

/** How a nudge is looked at. */
export interface FrameLook {
  readonly locale: string;
  /** Where furrow's own words in that language are, or the nearest. */
  readonly words: string;
  readonly dir: 'ltr' | 'rtl';
  readonly scheme: 'light' | 'dark';
  readonly isChip: boolean;
}

/** Of every signal there is something to say with these. */
const EXAMPLE: Evidence = { n: 4, ms: 9000, spanMs: 900, dead: true };

/** As many as a decision has. */
const MOST_REASONS = 3;

/** An empty page with the places on it at which one nudge stands. */
export function framePage(rule: Rule, { name, text }: Sight, { locale, words, dir, scheme, isChip }: FrameLook): string {
  const place = text.at ?? rule.where.element[0] ?? 'the place';
  const places = new Set([place, ...text.steps.map(({ at = place }) => at)]);
  const help = { id: 'preview', text, why: rule.why, reasons: reasonsOf(rule), channel: isChip ? 'chip' : text.template, locale };
  return html`<!doctype html>
<html lang="${locale}" dir="${dir}" class="frame ${scheme}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<link rel="stylesheet" href="/preview.css">
<main><i></i><i></i><i></i>${[...places].map((name) => html`<button type="button">${name}</button><i></i><i></i>`)}</main>
<script type="application/json" id="help">${json(help)}</script>
<link rel="modulepreload" href="${words}" id="words">
<script type="module" src="/frame.js"></script>
</html>
`.html;
}

function reasonsOf({ signals }: Rule): readonly Contribution[] {
  return signals.filter(({ points }) => points > 0).slice(0, MOST_REASONS).map(({ signal, points, atLeast }) => ({ signal, place: '', points, count: Math.max(2, atLeast), evidence: EXAMPLE }));
}
