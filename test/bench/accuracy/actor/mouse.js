import { sleep } from '../sleep.js';

/** @import { Tools } from './actor.js' */

/** @import { How, Point, Target } from '../types.ts' */

/**
 * What a hand does with a mouse.
 * @param {Tools} tools
 */
export function mouseVerbs({ page, pointer, random, rhythm, send }) {
  /** @param {Point} centre @param {number} px @returns {Point} */
  const near = ([x, y], px) => [x + (random() - 0.5) * 2 * px, y + (random() - 0.5) * 2 * px];

  return {
    /** @param {Target} target @param {How} how */
    move: async (target, { ms, at }) => pointer.glide(await pointer.point(target, at), ms),

    /** @param {Target} target @param {How} how */
    async click(target, { n = 1, gap = 300, jitter = 0, at, hold = 65, button = 'left', keys = [] }) {
      const centre = await pointer.point(target, at);
      await pointer.glide(centre);
      await sleep(40);
      for (const key of keys) await page.keyboard.down(key);
      await rhythm.repeat(n, gap, async (index) => {
        if (index && jitter) pointer.place(near(centre, jitter));
        await pointer.press({ hold, button });
      });
      for (const key of keys) await page.keyboard.up(key);
    },

    /** Several things, one soon after the other. @param {readonly Target[]} targets @param {How} how */
    async clicks(targets, { gap = 350 }) {
      /** @type {Point[]} */
      const points = [];
      for (const target of targets) points.push(await pointer.point(target));
      await pointer.glide(points[0] ?? pointer.where());
      await rhythm.repeat(points.length, gap, async (index) => {
        await pointer.glide(points[index] ?? pointer.where(), Math.min(140, gap * 0.4));
        await pointer.press();
      });
    },

    /** Rests on something, with a hand's tremor. @param {Target} target @param {How} how */
    async hover(target, { ms = 1000, at, tremor = 3 }) {
      const centre = await pointer.point(target, at);
      await pointer.glide(centre);
      for (const end = Date.now() + ms; Date.now() < end; await sleep(180 + random() * 300)) pointer.place(near(centre, tremor));
    },

    /** To and fro along x or y, in a circle, or anywhere (`chaos`). @param {Target} target @param {How} how */
    async shake(target, { axis = 'x', amp = 120, hz = 5, ms = 2200 }) {
      const [x, y] = await pointer.point(target);
      await pointer.glide([x, y]);
      const cycles = (ms / 1000) * hz;
      if (axis === 'chaos') return pointer.counted(() => leap([x, y], { amp, hops: Math.round(cycles * 2), hopMs: 500 / hz }));
      await pointer.counted(() => pointer.follow((part) => {
        const angle = part * cycles * 2 * Math.PI;
        const reach = amp * Math.min(1, part * 8);
        const drift = Math.sin(part * 5) * 6;
        if (axis === 'circle') return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
        return axis === 'x' ? [x + Math.sin(angle) * reach, y + drift] : [x + drift, y + Math.sin(angle) * reach];
      }, ms), 2 * cycles - 1);
    },

    /** From point to point, counted from the corner of an element; `button` draws. @param {readonly Point[]} points @param {How & { button?: boolean }} how */
    async path(points, { from, ms = 400, button }) {
      const corner = from ? await pointer.box(from) : { x: 0, y: 0 };
      const [first, ...rest] = points.map(([x, y]) => /** @type {const} */ ([corner.x + x, corner.y + y]));
      await pointer.glide(first ?? pointer.where());
      if (button) send(page.mouse.down());
      await pointer.counted(async () => {
        for (const point of rest) await pointer.glide(point, ms);
      });
      if (button) send(page.mouse.up());
    },

    /** @param {Target} target @param {How} how */
    async drag(target, { by = [0, 0], to, at, ms = 600 }) {
      const start = await pointer.point(target, at);
      await pointer.glide(start);
      send(page.mouse.down());
      await sleep(60);
      await pointer.glide(to ? await pointer.point(to) : [start[0] + by[0], start[1] + by[1]], ms);
      send(page.mouse.up());
    },

    /** @param {number} dy @param {How} how */
    wheel: (dy, { n = 1, gap = 120 }) => rhythm.repeat(n, gap, () => send(page.mouse.wheel(0, dy))),

    /** To and fro: [distance, ticks] for each leg. @param {readonly Point[]} legs @param {How} how */
    async wheels(legs, { gap = 60, rest = 0 }) {
      for (const [dy, n] of legs) {
        await rhythm.repeat(n, gap, () => send(page.mouse.wheel(0, dy)));
        await sleep(rest);
      }
    },
  };

  /** @param {Point} centre @param {{ amp: number, hops: number, hopMs: number }} how */
  async function leap([x, y], { amp, hops, hopMs }) {
    for (let hop = 0; hop < hops; hop++) await pointer.glide([x + (random() - 0.5) * 2 * amp, y + (random() - 0.5) * 1.2 * amp], hopMs);
  }
}
