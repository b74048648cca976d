import type { Page, Scroll, Watch } from '../types';

/** Where a person scrolls, their hand moved this shortly before: a wheel's step is eased for about 300 ms. */
const BY_HAND_MS = 350;
/** A scrollbar that is held tells only that it was taken. */
const BAR_MS = 4000;
/** Often enough for a leg of 200 ms, and seldom enough to cost nothing. */
const SAMPLE_MS = 50;
/** Less than this share of a screen is a twitch, and no turn. */
const TURN_SHARE = 0.25;

/** Keys that scroll step by step. Home and End jump, and who jumps there and back has read what they wanted. */
const STEPS = /^(Arrow(Up|Down)|Page(Up|Down)| )$/;

/**
 * Samples how the visitor scrolls, up and down, in the page or in a part of it; where it is looked up after the paint, so
 * that no layout is forced. A leg that no hand began is told as such.
 */
export function watchScrolls(page: Page): Watch['onScroll'] {
  const listeners: ((scroll: Scroll) => void)[] = [];
  let handAt = -Infinity;
  let sampledAt = -Infinity;
  const stood = new WeakMap<Element, { readonly y: number; readonly rangePx: number }>();
  /** How far the visitor has come altogether: at the end of a list, the same wheel goes on with the page around it. */
  let way = 0;
  /** Where the leg began, the furthest it has come, and whether a hand began it; a finger's swing goes on without one. */
  let from = 0;
  let turn = 0;
  let own = false;

  for (const type of ['wheel', 'touchmove'] as const) page.on(type, () => { handAt = page.now(); });
  page.on('keydown', ({ key }) => { if (STEPS.test(key)) handAt = page.now(); });
  page.on('pointerdown', ({ target }) => { if (target === page.window.document.documentElement) handAt = page.now() + BAR_MS; });
  page.on('scroll', ({ target }) => {
    const at = page.now();
    if (!listeners.length || at - sampledAt < SAMPLE_MS) return;
    sampledAt = at;
    const byHand = at - handAt < BY_HAND_MS;
    page.soon(() => look(scrollerOf(target), at, byHand));
  });

  function look(at: Element | undefined, when: number, byHand: boolean): void {
    if (!at) return;
    const y = at.scrollTop;
    const screen = page.window.innerHeight;
    const rangePx = at.scrollHeight - at.clientHeight;
    const before = stood.get(at);
    // what is put in above moves the page under the visitor
    if (before?.rangePx === rangePx) way += y - before.y;
    stood.set(at, { y, rangePx });
    const turned = Math.abs(way - turn) >= TURN_SHARE * screen && (way - turn) * (turn - from) < 0;
    if (turned || turn === from) own = byHand;
    if (turned) from = turn;
    if (turned || Math.abs(way - from) > Math.abs(turn - from)) turn = way;
    const scroll = { at: when, target: at, byHand: own, turned, legPx: Math.abs(turn - from), rangePx, screenPx: screen };
    for (const listener of listeners) page.attempt(() => listener(scroll));
  }

  return (listener) => void listeners.push(listener);
}

/** What scrolls: an element, or the page of a document. */
function scrollerOf(target: EventTarget | null): Element | undefined {
  if (target && 'scrollingElement' in target) return isElement(target.scrollingElement) ? target.scrollingElement : undefined;
  return isElement(target) ? target : undefined;
}

/** By its properties, because a frame has classes of its own. */
function isElement(target: unknown): target is Element {
  return target instanceof Object && 'closest' in target;
}
