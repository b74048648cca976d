import { createServer } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { listen } from './listen.js';

/** @import { Answer, Arrived } from './types.ts' */

/** What was heard of one run: requests, and what hooks in the page told. @typedef {{ contestant: string, requests: Arrived[], hooked: unknown[] }} Heard */

/**
 * The backend of every contestant. `http://RUN.collect.test:PORT/…` is kept for that run; `/sdk/NAME.js` is the script of a contestant.
 * @param {{ scriptOf: (name: string) => string, respond: (name: string, request: { url: string }) => Answer | undefined }} contestants
 */
export async function openCollector({ scriptOf, respond }) {
  /** @type {Map<string, Heard>} */
  const runs = new Map();
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks)));
  });
  const port = await listen(server);
  return { runs, urlOf: (/** @type {string} */ run) => `http://${run}.collect.test:${port}`, close: () => server.close() };

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {Buffer} raw */
  function answer({ url = '/', method, headers }, response, raw) {
    const open = {
      'access-control-allow-origin': headers.origin ?? '*', 'access-control-allow-credentials': 'true', 'access-control-allow-methods': '*', 'access-control-max-age': '600',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*', 'access-control-allow-private-network': 'true', 'timing-allow-origin': '*',
    };
    if (method === 'OPTIONS') return response.writeHead(204, open).end();
    const [, sdk] = /^\/sdk\/([\w-]+)\.js/.exec(url) ?? [];
    if (sdk !== undefined) return response.writeHead(200, { ...open, 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' }).end(scriptOf(sdk));
    const [run = ''] = (headers.host ?? '').split('.');
    const heard = runs.get(run);
    heard?.requests.push({ url, body: unpack(raw, headers['content-encoding']) });
    const { status = 200, type = 'application/json', body = '{}' } = (heard && respond(heard.contestant, { url })) ?? {};
    return response.writeHead(status, { ...open, 'content-type': type }).end(body);
  }
}

/** @param {Buffer} body @param {string | undefined} encoding */
function unpack(body, encoding) {
  try {
    if (encoding === 'br') return brotliDecompressSync(body);
    if (encoding === 'deflate') return inflateSync(body);
    return encoding === 'gzip' || body.readUInt16BE(0) === 0x1f8b ? gunzipSync(body) : body;
  } catch {
    return body; // not packed after all
  }
}
