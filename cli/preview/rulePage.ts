import type { Rule } from '../../src/types';
import { html, type Html } from './html';
import { page } from './page';
import type { Shown } from './shown';
import type { Sight } from './sights';

/** As phones, tablets and desks are wide; `preview.css` makes them fit beside each other. */
const WIDTHS = [320, 768, 1280] as const;

const SCHEMES = ['light', 'dark'] as const;
const DIRECTIONS = [['ltr', 'left to right'], ['rtl', 'right to left']] as const;

/** Every nudge of a rule, in each language, width, direction and colour scheme. What is not looked at is not loaded. */
export function rulePage(shown: Shown, rule: Rule, sights: readonly Sight[]): string {
  return page(rule.id, shown, html`
<div class="choices" role="group" aria-label="What to show">
${choice('scheme', 'Colours', [['all', 'both'], ['light', 'light'], ['dark', 'dark']])}
${choice('dir', 'Page reads', [['all', 'both ways'], ['ltr', 'left to right'], ['rtl', 'right to left']])}
${choice('width', 'Width', [['all', 'all'], ...WIDTHS.map((width) => [String(width), String(width)] as const)])}
${choice('form', 'Form', [['written', 'as written'], ['chip', 'as a chip']])}
</div>
<p class="note">These are the very nudges that visitors get, on an empty page. The reasons under “Why am I seeing this?” are examples, and so is the way to a person, which is there where your page has one. Forced colours are the system’s own and no page can
show them: in Chromium, turn them on under DevTools › Rendering › Emulate CSS media feature forced-colors.</p>
${sights.flatMap((sight) => sight.locales.map((locale) => section(rule, sight, locale)))}`);
}

function section(rule: Rule, sight: Sight, locale: string): Html {
  return html`<section aria-label="${sight.name}, ${locale}">
<h2>${sight.name} <span class="locale">${locale}</span> <small>${sight.text.template}</small></h2>
${DIRECTIONS.flatMap(([dir, reads]) => SCHEMES.map((scheme) => html`<div class="row ${dir} ${scheme}">
<h3>${scheme}, ${reads}</h3>
<div class="frames">${WIDTHS.flatMap((width) => (['written', 'chip'] as const).map((form) => frame(rule, sight, { locale, dir, scheme, width, form })))}</div>
</div>`))}
</section>`;
}

interface Look {
  readonly locale: string;
  readonly dir: string;
  readonly scheme: string;
  readonly width: number;
  readonly form: string;
}

function frame({ id }: Rule, { key, name }: Sight, { locale, dir, scheme, width, form }: Look): Html {
  const query = new URLSearchParams({ rule: id, sight: key, locale, dir, scheme, form });
  return html`<figure class="w${width} ${form}"><div class="screen"><iframe src="/frame?${query.toString()}" title="${name}, ${locale}, ${scheme}, ${dir}, ${width} px wide${form === 'chip' ? ', as a chip' : ''}" loading="lazy"></iframe></div><figcaption>${width} px</figcaption></figure>`;
}

function choice(name: string, label: string, values: readonly (readonly [value: string, label: string])[]): Html {
  return html`<fieldset><legend>${label}</legend>${values.map(([value, words], index) => html`<label><input type="radio" name="${name}" id="${name}-${value}" value="${value}" ${index ? html`` : html`checked`}>${words}</label>`)}</fieldset>`;
}
