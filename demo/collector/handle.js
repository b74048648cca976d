import { createHash, timingSafeEqual } from 'node:crypto';
import { BodyError, readJson } from './body.js';
import { check } from './check.js';
import { createFeed } from './feed.js';
import { createRate } from './rate.js';

/**
 * @typedef {object} Limits
 * @property {number} mostBytes Of a request as it is sent.
 * @property {number} mostInflatedBytes Of a request when it is unpacked.
 * @property {number} perSecond Requests from one source.
 * @property {number} atOnce Requests from one source in a burst.
 *
 * @typedef {object} Setting
 * @property {import('./store.js').Store} store
 * @property {readonly string[]} [allowOrigins] Pages that may send, as origins; `*` for every page. The collector's own origin always may.
 * @property {string} [token] Whoever reads must send `Authorization: Bearer …`. Sending needs none: a page cannot keep a secret.
 * @property {Partial<Limits>} [limits]
 * @property {number} [k] No cell of the summary with fewer visits is shown. Default 1.
 * @property {() => number} [now] Unix time in ms.
 */

/** A batch is 24 KiB at most; this leaves room for collectors that gather. A page sends some requests a minute, and an office of people shares one address. */
export const LIMITS = { mostBytes: 256 * 1024, mostInflatedBytes: 2 * 1024 * 1024, perSecond: 20, atOnce: 100 };
/** When the store is busy or full, trying again sooner helps nobody. */
const STORE_REST_MS = 5000;
/** More facts than this are not put into one answer. */
const MOST_READ = 1000;

/**
 * The collector, in the web's own terms: one request in, one response out. It acknowledges a batch when the store has it, an erasure when the store has lost it, and never writes a body to a log.
 * @param {Setting} setting
 * @returns {(request: Request, source?: string) => Promise<Response>} `source` is what the rate is counted by, such as the address.
 */
export function createCollector({ store, allowOrigins = [], token, limits, k = 1, now = Date.now }) {
  const held = { ...LIMITS, ...limits };
  const waitFor = createRate(held, now);
  const feed = createFeed();

  /** @type {Readonly<Record<string, Readonly<Record<string, (request: Request, url: URL, source: string) => Response | Promise<Response>>>>>} */
  const routes = {
    '/collect': { POST: (request, _, source) => collect(request, source), OPTIONS: () => new Response(null, { status: 204 }) },
    '/facts': { GET: (_, url) => readFacts(url) },
    '/facts.ndjson': { GET: () => ndjson(store) },
    '/summary': { GET: (_, url) => json({ ...store.summary({ k: Math.max(k, whole(url, 'k', 1, 1_000_000)) }) }) },
    '/live': { GET: () => feed.open() },
    '/health': { GET: () => json({ ok: true }) },
  };

  /** @param {Request} request @param {string} source */
  async function collect(request, source) {
    const waitMs = waitFor(source);
    if (waitMs) return later(429, 'Too many requests from here.', waitMs);
    const checked = check(await readJson(request, held));
    if ('problem' in checked) return problem(422, checked.problem);
    try {
      if ('erasure' in checked) return erase(checked.erasure);
      const { batch, rejected } = checked;
      const added = store.add(batch, now());
      if (added.accepted) feed.tell({ accepted: added.accepted });
      return Response.json({ ok: true, batch: batch.id, ...added, rejected });
    } catch {
      return later(503, 'The store cannot take it now.', STORE_REST_MS);
    }
  }

  /** @param {import('./store.js').Erasure} erasure */
  function erase({ erase }) {
    const erased = store.erase(erase);
    feed.tell({ erased });
    return Response.json({ ok: true, erased });
  }

  /** @param {URL} url */
  function readFacts(url) {
    const kind = url.searchParams.get('kind') ?? undefined;
    return json({ facts: store.facts({ since: whole(url, 'since', 0, Number.MAX_SAFE_INTEGER), limit: whole(url, 'limit', 100, MOST_READ), ...(kind && { kind }) }) });
  }

  /** @param {Request} request @param {string} source */
  async function answer(request, source) {
    const url = new URL(request.url);
    const methods = routes[url.pathname];
    if (!methods) return problem(404, `There is nothing here. This collector answers at ${Object.keys(routes).join(', ')}.`);
    const handle = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
    if (!handle) return problem(405, `Use ${Object.keys(methods).join(' or ')} here.`, { allow: Object.keys(methods).join(', ') });
    if (methods.GET && token && !isBearer(request, token)) return problem(401, 'Reading needs the token: Authorization: Bearer …', { 'www-authenticate': 'Bearer' });
    const origin = request.headers.get('origin');
    if (!methods.POST || !origin) return handle(request, url, source);
    if (origin !== url.origin && !allowOrigins.includes(origin) && !allowOrigins.includes('*')) return problem(403, 'Pages of this origin may not send here; the collector lists those that may.');
    return forOrigin(await caught(() => handle(request, url, source)), origin);
  }

  return (request, source = '') => caught(() => answer(request, source));
}

/** @param {() => Response | Promise<Response>} work */
async function caught(work) {
  try {
    return await work();
  } catch (error) {
    return error instanceof BodyError ? problem(error.status, error.message) : problem(500, 'Something went wrong here.');
  }
}

/** Lets a page of that origin read the answer, the waiting time included. @param {Response} response @param {string} origin */
function forOrigin(response, origin) {
  for (const [name, value] of Object.entries({
    'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After', 'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type', 'access-control-max-age': '7200', 'cross-origin-resource-policy': 'cross-origin', vary: 'Origin',
  })) response.headers.set(name, value);
  return response;
}

/** @param {unknown} value */
const json = (value) => Response.json(value, { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });

/** RFC 9457. @param {number} status @param {string} detail @param {Record<string, string>} [headers] @param {object} [more] */
const problem = (status, detail, headers, more) =>
  new Response(JSON.stringify({ type: 'about:blank', status, detail, ...more }), { status, headers: { 'content-type': 'application/problem+json', ...headers } });

/** Says it twice, because a page of another origin may not see the header. @param {number} status @param {string} detail @param {number} waitMs */
const later = (status, detail, waitMs) => problem(status, detail, { 'retry-after': String(Math.ceil(waitMs / 1000)) }, { retryAfterMs: waitMs });

/** Everything, a line for each fact, the oldest first. @param {import('./store.js').Store} store */
function ndjson(store) {
  let since = 0;
  const body = new ReadableStream({
    pull(reader) {
      const facts = store.facts({ since, limit: MOST_READ, oldestFirst: true });
      since = facts.at(-1)?.n ?? since;
      if (facts.length) reader.enqueue(new TextEncoder().encode(facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')));
      else reader.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });
}

/** A whole number of the query, within bounds. @param {URL} url @param {string} name @param {number} otherwise @param {number} most */
function whole(url, name, otherwise, most) {
  const asked = url.searchParams.get(name);
  if (asked === null) return otherwise;
  if (!/^\d{1,16}$/.test(asked)) throw new BodyError(400, `${name} is a whole number.`);
  return Math.min(Number(asked), most);
}

/** In a time that tells nothing about the token. @param {Request} request @param {string} token */
function isBearer(request, token) {
  const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.get('authorization') ?? ''), digest(`Bearer ${token}`));
}
