import { createCollector } from './collector/handle.js';
import { serve } from './collector/serve.js';
import { createStore } from './collector/store.js';
import { withLivePage } from './live/page.js';
import { createShop } from './shop/shop.js';

/**
 * Starts the shop, the collector with its store, and the live page, all on this machine alone.
 * @param {{ port: number, data: string }} setting Port 0 takes any two free ports.
 */
export async function startDemo({ port, data }) {
  const store = createStore(data);
  let collectorUrl = '';
  const shop = await serve(createShop({ collect: () => `${collectorUrl}/collect` }), { port });
  const collector = await serve(withLivePage(createCollector({ store, allowOrigins: [shop.url, shop.url.replace('127.0.0.1', 'localhost')] })), { port: port && port + 1 });
  collectorUrl = collector.url;

  return {
    shopUrl: `${shop.url}/`,
    collectorUrl,
    liveUrl: `${collectorUrl}/`,
    store,
    /** Finishes what is being answered, then closes the store, so that nothing acknowledged is lost. */
    async close() {
      await Promise.all([shop.close(), collector.close()]);
      store.close();
    },
  };
}
