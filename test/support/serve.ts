import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Furrow } from '../../src/types';

const dist = resolve(import.meta.dirname, '../../dist');

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Routes = Readonly<Record<string, Answer | string | ((request: IncomingMessage, body: string) => Answer | string)>>;

export interface Site {
  readonly url: string;
  /** Every request that came, `METHOD /path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A site on this machine: the built furrow under `/furrow/`, and the pages that a test names. */
export async function serve(routes: Routes): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => void answer(request, response, routes, requests));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections(); }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: Routes, requests: string[]): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://site');
  requests.push(`${request.method} ${pathname}`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const route = routes[pathname];
  const found = typeof route === 'function' ? route(request, Buffer.concat(chunks).toString()) : route ?? await built(pathname);
  const { status = 200, type = 'text/html', headers = {}, body = '' } = typeof found === 'string' ? { body: found } : found;
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers }).end(body);
}

async function built(pathname: string): Promise<Answer> {
  const [, file] = /^\/furrow\/([\w.-]+\.js)$/.exec(pathname) ?? [];
  if (!file) return { status: 404, type: 'text/plain', body: 'not here' };
  return { type: 'text/javascript', body: await readFile(join(dist, file), 'utf8') };
}

/** The 62 characters that may stand before the tag. */
export const STUB = '<script>window.furrow||=Object.assign((...c)=>furrow.q.push(c),{q:[]})</script>';

/** A small page with furrow's tag. */
export function pageWith(attributes: string, { before = STUB, body = '<main><h1>A page</h1><p>Some text.</p><button>Press</button><input aria-label="Name"></main>', nonce = '' } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${before}<script async src="/furrow/furrow.js" ${nonce && `nonce="${nonce}"`} ${attributes}></script></head><body>${body}</body></html>`;
}

declare global {
  /** In the pages that these tests open. */
  const furrow: Furrow;
}
