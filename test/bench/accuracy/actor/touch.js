import { sleep } from '../sleep.js';

/** Moves of a finger between down and up. */
const MOVES = 8;

/**
 * What a finger does.
 * @param {any} tools The page, the pointer, chance, the beat, and how input is sent.
 */
export function touchVerbs({ page, pointer, random, rhythm, send }) {
  return {
    /** @param {string} target */
    async tap(target, { n = 1, gap = 300, jitter = 0, at }) {
      const [x, y] = await pointer.point(target, at);
      const off = () => (random() - 0.5) * 2 * jitter;
      await rhythm.repeat(n, gap, (/** @type {number} */ index) => send(page.touchscreen.tap(x + (index ? off() : 0), y + (index ? off() : 0))));
    },

    /** Several things, one soon after the other. @param {readonly string[]} targets */
    async taps(targets, { gap = 350 }) {
      const points = [];
      for (const target of targets) points.push(await pointer.point(target));
      await rhythm.repeat(points.length, gap, (/** @type {number} */ index) => send(page.touchscreen.tap(...points[index])));
    },

    /** @param {string} target */
    async flick(target, { by: [dx, dy], ms = 160, n = 1, gap = 700 }) {
      const [x, y] = await pointer.point(target);
      const session = await page.context().newCDPSession(page);
      const finger = (/** @type {string} */ type, part = 0) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx * part, y: y + dy * part }] });
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
