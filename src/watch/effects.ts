import type { Page } from '../types';
import { watchAway } from './away';
import { innermost } from './innermost';
import type { Effect } from './trial';
import { AT_ONCE_MS } from './trial';

/** Scrolling this soon after the last goes on from before. */
const SCROLLING_MS = 150;
/** A wheel or a finger scrolls on for this long after it has stopped. */
const MOMENTUM_MS = 500;
/** Events that say by themselves that something happened. */
const ANSWERS = ['toggle', 'play', 'pause', 'volumechange', 'ratechange', 'beforeprint', 'copy', 'cut', 'fullscreenchange'] as const;

/**
 * The ways in which a page answers that no mutation shows: scrolling, focus, going elsewhere, popovers, selection, sound,
 * printing, the clipboard, other windows. All are heard as events; nothing is patched.
 */
export function watchEffects(page: Page, tell: (effect: Effect, at?: Element) => void): void {
  const { document, location } = page.window;
  let wheeledAt = -Infinity;
  let scrolledAt = -Infinity;
  let clickedAt = -Infinity;

  for (const type of ['wheel', 'touchmove'] as const) page.on(type, () => { wheeledAt = page.now(); });
  page.on('scroll', () => {
    const now = page.now();
    if (now - wheeledAt > MOMENTUM_MS && now - scrolledAt > SCROLLING_MS) tell('gave');
    scrolledAt = now;
  });

  for (const type of ANSWERS) page.on(type, () => tell('gave'));
  // what runs in a loop begins anew by itself
  page.on('seeking', ({ target }) => { if (target && 'loop' in target && !target.loop) tell('gave'); });
  // a second click selects a word by itself, and so do hammering and drawing the pointer over text
  page.on('click', ({ detail }) => { clickedAt = detail > 1 ? -Infinity : page.now(); });
  page.on('pointerdown', () => { clickedAt = -Infinity; });
  page.on('selectionchange', () => { if (page.now() - clickedAt < AT_ONCE_MS && document.getSelection()?.type === 'Range') tell('gave'); });
  // where what is selected is copied of its own, a selection is no answer
  page.on('clipboardchange', () => { if (document.getSelection()?.type !== 'Range') tell('copied'); });
  for (const type of ['input', 'change'] as const) page.on(type, (event) => tell('own', innermost(event)));
  page.on('invalid', () => tell('alive'));
  page.on('focusin', (event) => tell('focus', innermost(event)));

  page.on('navigate', ({ destination, hashChange }) => {
    if (!hashChange && !(destination.sameDocument && destination.url === location.href)) tell('gave');
  });
  for (const type of ['click', 'submit'] as const) page.on(type, (event) => {
    if (type === 'click' && !leads(innermost(event), location)) return;
    page.soon(() => { if (!event.defaultPrevented) tell('gave'); });
  });

  watchAway(page, () => tell('unknown'));
}

/** Whether a link goes anywhere: to another page, window or program, or to a file. */
function leads(target: Element | undefined, { href }: Location): boolean {
  const link = target?.closest<HTMLAnchorElement>('a[href],area[href]');
  if (!link || link.protocol === 'javascript:') return false;
  return link.href.split('#')[0] !== href.split('#')[0] || link.hasAttribute('download') || !/^(_self)?$/.test(link.target);
}
