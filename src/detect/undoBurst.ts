import type { Amend, Detector, PressKind } from '../types';
import { tellMore } from './tellMore';
import { innermost } from '../watch/innermost';
import { isShortcut } from '../watch/isShortcut';

/** One step too far is taken back once or twice; three times within this, something went wrong. */
const TIMES = 3;
const WITHIN_MS = 5000;
const STRENGTH = 0.5;
const PER_EXTRA = 0.1;
const MOST_STRENGTH = 0.8;

const FIELD = 'input,textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]';
/** Where one writes or draws, taking back is part of the work. */
const EDITOR = 'canvas,[contenteditable]:not([contenteditable=false]),[role=application]';

/**
 * Sees a visitor take back step after step: by key, or by a control that the host names `undo` or that tells its key.
 * Forgives fields and pages in which one writes or draws, and keys that are held.
 */
export function undoBurst(): Detector {
  return {
    name: 'undo-burst',
    family: 'paths',
    start(watch, emit) {
      let times: readonly number[] = [];
      let amend: Amend | undefined;

      function undone(target: Element, input: PressKind): void {
        const now = watch.now();
        times = [...times.filter((at) => now - at < WITHIN_MS), now];
        const n = times.length;
        const [at = now] = times;
        if (n < TIMES) amend = undefined;
        if (n < TIMES || watch.ignored(target, 'undo-burst') || target.ownerDocument.querySelector(EDITOR)) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * (n - TIMES));
        const evidence = { n, spanMs: now - at, input };
        amend = tellMore(emit, amend, { name: 'undo-burst', at, strength, target, evidence });
      }

      watch.on('keydown', (event) => {
        const target = innermost(event);
        if (target && isShortcut(event, 'z') && !event.repeat && !event.shiftKey && !target.closest(FIELD)) undone(target, 'key');
      });
      watch.onPress(({ target, kind }) => {
        if (watch.names(target).includes('undo') || /\+z$/i.test(target.getAttribute('aria-keyshortcuts') ?? '')) undone(target, kind);
      });
    },
  };
}
