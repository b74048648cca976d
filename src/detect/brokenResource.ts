import type { Detector } from '../types';
import { innermost } from '../watch/innermost';

/** A page that has something to put in its place does so by then; and who has not scrolled there by then does not miss it. */
const LOOK_MS = 2000;
/** What is smaller is decoration, or a pixel that counts. */
const LEAST_PX = 40;
/** Looked at together; a page with more is broken altogether. */
const MOST = 32;
const SEEN_STRENGTH = 0.5;
/** Without scrolling, and in the main part, it is surely missed. */
const ABOVE_FOLD = 0.2;
const IN_MAIN = 0.1;
/** Without its own script or style a page does not work. */
const CODE_STRENGTH = 0.7;

/**
 * Sees a picture or a film that did not come, where a visitor looks; and a script or style of the page's own that did not.
 * Forgives what is small, out of view, replaced or taken away within two seconds, one format of a film that comes in another,
 * scripts of others, and what never got out: a visitor's own blocker stops it, and the page goes on.
 */
export function brokenResource(): Detector {
  return {
    name: 'broken-resource',
    family: 'page',
    start(watch, emit) {
      const { document, location, performance } = watch.window;
      let failed: Element[] = [];

      function note(element: Element): void {
        if (failed.length < MOST && failed.push(element) === 1) watch.after(LOOK_MS, look);
      }

      function look(): void {
        const those = failed;
        failed = [];
        const code = those.find((element) => isCode(element) && isRefused(element));
        const missed = [...new Set(those.map((element) => element.closest('video,audio') ?? element))].filter(isMissed);
        const [first] = missed;
        if (code && !watch.ignored(code, 'broken-resource')) emit({ name: 'broken-resource', at: watch.now() - LOOK_MS, strength: CODE_STRENGTH, evidence: { kind: 'script', count: 1 } });
        if (!first) return;
        const { top } = first.getBoundingClientRect();
        const isAbove = top + watch.window.scrollY < watch.window.innerHeight;
        const strength = SEEN_STRENGTH + (isAbove ? ABOVE_FOLD : 0) + (first.closest('main') ? IN_MAIN : 0);
        emit({ name: 'broken-resource', at: watch.now() - LOOK_MS, strength, target: first, evidence: { kind: isImage(first) ? 'image' : 'media', count: missed.length } });
      }

      function isMissed(element: Element): boolean {
        const isThere = isImage(element) ? element.naturalWidth : !isMedia(element) || (!element.error && element.networkState !== element.NETWORK_NO_SOURCE);
        if (!element.isConnected || isThere || watch.ignored(element, 'broken-resource')) return false;
        const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
        const { innerWidth, innerHeight } = watch.window;
        return width >= LEAST_PX && height >= LEAST_PX && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      }

      function isRefused(element: Element): boolean {
        const from = String('src' in element ? element.src : 'href' in element && element.href);
        return from.startsWith(`${location.origin}/`) && performance.getEntriesByName(from).some((entry) => 'responseStatus' in entry && Number(entry.responseStatus) >= 400);
      }

      watch.on('error', (event) => {
        const element = innermost(event);
        if (element && (isCode(element) || element.matches('img,video,audio,source'))) note(element);
      });
      // what failed before furrow began told nobody; a drawing without a size of its own has no width in some browsers
      watch.soon(() => {
        for (const image of document.querySelectorAll('img')) if (image.complete && !image.naturalWidth && image.currentSrc && !/\.svg|^data:/.test(image.currentSrc)) note(image);
      });
    },
  };
}

/** What a page may do without comes by links too: what is fetched ahead, icons. */
function isCode(element: Element): boolean {
  return element.matches('script,link[rel~=stylesheet]');
}

function isMedia(element: Element): element is HTMLMediaElement {
  return 'networkState' in element;
}

function isImage(element: Element): element is HTMLImageElement {
  return 'naturalWidth' in element;
}
