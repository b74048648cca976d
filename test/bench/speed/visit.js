import { ROUND_MS } from './page/trace.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('./contestants.js').Contestant} Contestant */

/** Some peers stay out of browsers that say they are driven. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
/** What a contestant still does of its own after it says that it is ready. */
const START_MS = 1000;
/** More than a round takes, so that its last timers come too. */
const SPARE_MS = 500;
/** After the last event: every wait of a detector is over (the longest is ten seconds). */
const QUIET_MS = 15_000;
/** Real time that no wait for the page's clock takes, even on a bad day. */
const STUCK_MS = 180_000;
/** How the page is changed while nobody does anything. */
const ALONE = { changes: 1000, everyMs: 20 };

/**
 * One visit to the page with one contestant, in a browser context of its own. `before` is called on the empty page, so that
 * nothing of the start is missed; with `remember` the page notes how its world looked before.
 * @param {Browser} browser
 * @param {{ server: Awaited<ReturnType<import('./server.js').startServer>>, contestant: Contestant, elements: number, remember?: boolean, before?: (visit: { page: import('playwright').Page, cdp: import('playwright').CDPSession }) => Promise<void> }} wanted
 */
export async function openVisit(browser, { server, contestant, elements, remember = false, before }) {
  server.serve(contestant);
  const context = await browser.newContext({ userAgent: USER_AGENT, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(`${server.url}/blank`);
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await before?.({ page, cdp });
  await page.goto(`${server.url}/page/shop.html?elements=${elements}${remember ? '&remember' : ''}`, { waitUntil: 'load' });
  await page.waitForFunction('performance.getEntriesByName("ready").length', undefined, { polling: 50, timeout: 20_000 })
    .catch(() => { throw new Error(`${contestant.title} never got ready`); });
  await page.waitForTimeout(START_MS);

  const player = await page.evaluateHandle(() => import(/** @type {string} */ ('/page/player.js')).then(({ createPlayer }) => createPlayer()));
  let round = 0;

  /** Lets so much time pass on the page's clock, as fast as the machine can. @param {number} ms */
  async function pass(ms) {
    const passed = new Promise((resolve, reject) => {
      const stuck = setTimeout(() => reject(new Error(`the clock of the page with ${contestant.title} stands still`)), STUCK_MS);
      cdp.once('Emulation.virtualTimeBudgetExpired', () => { clearTimeout(stuck); resolve(undefined); });
    });
    await cdp.send('Emulation.setVirtualTimePolicy', { policy: 'pauseIfNetworkFetchesPending', budget: ms });
    await passed;
  }

  return {
    page,
    cdp,
    /** Plays so many more virtual minutes; says how many events there have been. @param {number} rounds */
    async play(rounds) {
      const played = player.evaluate((it, [from, count]) => it.play(from, count), [round, rounds]);
      round += rounds;
      await pass(rounds * (ROUND_MS + SPARE_MS));
      return /** @type {Promise<number>} */ (played);
    },
    /** Nobody does anything, until nobody waits for anything either; before the trace, so that who starts slowly has started. */
    rest: () => pass(QUIET_MS),
    /** The page changes, and nobody does anything. */
    async changeAlone() {
      const changed = player.evaluate((it, { changes, everyMs }) => it.changeAlone(changes, everyMs), ALONE);
      await pass(ALONE.changes * ALONE.everyMs + SPARE_MS);
      await changed;
    },
    /** Leaves the page, which lets everybody send what is left, and closes. */
    async close() {
      await cdp.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 3_600_000 });
      await page.goto(`${server.url}/blank`);
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      await context.close();
    },
  };
}
