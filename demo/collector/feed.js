/** Proxies close a connection on which nothing is said for a minute. */
const STILL_HERE_MS = 20_000;
/** A reader that does not read is let go. */
const MOST_WAITING = 100;

/**
 * Server-Sent Events: `batch` each time one has arrived, with how many facts it brought, or facts were erased.
 * @returns {{ tell(arrived: object): void, open(): Response }}
 */
export function createFeed() {
  /** @type {Set<ReadableStreamDefaultController<Uint8Array>>} */
  const readers = new Set();
  const encoder = new TextEncoder();

  /** @param {string} text @param {ReadableStreamDefaultController<Uint8Array>} reader */
  function write(text, reader) {
    if ((reader.desiredSize ?? 0) < -MOST_WAITING) {
      readers.delete(reader);
      reader.close();
    } else reader.enqueue(encoder.encode(text));
  }

  return {
    tell(arrived) {
      for (const reader of readers) write(`event: batch\ndata: ${JSON.stringify(arrived)}\n\n`, reader);
    },
    open() {
      /** @type {ReadableStreamDefaultController<Uint8Array> | undefined} */
      let own;
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const body = new ReadableStream({
        start(reader) {
          own = reader;
          readers.add(reader);
          write(': here\n\n', reader);
          timer = setInterval(() => (readers.has(reader) ? write(': still here\n\n', reader) : clearInterval(timer)), STILL_HERE_MS).unref();
        },
        cancel() {
          clearInterval(timer);
          if (own) readers.delete(own);
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
    },
  };
}
