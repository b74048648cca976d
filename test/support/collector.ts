import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Answer } from './serve';

/** What a collector does with a batch: keep it, answer something else, or never answer. */
export type Conduct = 'keep' | 'hang' | Answer;

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
}

export interface Collector {
  readonly url: string;
  /** What it does from now on. */
  conduct: Conduct;
  /** Batches that came, kept or not. */
  readonly came: () => number;
  /** The names of the signals in its store, sorted; a signal that was counted twice stands there twice. */
  signals(): readonly string[];
  /** Nobody listens at its address any more; what is stored stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A collector on an origin of its own that can misbehave. As the real one it stores each fact once, by its id. */
export async function startCollector(): Promise<Collector> {
  const stored = new Map<string, Told>();
  let port = 0;
  let came = 0;
  let server = createServer();

  function keep(body: string): Answer {
    const { facts } = JSON.parse(body) as { facts: readonly Told[] };
    for (const fact of facts) stored.set(fact.id, fact);
    return { type: 'application/json', body: '{"ok":true}' };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    came++;
    const { conduct } = collector;
    if (conduct === 'hang') return;
    const { status = 200, type = 'text/plain', headers = {}, body = '' } = conduct === 'keep' ? keep(Buffer.concat(chunks).toString()) : conduct;
    response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after', ...headers }).end(body);
  }

  const collector: Collector = {
    get url() { return `http://127.0.0.1:${port}/collect`; },
    conduct: 'keep',
    came: () => came,
    signals: () => [...stored.values()].filter(({ kind }) => kind === 'signal').map(({ name = '' }) => name).sort(),
    stop: () => new Promise((stopped) => { server.close(() => stopped()); server.closeAllConnections(); }),
    async start() {
      server = createServer((request, response) => void answer(request, response).catch(() => undefined));
      await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
      const address = server.address();
      if (typeof address === 'object' && address) port = address.port;
    },
  };
  await collector.start();
  return collector;
}
