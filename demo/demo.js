import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createCollector } from './collector/handle.js';
import { serve } from './collector/serve.js';
import { createStore } from './collector/store.js';
import { withLivePage } from './live/page.js';
import { createShop } from './shop/shop.js';

/** As the shop’s tag promises (`data-retention`). */
const KEPT_MS = 30 * 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Starts the shop, the collector with its store, and the live page, all on this machine alone. Fails whole: nothing is left running.
 * @param {{ port: number, data: string }} setting The collector takes the port after the shop's; 0 takes any two free ones. `data` is a file, or `:memory:`.
 */
export async function startDemo({ port, data }) {
  const store = await storeAt(data);
  /** @type {{ close(): Promise<void> }[]} */
  const servers = [];
  const expire = () => store.expire(Date.now() - KEPT_MS);
  expire();
  const timer = setInterval(expire, HOUR_MS).unref();
  /** Finishes what is being answered, then closes the store. */
  async function close() {
    clearInterval(timer);
    await Promise.all(servers.map((server) => server.close()));
    store.close();
  }

  try {
    let collectorUrl = '';
    const shop = await serve(createShop({ collect: () => `${collectorUrl}/collect` }), { port });
    servers.push(shop);
    const allowOrigins = [shop.url, shop.url.replace('127.0.0.1', 'localhost')];
    const collector = await serve(withLivePage(createCollector({ store, allowOrigins })), { port: port && port + 1 });
    servers.push(collector);
    collectorUrl = collector.url;
    return { shopUrl: `${shop.url}/`, collectorUrl, liveUrl: `${collectorUrl}/`, store, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {string} data */
async function storeAt(data) {
  if (data !== ':memory:') await mkdir(dirname(data), { recursive: true });
  return createStore(data);
}
