import { createServer } from 'node:http';

/** Slow senders are let go: headers within 10 s, the whole request within 15 s. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5000, connectionsCheckingInterval: 2000, maxHeaderSize: 8192 };
/** What is still sent after it was refused is thrown away for this long, so that the sender can read why. */
const THROW_AWAY_MS = 1000;

/**
 * Answers requests on this machine with a handler in the web's own terms.
 * @param {(request: Request, source: string) => Promise<Response>} handle
 * @param {{ port: number, host?: string }} where Port 0 takes a free one.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} `close` finishes what is being answered.
 */
export function serve(handle, { port, host = '127.0.0.1' }) {
  const closing = new AbortController();
  /** @type {Set<Promise<void>>} */
  const answering = new Set();
  const server = createServer(TIMES, (incoming, outgoing) => {
    const work = answer(handle, incoming, outgoing, closing.signal).catch(() => void outgoing.destroy()).finally(() => answering.delete(work));
    answering.add(work);
  });

  async function close() {
    closing.abort();
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.all(answering);
    server.closeAllConnections();
    await closed;
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://${host}:${address.port}`, close });
    });
  });
}

/**
 * @param {(request: Request, source: string) => Promise<Response>} handle
 * @param {import('node:http').IncomingMessage} incoming @param {import('node:http').ServerResponse} outgoing @param {AbortSignal} closing
 */
async function answer(handle, incoming, outgoing, closing) {
  const response = await handle(requestOf(incoming), incoming.socket.remoteAddress ?? '');
  const headers = Object.fromEntries(response.headers);
  const refusing = !incoming.complete && response.status >= 400;
  outgoing.writeHead(response.status, refusing ? { ...headers, connection: 'close' } : headers);
  await pump(response, outgoing, closing);
  outgoing.end();
  if (!refusing) return;
  incoming.resume();
  setTimeout(() => incoming.destroy(), THROW_AWAY_MS).unref();
}

/** @param {import('node:http').IncomingMessage} incoming */
function requestOf(incoming) {
  const { method = 'GET', headers, url = '/' } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [/** @type {[string, string]} */ ([name, String(value)])]));
  const base = URL.canParse(`http://${headers.host}`) ? `http://${headers.host}` : 'http://localhost';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(base + (url.startsWith('/') ? url : '/'), { method, headers: pairs, ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }) });
}

/** Like `Readable.toWeb`, but to stop reading does not cut the connection. @param {import('node:http').IncomingMessage} incoming */
function bodyOf(incoming) {
  return new ReadableStream({
    start(reader) {
      incoming.on('data', (part) => {
        reader.enqueue(new Uint8Array(part));
        if ((reader.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on('end', () => reader.close());
      incoming.on('error', (error) => reader.error(error));
      incoming.pause();
    },
    pull: () => void incoming.resume(),
    cancel: () => void incoming.removeAllListeners('data').removeAllListeners('end'),
  });
}

/** @param {Response} response @param {import('node:http').ServerResponse} outgoing @param {AbortSignal} closing */
async function pump({ body, headers }, outgoing, closing) {
  const reader = body?.getReader();
  const stop = () => void reader?.cancel();
  outgoing.once('close', stop);
  // a feed never ends by itself
  if (headers.get('content-type') === 'text/event-stream') closing.addEventListener('abort', stop);
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    if (!outgoing.write(value) && !outgoing.destroyed) await new Promise((resolve) => { outgoing.once('drain', resolve).once('close', resolve); });
  }
}
