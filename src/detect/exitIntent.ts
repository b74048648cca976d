import type { Detector, Move, Off } from '../types';
import { editedIn } from '../watch/field';
import { formOf } from '../watch/form';
import { watchFriction } from './friction';
import { innermost } from '../watch/innermost';

/** Up and out at this speed is going somewhere. */
const SPEED_PX_PER_MS = 0.5;
/** From the upper part of the page. */
const TOP_SHARE = 0.2;
/** Who has just come has not begun anything. */
const LEAST_MS = 5000;
/** Back within this, it was for another tab's sake. */
const BACK_MS = 3000;
/** The last move tells the speed only while it is fresh. */
const FRESH_MS = 100;
const STRENGTH = 0.4;
const UNSENT = 0.2;
const AFTER_FRICTION = 0.1;

/**
 * Sees the mouse leave through the top of the page, in the middle of a step or with a form begun; told when it stays away,
 * or the page is left. Forgives the sides, lists that open beyond the page, frames, and coming back. By itself it is never worth help.
 */
export function exitIntent(): Detector {
  return {
    name: 'exit-intent',
    family: 'paths',
    start(watch, emit) {
      const { document } = watch.window;
      const hadFriction = watchFriction(watch);
      let from = 0;
      let unsent = false;
      let told = false;
      let last: Move | undefined;
      let leaving: { readonly end: Off; readonly at: number } | undefined;

      function stay(): void {
        leaving?.end();
        leaving = undefined;
      }

      function tell(): void {
        const at = leaving?.at;
        stay();
        const strength = STRENGTH + (unsent ? UNSENT : 0) + (hadFriction() ? AFTER_FRICTION : 0);
        if (at === undefined || told || strength === STRENGTH || !(unsent || watch.steps().length) || watch.ignored(document.body, 'exit-intent')) return;
        told = true;
        emit({ name: 'exit-intent', at, strength });
      }

      watch.onMove((move) => {
        last = move;
        stay();
      });
      watch.on('pointerout', (event) => {
        const { relatedTarget, currentTarget, pointerType, clientY } = event;
        const now = watch.now();
        if (relatedTarget || currentTarget !== watch.window || pointerType !== 'mouse' || !last || last.pressed || now - from < LEAST_MS) return;
        const { at, y } = last;
        const isFast = now - at < FRESH_MS && (y - clientY) / Math.max(1, now - at) >= SPEED_PX_PER_MS;
        if (clientY > 0 || !isFast || innermost(event)?.matches('select,option')) return;
        leaving = { at: now, end: watch.after(BACK_MS, tell) };
        watch.soon(() => { if (y > TOP_SHARE * watch.window.innerHeight) stay(); });
      });
      watch.on('input', (event) => {
        const field = unsent ? undefined : editedIn(event);
        unsent ||= !!field && !!formOf(field);
      });
      watch.on('submit', () => { unsent = false; });
      // what a press got done is no longer left behind
      watch.onPress((press) => watch.onSettled(press, ({ productive }) => { if (productive && press.control === 'effectful') unsent = false; }));
      watch.onRoute(() => {
        from = watch.now();
        unsent = told = false;
      });
      watch.onLeave(tell);
    },
  };
}
