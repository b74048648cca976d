import type { Detector } from '../types';
import { innermost } from './innermost';

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
 * Forgives what is small, out of view, replaced or taken away within two seconds, and scripts of others.
 */
export function brokenResource(): Detector {
  return {
    name: 'broken-resource',
    start(watch, emit) {
      const { document, location } = watch.window;
      let failed: Element[] = [];

      function note(element: Element): void {
        if (failed.length < MOST && failed.push(element) === 1) watch.after(LOOK_MS, look);
      }

      function look(): void {
        const those = failed;
        failed = [];
        const code = those.find(({ localName }) => /script|link/.test(localName));
        const missed = those.map((element) => element.closest('video,audio') ?? element).filter((element) => element !== code && isMissed(element));
        const [first] = missed;
        if (code && !watch.ignored(code, 'broken-resource')) emit({ name: 'broken-resource', at: watch.now() - LOOK_MS, strength: CODE_STRENGTH, evidence: { kind: 'script', count: 1 } });
        if (!first) return;
        const { top } = first.getBoundingClientRect();
        const isAbove = top + watch.window.scrollY < watch.window.innerHeight;
        const strength = SEEN_STRENGTH + (isAbove ? ABOVE_FOLD : 0) + (first.closest('main') ? IN_MAIN : 0);
        emit({ name: 'broken-resource', at: watch.now() - LOOK_MS, strength, target: first, evidence: { kind: isImage(first) ? 'image' : 'media', count: missed.length } });
      }

      function isMissed(element: Element): boolean {
        if (!element.isConnected || (isImage(element) && element.naturalWidth) || !/img|video|audio/.test(element.localName) || watch.ignored(element, 'broken-resource')) return false;
        const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
        const { innerWidth, innerHeight } = watch.window;
        return width >= LEAST_PX && height >= LEAST_PX && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      }

      watch.on('error', (event) => {
        const element = innermost(event);
        if (!element || !/^(img|video|audio|source|script|link)$/.test(element.localName)) return;
        const from = 'src' in element ? element.src : 'href' in element ? element.href : '';
        if (!/script|link/.test(element.localName) || String(from).startsWith(`${location.origin}/`)) note(element);
      });
      // what failed before furrow began told nobody; a drawing without a size of its own has no width in some browsers
      watch.soon(() => {
        for (const image of document.querySelectorAll('img')) if (image.complete && !image.naturalWidth && image.currentSrc && !/\.svg|^data:/.test(image.currentSrc)) note(image);
      });
    },
  };
}

function isImage(element: Element): element is HTMLImageElement {
  return 'naturalWidth' in element;
}
