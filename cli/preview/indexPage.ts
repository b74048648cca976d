import type { Text } from '../../src/types';
import { and, plural } from '../words';
import { html } from './html';
import { page } from './page';
import type { Shown } from './shown';
import type { Sight } from './sights';

/** Every rule of the file, with a way to its nudges. */
export function indexPage(shown: Shown): string {
  const { rules } = shown;
  if (!rules.length) return page('Nothing to show', shown, html`<p>The page would refuse this file. Mend what stands above; this page follows.</p>`);
  return page(plural(rules.length, 'rule'), shown, html`<ul class="rules">${rules.map(({ rule, sights }) => html`
<li>
<h2>${sights.length ? html`<a href="/rule?id=${rule.id}">${rule.id}</a>` : rule.id}</h2>
${sights.slice(0, 1).map(({ text }) => html`<p class="title">“${firstOf(text.title)}”</p>`)}<p>${rule.status} · ${sights.length ? said(sights) : 'shows nothing, it only watches'}</p>
</li>`)}
</ul>`);
}

function said(sights: readonly Sight[]): string {
  const locales = [...new Set(sights.flatMap((sight) => sight.locales))];
  return `${plural(sights.length, 'nudge')} in ${and(locales)}`;
}

function firstOf(text: Text): string {
  return typeof text === 'string' ? text : Object.values(text)[0] ?? '';
}
