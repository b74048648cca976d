import { sleep } from '../sleep.js';

/** @import { Tools } from './actor.js' */

/**
 * What is done with the browser around the page.
 * @param {Tools} tools
 */
export function visitVerbs({ page }) {
  return {
    back: () => page.goBack({ waitUntil: 'commit' }).catch(() => {}),
    forward: () => page.goForward({ waitUntil: 'commit' }).catch(() => {}),

    /** By an address typed in. @param {string} url */
    goto: (url) => page.goto(new URL(url, page.url()).href, { waitUntil: 'load' }),

    /** By key; the browser itself does not see a key that is sent to the page, so it is told. @param {'F5' | 'Control+r'} key */
    async reload(key, { n = 1, gap = 1500 }) {
      for (let time = 0; time < n; time++) {
        if (time) await sleep(gap);
        await page.keyboard.press(key).catch(() => {});
        await page.reload({ waitUntil: 'load' });
      }
    },

    async close() {
      await page.close({ runBeforeUnload: true });
      await sleep(300);
    },

    /** Another window or tab comes to the front, and after a while this one again: the page loses the focus, behind a tab it is hidden too. @param {'tab' | 'window'} kind */
    async away(kind, { ms = 2500 }) {
      // the session stays open: with it would go the focus that it gives
      const session = await page.context().newCDPSession(page);
      const { windowId } = await session.send('Browser.getWindowForTarget');
      const show = (/** @type {boolean} */ shown) => session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: shown ? 'normal' : 'minimized' } });
      await sleep(80);
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
      await show(false);
      if (kind === 'tab') await page.evaluate(hide, true);
      await sleep(ms);
      for (const other of page.context().pages()) if (other !== page) await other.close();
      await show(true);
      if (kind === 'tab') await page.evaluate(hide, false);
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    },
  };
}

/** Runs in the page: no headless browser hides a tab, so it is told to. @param {boolean} hidden */
function hide(hidden) {
  if (hidden) {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  } else {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
  }
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
