import type { Amend, Detector, View } from '../types';

/** Out again this soon, a page was not what the visitor wanted: nobody has read it. */
const LIMIT_MS = 7000;
/** Surely so; and who looks at every page briefly is judged by half of their own stay, but never more strictly than this. */
const QUICK_MS = 3000;
const OWN_SHARE = 0.5;
/** Several of them from one page within this time are one search. */
const POGO_MS = 60_000;
/** The same trouble is told again only after this (see emit.ts); until then it is amended. */
const SAME_MS = 10_000;
const STRENGTH = 0.5;
const QUICK = 0.2;
const UNSCROLLED = 0.1;
/** A link leads on as often as it leads back. */
const BY_LINK = 0.2;
const POGO_STRENGTH = 0.65;

/** A dialog with an address of its own: closing it is no going back. */
const DIALOG = 'dialog[open],[aria-modal=true]';

/**
 * Sees a page that a press led to and that was left again at once, back to where the visitor came from; several of them from
 * one page are pogo-sticking. Forgives redirects, reloads, pages in which something was done, dialogs and tabs with an address,
 * and looking something up in the middle of a workflow.
 */
export function quickBack(): Detector {
  return {
    name: 'quick-back',
    family: 'paths',
    start(watch, emit) {
      const { document, performance } = watch.window;
      const stays = watch.baseline('view');
      let inDialog = false;
      let told: { readonly at: number; readonly amend: Amend } | undefined;

      function hasDialog(): boolean {
        return [document, ...watch.roots()].some((root) => isParent(root) && root.querySelector(DIALOG));
      }

      function tell(views: readonly View[], visit: View, now: View, limitMs: number): void {
        const n = views.filter(({ of, at }, i) => of === now.of && now.at - at < POGO_MS && isReturn(views, i, limitMs)).length;
        const ms = now.at - visit.at;
        const own = STRENGTH + (ms < QUICK_MS ? QUICK : 0) + (visit.scrolled ? 0 : UNSCROLLED) - (now.back ? 0 : BY_LINK);
        const strength = n > 1 ? Math.max(POGO_STRENGTH, own) : own;
        const evidence = { kind: n > 1 ? 'pogo' : 'back', n, ms, limitMs };
        if (told && now.at - told.at < SAME_MS) return told.amend({ strength, evidence });
        told = { at: now.at, amend: emit({ name: 'quick-back', at: visit.at - performance.timeOrigin, strength, evidence }) };
      }

      watch.onView((views) => {
        const [visit, now] = views.slice(-2);
        const wasInDialog = inDialog || hasDialog();
        inDialog = false;
        watch.soon(() => { inDialog = hasDialog(); });
        if (!visit || !now) return;
        const usual = stays.usual();
        const limitMs = usual ? Math.min(LIMIT_MS, Math.max(QUICK_MS, OWN_SHARE * usual.median)) : LIMIT_MS;
        stays.add(now.at - visit.at);
        if (!wasInDialog && !watch.steps().length && isReturn(views, views.length - 1, limitMs) && !watch.ignored(document.body, 'quick-back')) tell(views, visit, now, limitMs);
      });
    },
  };
}

/** Whether the view of this index is a return, after a short look elsewhere: by the history, or by one press and no more. */
function isReturn(views: readonly View[], index: number, limitMs: number): boolean {
  const [from, visit, now] = views.slice(Math.max(0, index - 2), index + 1);
  if (!from || !visit || !now || from.of !== now.of || visit.of === now.of) return false;
  return visit.pressed && now.at - visit.at <= limitMs && (now.back ? visit.presses === 0 : now.pressed && visit.presses <= 1);
}

function isParent(root: Node): root is Node & ParentNode {
  return 'querySelector' in root;
}
