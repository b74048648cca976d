import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { bundleOf, brotliBytes } from './bundle.js';
import { pageHtml } from './page/html.js';

/** @typedef {import('./contestants.js').Contestant} Contestant */
/** What a contestant loaded and sent since it was last asked. @typedef {{ requests: number, sentBytes: number, loaded: Map<string, number> }} Tally */

const here = import.meta.dirname;
/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.html': 'text/html' };

/**
 * Serves the page with one contestant in it, and is the collector of all of them: whatever is no file is something sent.
 * @param {{ furrow: string }} where The folder of furrow's build.
 */
export async function startServer({ furrow }) {
  /** @type {Map<string, string>} */
  const bundles = new Map();
  /** @type {Contestant} */
  let contestant = { id: 'empty', title: '' };
  /** @type {Tally} */
  let tally = { requests: 0, sentBytes: 0, loaded: new Map() };

  /** @param {string} path */
  async function sdkFile(path) {
    const [, , id = '', name = ''] = path.split('/');
    const text = id === 'furrow' ? readFileSync(join(furrow, name), 'utf8') : bundles.get(id) ?? await bundleOf(id);
    bundles.set(id, text);
    tally.loaded.set(path, brotliBytes(text));
    return text;
  }

  /** @param {URL} url */
  async function fileAt({ pathname, searchParams }) {
    if (pathname === '/blank') return '<!doctype html><link rel="icon" href="data:,">';
    if (pathname === '/page/shop.html') {
      const first = searchParams.has('remember') ? '<script src="/page/remember.js"></script>' : '';
      const head = `<link rel="icon" href="data:,">${first}${contestant.tag ?? `<script async src="/sdk/${contestant.id}/sdk.js"></script>`}`;
      return pageHtml({ elements: Number(searchParams.get('elements')), head });
    }
    if (pathname.startsWith('/sdk/')) return sdkFile(pathname);
    return /^\/(page\/\w+\.(js|css)|random\.js|rules\.json)$/.test(pathname) ? readFileSync(join(here, pathname), 'utf8') : undefined;
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = request.method === 'GET' ? await fileAt(url).catch(() => '') : undefined; // what a contestant asks for and does not bring is empty
    if (file !== undefined) return void response.writeHead(200, { 'content-type': TYPES[extname(url.pathname)] ?? 'text/html' }).end(file);
    tally.requests++;
    tally.sentBytes += url.search.length;
    request.on('data', (/** @type {Buffer} */ part) => { tally.sentBytes += part.byteLength; });
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(contestant.reply?.(url.pathname) ?? {})));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    url: `http://127.0.0.1:${port}`,
    /** From now on the page has this contestant in it. @param {Contestant} next */
    serve(next) {
      contestant = next;
      tally = { requests: 0, sentBytes: 0, loaded: new Map() };
    },
    tally: () => tally,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
