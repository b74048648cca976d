import { openBrowser, openWindow } from './browser.js';
import { play } from './play.js';

/** @import { Browser, Page } from 'playwright' */
/** @import { Contestant, Result, Scenario } from './types.ts' */

/** A dialog of the page stays open about as long as a glance at it takes. */
const DIALOG_MS = 500;
/** A run that a busy machine spoiled is begun anew this often. */
const TRIES = 4;

/**
 * Plays one run after the other. Windows are dear in a headless browser and origins are free: a window is kept, each run has an origin of its own.
 * @param {{ collector: Awaited<ReturnType<typeof import('./collector.js').openCollector>>, sitePort: number, browserOf: () => Promise<Browser> }} stage
 */
export function createWorker({ collector, sitePort, browserOf }) {
  /** @type {Map<string, Page>} */
  const pages = new Map();

  return {
    /**
     * @param {string} name
     * @param {Contestant} contestant
     * @param {Scenario} scenario
     * @returns {Promise<Result>}
     */
    async play(name, contestant, scenario) {
      /** @type {Result} */
      let result = { told: [], spoiled: 'not played', ms: 0 };
      for (let attempt = 0; attempt < TRIES && result.spoiled !== undefined; attempt++) result = await playOnce(name, contestant, scenario);
      return result;
    },
  };

  /** @param {string} name @param {Contestant} contestant @param {Scenario} scenario @returns {Promise<Result>} */
  async function playOnce(name, contestant, scenario) {
    const run = `r${crypto.randomUUID().slice(0, 13)}`;
    /** @type {import('./collector.js').Heard} */
    const heard = { contestant: name, requests: [], hooked: [] };
    collector.runs.set(run, heard);
    try {
      const page = await pageFor(scenario.screen);
      const origin = `http://${run}.localhost:${sitePort}`;
      await page.context().addCookies([{ name: 'bench', value: encodeURIComponent(`${name}|${run}`), url: origin }]);
      return await play(page, { scenario, contestant, origin, heard });
    } catch (error) {
      await closeAll();
      return { told: [], spoiled: String(error).split('\n').slice(0, 3).join(' '), ms: 0 };
    } finally {
      collector.runs.delete(run);
    }
  }

  /** @param {Scenario['screen']} screen */
  async function pageFor(screen) {
    const open = pages.get(screen);
    if (open && !open.isClosed()) return open;
    await open?.context().close().catch(() => {});
    const context = await openWindow(await browserOf(), screen);
    await context.exposeBinding('benchTell', (_, { run, ...told }) => void collector.runs.get(run)?.hooked.push(told));
    const page = await context.newPage();
    page.on('dialog', (dialog) => setTimeout(() => void dialog.accept().catch(() => {}), DIALOG_MS));
    page.on('filechooser', () => {}); // without a listener the chooser would open for nobody
    pages.set(screen, page);
    return page;
  }

  async function closeAll() {
    await Promise.all([...pages.values()].map((page) => page.context().close().catch(() => {})));
    pages.clear();
  }
}

/** A browser for all; a new one when it has crashed. */
export function createBrowserOf() {
  let opening = openBrowser();
  return async () => {
    if (!(await opening).isConnected()) opening = openBrowser();
    return opening;
  };
}
