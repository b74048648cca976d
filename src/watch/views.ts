import type { Page, Records, View, Watch } from '../types';
import { hash } from './hash';
import { innermost } from './innermost';

const KEY = 'views';
/** Enough for three bounces from one page; the tab keeps no history. */
const MOST_VIEWS = 8;
/** A router shows the next view within this of the press that asked for it, a server within that. */
const ROUTE_MS = 2000;
const LOAD_MS = 10_000;
/** Gone on this soon without a press, a view was a redirect, and nobody saw it. */
const REDIRECT_MS = 1000;

/** What only looks like another page: one switches to and fro between tabs. */
const TABS = '[role=tab],[role=tablist]';

/**
 * Follows the visitor through the tab, from view to view: page loads, routes, and pages that the browser had kept.
 * What must outlive a page is kept in the tab as numbers and flags, when the page is left.
 */
export function watchViews(page: Page, tab: Pick<Records, 'read' | 'write'>): Watch['onView'] {
  const { performance, document, navigation, location } = page.window;
  const listeners: ((views: readonly View[]) => void)[] = [];
  let views: readonly View[] = [];
  let pressedAt = -Infinity;
  let traversed = false;

  /** Unix time, because it goes on over page loads. */
  function wall(): number {
    return performance.timeOrigin + page.now();
  }

  function change(more: Partial<View>): void {
    const last = views.at(-1);
    if (last) views = [...views.slice(0, -1), { ...last, ...more }];
  }

  function begin(next: Pick<View, 'at' | 'pressed' | 'back' | 'reload'>): void {
    const of = hash(location.pathname + location.search);
    const last = views.at(-1);
    const isRedirect = last && !next.pressed && !next.back && !next.reload && next.at - last.at < REDIRECT_MS;
    const view = { ...next, of, presses: 0, scrolled: false };
    views = [...(isRedirect ? views.slice(0, -1) : views), isRedirect ? { ...last, of } : view].slice(-MOST_VIEWS);
    for (const listener of listeners) page.attempt(() => listener(views));
  }

  /** Takes up what the page before has left behind; furrow may not have been there for the one between. */
  function load(at: number, type: string | undefined): void {
    const kept = tab.read(KEY);
    const { views: before, pressedAt: pressed, leftAt } = isKept(kept) ? kept : { views: [], pressedAt: 0, leftAt: NaN };
    const wasPressed = leftAt - pressed < LOAD_MS;
    const back = type === 'back_forward';
    const isUnseen = back && before.at(-1)?.of === hash(location.pathname + location.search);
    views = isUnseen ? [...before, { of: 0, at: leftAt, pressed: wasPressed, back: false, reload: false, presses: 0, scrolled: false }] : before;
    begin({ at, back, reload: type === 'reload', pressed: wasPressed && type === 'navigate' });
  }

  page.on('navigate', ({ navigationType, currentTarget }) => {
    if (currentTarget === navigation) traversed = navigationType === 'traverse';
  });
  page.on('click', (event) => {
    pressedAt = innermost(event)?.closest(TABS) ? -Infinity : wall();
    change({ presses: (views.at(-1)?.presses ?? 0) + 1 });
  });
  page.on('submit', () => { pressedAt = wall(); });
  for (const type of ['wheel', 'touchmove'] as const) page.on(type, () => { if (!views.at(-1)?.scrolled) change({ scrolled: true }); });
  page.onRoute(() => {
    begin({ at: wall(), pressed: !traversed && wall() - pressedAt < ROUTE_MS, back: traversed, reload: false });
    pressedAt = -Infinity;
    traversed = false;
  });
  page.on('pageshow', ({ persisted }) => { if (persisted) load(wall(), 'back_forward'); });
  page.onLeave(() => tab.write(KEY, { views, pressedAt: Math.max(0, pressedAt), leftAt: wall() }));
  page.soon(() => {
    const [entry] = performance.getEntriesByType('navigation');
    load(performance.timeOrigin, 'prerendering' in document && document.prerendering ? 'prerender' : entry && 'type' in entry ? String(entry.type) : undefined);
  });

  return (listener) => void listeners.push(listener);
}

interface Kept {
  readonly views: readonly View[];
  /** Unix times in ms. */
  readonly pressedAt: number;
  readonly leftAt: number;
}

/** What is kept in a tab may have been written by anybody; a number that is none makes every comparison fail. */
function isKept(value: unknown): value is Kept {
  return value instanceof Object && 'views' in value && Array.isArray(value.views) && value.views.every((view) => view instanceof Object);
}
