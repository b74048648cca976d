import type { Off, Page } from '../types';
import { isShadowRoot } from './isShadowRoot';
import { openRoots } from './openRoots';

/** Where events are heard: a window, or a shadow root for events that do not leave it. */
type Root = EventTarget & { readonly document?: Document; readonly navigation?: EventTarget; readonly navigator?: { readonly clipboard: EventTarget } };

export interface PageOptions {
  /** Take synthetic events too. */
  readonly untrusted: boolean;
  onError(error: unknown, during: string): void;
}

/** A page of 30,000 elements takes some milliseconds to go through, so that nobody does it at each press. */
const LOOK_AGAIN_MS = 3000;

/** Browsers run a timer at once that would wait for longer: it does not fit into 31 bits. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Without a paint for this long the tab is hidden, and what waits for one should wait no longer. */
const NO_PAINT_MS = 500;

/** The one door to the page. All that is opened here ends with `end`, and what listeners throw goes to `onError`. */
export function createPage(window: Window & typeof globalThis, end: AbortSignal, { untrusted, onError }: PageOptions): Page {
  const heard = new Map<string, EventListenerObject[]>();
  const { navigation, performance } = window;
  const routed: ((path: string) => void)[] = [];
  const known = new WeakSet<Node>();
  let roots: readonly WeakRef<Root>[] = [];
  let shadows: readonly WeakRef<Root>[] = [];
  let lookedAt = -Infinity;
  const timers = new Set<number>();
  const capture = { capture: true, passive: true, signal: end };
  let waiting: (() => void)[] = [];
  let path = window.location.pathname;

  function attempt(task: () => void, during = 'noticing'): void {
    try {
      if (!end.aborted) task();
    } catch (error) {
      onError(error, during);
    }
  }

  /** Runs for every event: no closure is made, and nothing of the page is asked twice. */
  function dispatch(event: Event): void {
    if (!event.isTrusted && !untrusted) return;
    const { type } = event;
    if (type === 'pointerdown' || type === 'focusin') enterRoots(event);
    if (!navigation) compareRoute();
    for (const listener of heard.get(type) ?? []) {
      try {
        if (!end.aborted) listener.handleEvent(event);
      } catch (error) {
        onError(error, type);
      }
    }
  }

  /** What leaves the shadow root is heard outside. */
  function dispatchInside(event: Event): void {
    if (!event.composed) dispatch(event);
  }

  function listen(root: Root, type: string): void {
    // a page may have put a clipboard of its own making there, which tells nothing
    sourceOf(root, type)?.addEventListener?.(type, root.document ? dispatch : dispatchInside, capture);
  }

  function enterRoots(event: Event): void {
    for (const node of event.composedPath()) if (isShadowRoot(node)) enter(node, node);
  }

  /** `key` changes when a frame loads another document, though its window stays. */
  function enter(root: Root, key: Node): void {
    if (known.has(key)) return;
    known.add(key);
    roots = [...roots.filter((each) => each.deref()), new WeakRef(root)];
    for (const type of heard.keys()) listen(root, type);
  }

  function enterDocument(document: Document): void {
    const view = document.defaultView;
    if (!view || known.has(document)) return;
    enter(view, document);
    document.addEventListener('load', ({ target }) => attempt(() => enterFrame(target)), capture);
    document.querySelectorAll('iframe').forEach(enterFrame);
  }

  /** A frame of another origin has no document for us, and stays closed. */
  function enterFrame(frame: EventTarget | null): void {
    if (frame && 'contentDocument' in frame && isDocument(frame.contentDocument)) enterDocument(frame.contentDocument);
  }

  function lookForShadows(): void {
    if (performance.now() - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = performance.now();
    shadows = openRoots(window.document).map((root) => new WeakRef<Root>(root));
  }

  function compareRoute(): void {
    if (path === window.location.pathname) return;
    path = window.location.pathname;
    for (const listener of routed) attempt(() => listener(path), 'route');
  }

  function after(ms: number, task: () => void): Off {
    if (end.aborted) return () => {};
    const timer = window.setTimeout(() => {
      timers.delete(timer);
      attempt(task);
    }, Math.min(ms, MAX_TIMER_MS));
    timers.add(timer);
    return () => {
      timers.delete(timer);
      window.clearTimeout(timer);
    };
  }

  function soon(task: () => void): void {
    if (waiting.push(task) > 1) return;
    const off = after(NO_PAINT_MS, run);
    window.requestAnimationFrame(() => after(0, run));
    function run(): void {
      off();
      const tasks = waiting;
      waiting = [];
      for (const each of tasks) attempt(each);
    }
  }

  function on(type: string, listener: EventListenerObject): void {
    const listeners = heard.get(type);
    if (listeners) return void listeners.push(listener);
    heard.set(type, [listener]);
    for (const root of roots) {
      const open = root.deref();
      if (open) listen(open, type);
    }
  }

  enterDocument(window.document);
  soon(lookForShadows);
  end.addEventListener('abort', () => timers.forEach((timer) => window.clearTimeout(timer)));

  return {
    window,
    end,
    on: (type, listener) => on(type, { handleEvent: listener }),
    onRoute(listener) {
      if (routed.push(listener) > 1) return;
      navigation?.addEventListener('currententrychange', compareRoute, capture);
      window.addEventListener('popstate', compareRoute, capture);
    },
    // frames come and go while the visitor stays
    onLeave: (listener) => on('pagehide', { handleEvent: ({ currentTarget }) => { if (currentTarget === window) listener(); } }),
    roots(anew) {
      if (anew) lookForShadows();
      return [...roots, ...shadows].map((root) => root.deref()).map((root) => root?.document ?? root).filter(isNode);
    },
    after,
    soon,
    attempt,
    now: () => performance.now(),
    path: () => window.location.pathname,
  };
}

/** Most events come from the root itself; these two do not. */
function sourceOf(root: Root, type: string): EventTarget | undefined {
  if (type === 'navigate') return root.navigation;
  if (type === 'clipboardchange') return root.navigator?.clipboard;
  return root;
}

/** By its property, because a frame has classes of its own. */
function isDocument(node: unknown): node is Document {
  return typeof node === 'object' && !!node && 'defaultView' in node;
}

function isNode(root: Root | undefined): root is Root & Node {
  return !!root && 'nodeType' in root;
}
