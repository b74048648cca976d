import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answer, type Answer } from './answer';
import type { Shown } from './shown';

export interface Preview {
  readonly url: string;
  /** Tells every open page that the file has changed. */
  changed(): void;
  close(): Promise<void>;
}

export interface PreviewOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** What shows nudges to visitors, by its address. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The file as it is now; undefined while it cannot be read. */
  shown(): Promise<Shown | undefined>;
}

/** Nothing from elsewhere, and nobody else's frame: a rules file may come from anybody. */
const HEADERS = {
  'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': 'default-src \'none\'; script-src \'self\'; style-src \'self\'; connect-src \'self\'; frame-src \'self\'; img-src data:; base-uri \'none\'; form-action \'none\'; frame-ancestors \'self\'',
};

const GONE: Answer = { status: 503, type: 'text/plain', body: 'The file cannot be read now.' };

const HERE = '127.0.0.1';

/** Serves the preview to this machine alone. */
export async function servePreview({ port, scripts, shown }: PreviewOptions): Promise<Preview> {
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => void respond(request, response));

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // another site's name may lead here too (DNS rebinding); its pages must not read what is served
    if (!isOwnName(request.headers.host ?? '')) return end(response, 403, 'text/plain', 'This is for 127.0.0.1 only.');
    if (request.method !== 'GET') return end(response, 405, 'text/plain', 'Only GET.');
    const url = new URL(request.url ?? '/', 'http://preview');
    if (url.pathname === '/changes') return follow(response);
    const now = await shown();
    const { status, type, body } = now ? answer(url, now, scripts) : GONE;
    end(response, status, type, body);
  }

  function isOwnName(host: string): boolean {
    return [HERE, 'localhost'].some((name) => host === `${name}:${portOf(server)}`);
  }

  function follow(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' }).flushHeaders();
    waiting.add(response);
    response.on('close', () => waiting.delete(response));
  }

  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, HERE, listening));
  return {
    url: `http://${HERE}:${portOf(server)}/`,
    changed() {
      for (const response of waiting) response.write('data: changed\n\n');
    },
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(body);
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
