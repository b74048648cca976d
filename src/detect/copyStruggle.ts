import type { Amend, Detector } from '../types';
import { tellMore } from './tellMore';
import { elementOf } from '../watch/changes';
import { innermost } from '../watch/innermost';
import { looksWrong } from '../watch/looksWrong';

/** Beginning anew so often with the same words; code is selected in pieces. */
const RESTARTS = 3;
const RESTARTS_IN_CODE = 5;
const WITHIN_MS = 10_000;
/** Closer together, clicks are a double or triple click: one selection. */
const ONE_MS = 500;
const STRENGTH = 0.5;
const AGAIN = 0.1;
const MOST_STRENGTH = 0.8;
/** Whoever copies an error is about to look for help with it. */
const ERROR_STRENGTH = 0.7;

const EDITED = 'input,textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]';
const SPEAKING = '[role=alert],[role=status],[aria-live]';

/** What was selected, by place alone. */
interface Stretch {
  readonly at: number;
  readonly node: WeakRef<Node>;
  readonly from: number;
  readonly to: number;
}

/**
 * Sees a visitor select the same words again and again without getting them copied (`restart`), or copy an error message (`error`).
 * Forgives fields and editors, double and triple clicks, other words, keys, presses elsewhere, and messages that are not dressed as errors. Copied
 * after all, it was a hiccup.
 */
export function copyStruggle(): Detector {
  return {
    name: 'copy-struggle',
    family: 'pointer',
    start(watch, emit) {
      let stretches: readonly Stretch[] = [];
      let amend: Amend | undefined;
      /** Buttons leave what is selected as it is. */
      let isNew = false;

      watch.on('selectionchange', () => { isNew = true; });
      watch.on('pointerup', (event) => {
        const target = innermost(event);
        if (target && !target.closest(EDITED)) watch.soon(() => selected(target, watch.now()));
      });

      watch.on('copy', (event) => {
        const target = innermost(event);
        amend?.({ strength: 0 });
        amend = undefined;
        stretches = [];
        const node = target?.ownerDocument.getSelection()?.anchorNode;
        const region = node && !target?.closest(EDITED) && elementOf(node)?.closest(SPEAKING);
        if (region) watch.soon(() => copied(region));
      });

      function copied(region: Element): void {
        if (!looksWrong(region) || watch.ignored(region, 'copy-struggle')) return;
        emit({ name: 'copy-struggle', at: watch.now(), strength: ERROR_STRENGTH, target: region, evidence: { kind: 'error', n: 1 } });
      }

      function selected(target: Element, at: number): void {
        const selection = target.ownerDocument.getSelection();
        if (!isNew || selection?.type !== 'Range' || watch.ignored(target, 'copy-struggle')) return;
        isNew = false;
        const range = selection.getRangeAt(0);
        const made = stretchOf(range, at);
        const last = stretches.at(-1);
        if (!last || at - last.at > WITHIN_MS || !overlaps(range, made, last)) [stretches, amend] = [[], undefined];
        const before = last && at - last.at < ONE_MS ? stretches.slice(0, -1) : stretches;
        stretches = [...before, made].filter((each) => at - each.at < WITHIN_MS);
        tell(target, at);
      }

      function tell(target: Element, at: number): void {
        const n = stretches.length - 1;
        const least = target.closest('pre,code') ? RESTARTS_IN_CODE : RESTARTS;
        const [first] = stretches;
        if (!first || n < least) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + AGAIN * (n - least));
        const evidence = { kind: 'restart', n, spanMs: at - first.at };
        amend = tellMore(emit, amend, { name: 'copy-struggle', at: first.at, strength, target, evidence });
      }
    },
  };
}

function stretchOf({ startContainer, startOffset: from, endContainer, endOffset }: Range, at: number): Stretch {
  return { at, node: new WeakRef(startContainer), from, to: endContainer === startContainer ? endOffset : Infinity };
}

function overlaps(range: Range, { from, to }: Stretch, last: Stretch): boolean {
  const node = last.node.deref();
  if (node === range.startContainer) return from < last.to && last.from < to;
  return !!node && range.intersectsNode(node);
}
