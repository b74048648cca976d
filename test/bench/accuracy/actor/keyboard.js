import { sleep } from '../sleep.js';

/** @import { Tools } from './actor.js' */

/**
 * What is done with keys.
 * @param {Tools} tools
 */
export function keyboardVerbs({ page, random, rhythm, send }) {
  return {
    /** @param {string} text */
    async type(text, { gap = 95 }) {
      for (const letter of text) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        await sleep(gap * (0.6 + random() * 0.8));
      }
    },

    /** @param {string} name */
    key: (name, { n = 1, gap = 150 }) => rhythm.repeat(n, gap, () => send(page.keyboard.press(name))),

    /** Holds a key down, so that it repeats by itself. @param {string} name */
    async holdKey(name, { ms = 1500, every = 33 }) {
      for (const end = Date.now() + ms; Date.now() < end; await sleep(every)) await page.keyboard.down(name);
      await page.keyboard.up(name);
    },

    /** Flat hands on the keyboard: these keys in turn, `ms` long. @param {string} keys */
    async mash(keys, { ms = 1600, gap = 55 }) {
      await rhythm.repeat(Math.round(ms / gap), gap, (index) => send(page.keyboard.press(keys[index % keys.length] ?? 'a')));
    },
  };
}
