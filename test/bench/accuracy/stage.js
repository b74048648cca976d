import { openCollector } from './collector.js';
import { openSite } from './site.js';
import { createBrowserOf, createWorker } from './worker.js';

/** @import { Contestant } from './types.ts' */

/**
 * The shop, the backend of every contestant, and a browser.
 * @param {ReadonlyMap<string, Contestant>} contestants
 */
export async function openStage(contestants) {
  /** @type {Map<string, string>} */
  const scripts = new Map();
  for (const [name, contestant] of contestants) scripts.set(name, await contestant.script());
  const collector = await openCollector({ scriptOf: (name) => scripts.get(name) ?? '', respond: (name, request) => contestants.get(name)?.respond?.(request) });
  const site = await openSite((name, run) => tag(collector.urlOf, name, run));
  const browserOf = createBrowserOf();

  return {
    chromium: (await browserOf()).version(),
    /** The size of all its script, minified. @param {string} name */
    bytesOf: (name) => Buffer.byteLength(scripts.get(name) ?? '') + (contestants.get(name)?.laterBytes ?? 0),
    createWorker: () => createWorker({ collector, sitePort: site.port, browserOf }),
    async close() {
      await (await browserOf()).close();
      site.close();
      collector.close();
    },
  };
}

/** What stands in the head of a page: the way to the runner, and the contestant. @param {(run: string) => string} urlOf @param {string} name @param {string} run */
function tag(urlOf, name, run) {
  return `<script>window.BENCH={collector:${JSON.stringify(urlOf(run))},tell:told=>window.benchTell&&window.benchTell({...told,run:${JSON.stringify(run)}})}</script>
<script src="${urlOf('sdk')}/sdk/${name}.js"></script>`;
}
