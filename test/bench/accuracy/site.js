import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { listen } from './listen.js';
import { sleep } from './sleep.js';

const folder = join(import.meta.dirname, 'page') + sep;

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wav': 'audio/wav', '.webm': 'video/webm', '.csv': 'text/csv' };

/** What the shop's own backend answers: status, body, and after how many ms. @type {Readonly<Record<string, readonly [number, object, number]>>} */
const API = {
  '/api/fail': [500, { error: 'internal' }, 180],
  '/api/login': [401, { error: 'credentials' }, 180],
  '/api/validate': [422, { error: 'refused' }, 180],
  '/api/declined': [200, { ok: false }, 180],
  '/api/page': [200, { items: [1, 2, 3] }, 80],
  '/api/save': [200, { ok: true }, 150],
  '/api/slow': [200, { ok: true }, 6000],
};

/**
 * The shop. A cookie `bench` of the form `contestant|run` puts that contestant into the head of each page.
 * @param {(contestant: string, run: string) => string} tagOf
 */
export async function openSite(tagOf) {
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  return { port: await listen(server), close: () => server.close() };

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer({ url = '/', headers }, response) {
    const path = decodeURIComponent(new URL(url, 'http://shop').pathname);
    const api = API[path];
    if (api) {
      await sleep(api[2]);
      return response.writeHead(api[0], { 'content-type': 'application/json' }).end(JSON.stringify(api[1]));
    }
    const name = /^\/app(\/|$)/.test(path) ? '/app.html' : path;
    const file = normalize(join(folder, name));
    const body = file.startsWith(folder) ? await readFile(file).catch(() => undefined) : undefined;
    if (!body) return response.writeHead(404).end('not found');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const shared = { 'content-type': type, 'cache-control': 'no-store', ...(type === 'text/csv' && { 'content-disposition': 'attachment' }) };
    if (extname(file) === '.html') return response.writeHead(200, shared).end(body.toString().replace('<!--SDK-->', tagFor(headers.cookie ?? '')));
    return sendPart(body, { range: headers.range, shared }, response);
  }

  /** @param {string} cookie */
  function tagFor(cookie) {
    const [, bench = ''] = /bench=([^;]+)/.exec(cookie) ?? [];
    const [contestant, run] = decodeURIComponent(bench).split('|');
    return contestant && run ? tagOf(contestant, run) : '';
  }
}

/**
 * Players ask for a file piece by piece.
 * @param {Buffer} body
 * @param {{ range: string | undefined, shared: object }} asked
 * @param {import('node:http').ServerResponse} response
 */
function sendPart(body, { range, shared }, response) {
  const [, from, to] = /bytes=(\d+)-(\d*)/.exec(range ?? '') ?? [];
  if (from === undefined) return response.writeHead(200, { ...shared }).end(body);
  const end = to ? Number(to) : body.length - 1;
  return response.writeHead(206, { ...shared, 'accept-ranges': 'bytes', 'content-range': `bytes ${from}-${end}/${body.length}` }).end(body.subarray(Number(from), end + 1));
}
