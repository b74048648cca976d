/** What is wrong with a body, with the status that says so. */
export class BodyError extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * The JSON of a request, plain or gzipped (told by its first bytes, because a page cannot name an encoding without a preflight).
 * No more than `mostBytes` are read, and no more than `mostInflatedBytes` unpacked.
 * @param {Request} request
 * @param {{ mostBytes: number, mostInflatedBytes: number }} limits
 * @returns {Promise<unknown>}
 */
export async function readJson(request, { mostBytes, mostInflatedBytes }) {
  if (Number(request.headers.get('content-length')) > mostBytes) throw tooLarge(mostBytes);
  const sent = await bytesOf(request.body, mostBytes);
  const bytes = sent[0] === 0x1f && sent[1] === 0x8b ? await unpacked(sent, mostInflatedBytes) : sent;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BodyError(400, 'The body is not JSON in UTF-8. Send a batch as docs/wire.md describes it.');
  }
}

/** @param {Uint8Array<ArrayBuffer>} sent @param {number} mostBytes */
async function unpacked(sent, mostBytes) {
  try {
    return await bytesOf(new Blob([sent]).stream().pipeThrough(new DecompressionStream('gzip')), mostBytes);
  } catch (error) {
    throw error instanceof BodyError ? error : new BodyError(400, 'The body begins like gzip and cannot be unpacked.');
  }
}

/** Stops reading at the limit, so that memory stays bounded whatever is sent. @param {ReadableStream<Uint8Array> | null} stream @param {number} mostBytes */
async function bytesOf(stream, mostBytes) {
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  for await (const part of stream ?? []) {
    length += part.length;
    if (length > mostBytes) throw tooLarge(mostBytes);
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

/** @param {number} mostBytes */
function tooLarge(mostBytes) {
  return new BodyError(413, `The body is larger than ${mostBytes / 1024} KiB. Send fewer facts at once.`);
}
