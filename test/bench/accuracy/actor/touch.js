import { sleep } from '../sleep.js';

/** @import { Tools } from './actor.js' */
/** @import { How, Point } from '../types.ts' */

/** Moves of a finger between down and up. */
const MOVES = 8;

/**
 * What a finger does.
 * @param {Tools} tools
 */
export function touchVerbs({ page, pointer, random, rhythm, send }) {
  return {
    /** @param {string} target @param {How} how */
    async tap(target, { n = 1, gap = 300, jitter = 0, at }) {
      const [x, y] = await pointer.point(target, at);
      const off = () => (random() - 0.5) * 2 * jitter;
      await rhythm.repeat(n, gap, (index) => send(page.touchscreen.tap(x + (index ? off() : 0), y + (index ? off() : 0))));
    },

    /** Several things, one soon after the other. @param {readonly string[]} targets @param {How} how */
    async taps(targets, { gap = 350 }) {
      /** @type {Point[]} */
      const points = [];
      for (const target of targets) points.push(await pointer.point(target));
      await rhythm.repeat(points.length, gap, (index) => send(page.touchscreen.tap(...(points[index] ?? [0, 0]))));
    },

    /** @param {string} target @param {How} how */
    async flick(target, { by: [dx, dy] = [0, 0], ms = 160, n = 1, gap = 700 }) {
      const [x, y] = await pointer.point(target);
      const session = await page.context().newCDPSession(page);
      const finger = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, part = 0) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx * part, y: y + dy * part }] });
      await rhythm.repeat(n, gap, async () => {
        await finger('touchStart');
        for (let move = 1; move <= MOVES; move++) {
          await finger('touchMove', move / MOVES);
          await sleep(ms / MOVES);
        }
        await finger('touchEnd');
      });
      await session.detach().catch(() => {});
    },
  };
}
