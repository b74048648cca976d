import { createRandom } from '../random.js';

/**
 * One thing the visitor does. `on` is the id of the element under it.
 * @typedef {{ at: number, kind: 'move' | 'down' | 'up' | 'key' | 'keyup' | 'wheel', on: string, x: number, y: number, key?: string, nth?: number, by?: number }} Step
 */

/** A round is one virtual minute. */
export const ROUND_MS = 60_000;
/** A mouse tells of itself this often. */
const SAMPLE_MS = 16;
/** So long is a button held down, and a key. */
const HOLD_MS = 80;
/** A notch of the wheel. */
const NOTCH_PX = 100;
/** A hand on its way changes the element under it about this often. */
const SAMPLES_PER_ELEMENT = 9;

/**
 * A minute of a visit: looking around, shopping, filling in a form, and meeting what is broken. Equal for equal seeds.
 * @param {number} seed
 * @param {(id: string) => { x: number, y: number }} where
 * @returns {readonly Step[]}
 */
export function createRound(seed, where) {
  const random = createRandom(seed);
  /** @type {Step[]} */
  const steps = [];
  let now = 400;
  let here = { x: 300, y: 300 };
  const any = (/** @type {number} */ count) => Math.floor(random() * count);
  const wait = (/** @type {number} */ ms) => { now += ms * (0.8 + random() * 0.4); };

  /** Fitts's law in spirit: further takes longer, fast in the middle. */
  function move(/** @type {string} */ on, ms = 380) {
    const [from, to] = [here, where(on)];
    const samples = Math.round(ms / SAMPLE_MS);
    for (let i = 1; i <= samples; i++) {
      const part = i / samples;
      const eased = part * part * (3 - 2 * part);
      here = { x: Math.round(from.x + (to.x - from.x) * eased + random() * 2), y: Math.round(from.y + (to.y - from.y) * eased + random() * 2) };
      const under = part > 0.7 ? on : `link-${(Math.floor(i / SAMPLES_PER_ELEMENT) * 5 + seed) % 24}`;
      steps.push({ at: now, kind: 'move', on: under, ...here });
      now += SAMPLE_MS;
    }
  }

  function click(/** @type {string} */ on, times = 1, gapMs = 220) {
    move(on);
    wait(120);
    for (let nth = 1; nth <= times; nth++) {
      steps.push({ at: now, kind: 'down', on, ...here, nth }, { at: now + HOLD_MS, kind: 'up', on, ...here, nth });
      now += Math.max(gapMs, HOLD_MS + 20);
    }
    wait(200);
  }

  function type(/** @type {string} */ on, /** @type {string} */ text) {
    click(on);
    for (const key of text) {
      steps.push({ at: now, kind: 'key', on, ...here, key }, { at: now + HOLD_MS, kind: 'keyup', on, ...here, key });
      wait(115);
    }
  }

  function scroll(/** @type {number} */ notches) {
    for (let i = 0; i < Math.abs(notches); i++) {
      steps.push({ at: now, kind: 'wheel', on: 'heading', ...here, by: Math.sign(notches) * NOTCH_PX });
      now += 32;
    }
    wait(500);
  }

  /** To and fro over one place, as one does who is lost. */
  function shake(/** @type {string} */ on, /** @type {number} */ times) {
    for (let i = 0; i < times; i++) {
      here = { ...here, x: here.x + (i % 2 ? 160 : -160) };
      move(on, 130);
    }
  }

  click(`nav-${['seeds', 'tools', 'pots', 'books', 'gifts', 'help'][any(6)]}`);
  for (let i = 0; i < 8; i++) move(`card-${any(24)}`, 500);
  scroll(14);
  click(`add-${any(24)}`);
  click(`more-${any(24)}`, 8, 160);
  click(`wish-${any(24)}`);
  scroll(-8);
  for (const name of ['colour', 'season', 'maker']) click(`${name}-${any(6)}`);
  type('search', 'carrot');
  click('search-go');
  for (let i = 0; i < 6; i++) move(`link-${any(24)}`, 450);
  click(`faq-${any(10)}`, 2, 900);
  click('page-on', 3, 320);
  shake('heading', 12);
  type('name', 'Ada Spade');
  type('email', 'ada@seeds.example');
  type('street', '7 Furrow Lane');
  type('card', '4111111111111111');
  click('pay');
  click('pay');
  click('reserve', 5, 190);
  click('broken', 2, 600);
  type('coupon', 'SPRING');
  type('note', 'Leave it by the shed');
  for (let i = 0; now < ROUND_MS - 3500; i++) i % 4 === 3 ? scroll(i % 8 === 3 ? 12 : -12) : move(`card-${any(24)}`, 600);
  return steps.sort((a, b) => a.at - b.at);
}
