import { sleep } from '../sleep.js';

/** @import { Page, Locator } from 'playwright' */

/** A display frame: a hand's moves arrive once for each. */
const FRAME_MS = 16;
/** More moves under way than this, and the browser is behind: wait for it. */
const MOST_UNDER_WAY = 30;
/** Two presses within this time and distance are a double click, as on a desktop. */
const DOUBLE_MS = 500;
const DOUBLE_PX = 4;

/**
 * The mouse: where it is, and how a hand brings it elsewhere.
 * @param {{ page: Page, random: () => number, send: (input: Promise<unknown>) => void, arrived: () => Promise<void>, rhythm: { sawMoves(perS: number, share: number): void }, touch: boolean }} tools
 */
export function createPointer({ page, random, send, arrived, rhythm, touch }) {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  /** @type {readonly [number, number]} */
  let at = [width * (0.4 + random() * 0.15), height * (0.4 + random() * 0.2)];
  let down = { at, ms: 0, count: 0 };

  /** @param {string} selector `#frame >> #button` looks inside a frame. */
  function locate(selector) {
    const [outer = '', inner] = selector.split(' >> ');
    return inner === undefined ? page.locator(outer).first() : page.frameLocator(outer).locator(inner);
  }

  /** @param {readonly [number, number]} to */
  function place(to) {
    at = to;
    send(page.mouse.move(...to));
  }

  /** Keeps the shape of a path however slowly the browser takes its moves. @param {(part: number) => readonly [number, number]} position @param {number} ms */
  async function follow(position, ms) {
    const began = Date.now();
    for (let part = 0; part < 1; ) {
      part = Math.min(1, (Date.now() - began) / ms);
      place(position(part));
      await sleep(FRAME_MS);
      if ((Date.now() - began) / FRAME_MS > MOST_UNDER_WAY) await arrived();
    }
  }

  /** In a slight curve, fast in the middle. @param {readonly [number, number]} to @param {number} [ms] */
  async function glide(to, ms) {
    const from = at;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const distance = Math.hypot(dx, dy);
    if (distance < 2) return place(to);
    const bend = (random() - 0.5) * 0.2;
    await follow((part) => {
      const along = part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2;
      const aside = Math.sin(Math.PI * along) * bend;
      return [from[0] + dx * along - dy * aside, from[1] + dy * along + dx * aside];
    }, ms ?? Math.min(600, 180 + distance * 0.5));
  }

  /** Where an element is; who sees it not scrolls there first. @param {string} selector */
  async function box(selector) {
    let found = await boxOf(locate(selector), selector);
    const hidden = () => found.y < 5 || found.y + Math.min(found.height, 40) > height - 5;
    for (let turn = 0; turn < 12 && hidden(); turn++) {
      if (touch) await page.evaluate((dy) => window.scrollBy(0, dy), found.y - height / 2);
      else await page.mouse.wheel(0, Math.max(-500, Math.min(500, found.y - height / 2)));
      await sleep(120);
      found = await boxOf(locate(selector), selector);
    }
    return found;
  }

  return {
    locate,
    place,
    follow,
    glide,
    box,
    where: () => at,
    /**
     * A point of an element, its middle unless told otherwise.
     * @param {string | readonly [number, number]} target Or a point of the window.
     * @param {readonly [number, number]} [part] Across and down, 0 to 1.
     * @returns {Promise<readonly [number, number]>}
     */
    async point(target, [across, downwards] = [0.5, 0.5]) {
      if (typeof target !== 'string') return target;
      const found = await box(target);
      return [found.x + found.width * across, found.y + found.height * downwards];
    },
    /** @param {{ hold?: number, button?: 'left' | 'right' | 'middle' }} [how] */
    async press({ hold = 65, button = 'left' } = {}) {
      const now = Date.now();
      const again = Math.hypot(at[0] - down.at[0], at[1] - down.at[1]) <= DOUBLE_PX && now - down.ms < DOUBLE_MS;
      down = { at, ms: now, count: again ? down.count + 1 : 1 };
      send(page.mouse.down({ clickCount: down.count, button }));
      await sleep(hold);
      send(page.mouse.up({ clickCount: down.count, button }));
    },
    /** Does a gesture and has the page count what arrives: a starved browser merges moves, and a shake becomes a stroll. @param {() => Promise<void>} gesture @param {number} [turns] that it has */
    async counted(gesture, turns = 0) {
      await page.evaluate(countMoves);
      const began = Date.now();
      await gesture();
      const seconds = (Date.now() - began) / 1000;
      await arrived();
      const seen = await page.evaluate(() => /** @type {any} */ (window).seenMoves());
      rhythm.sawMoves(seen.moves / seconds, turns ? Math.max(seen.x, seen.y) / turns : 1);
    },
  };
}

/** @param {Locator} locator @param {string} selector */
async function boxOf(locator, selector) {
  const found = await locator.boundingBox({ timeout: 4000 });
  if (!found) throw new Error(`${selector} is not to be seen`);
  return found;
}

/** Runs in the page. */
function countMoves() {
  const seen = { moves: 0, x: 0, y: 0 };
  const way = { x: 0, y: 0 };
  /** @type {{ x: number, y: number } | undefined} */
  let last;
  const count = (/** @type {MouseEvent} */ event) => {
    seen.moves++;
    for (const axis of /** @type {const} */ (['x', 'y'])) {
      const turn = last ? Math.sign(event[axis] - last[axis]) : 0;
      if (turn && way[axis] && turn !== way[axis]) seen[axis]++;
      if (turn) way[axis] = turn;
    }
    last = { x: event.x, y: event.y };
  };
  addEventListener('mousemove', count, { capture: true, passive: true });
  Object.assign(window, { seenMoves: () => (removeEventListener('mousemove', count, true), seen) });
}
