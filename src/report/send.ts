import type { Page } from '../types';
import type { Letter } from './kept';

/** How a letter is written, and how the answer to it is read. */
export interface Format {
  /** The content type. */
  readonly type: string;
  encode(letter: Letter): string;
  /** `ok` acknowledges it; `rejected` is the number of facts refused for good. */
  read(text: string): { readonly ok: boolean; readonly rejected: number; readonly retryAfterMs: number };
}

/** `stored` is an acknowledgement · `later` may work later · `denied` works when somebody has repaired it · `refused` will never work · `stop` must never be tried again. */
export type Verdict = 'stored' | 'later' | 'denied' | 'refused' | 'stop';

export interface Answer {
  readonly verdict: Verdict;
  /** What is wrong, for the developer; empty when nothing is. */
  readonly note: string;
  /** How long the collector asks us to wait; 0 where it does not say. */
  readonly waitMs: number;
}

export interface Send {
  /** Never rejects. */
  now(letter: Letter): Promise<Answer>;
  /** Sends a copy that outlives the page. False when the browser's room for such copies is used up. */
  leaving(letter: Letter): boolean;
}

/** A collector that has not answered by then is not answering. */
const PATIENCE_MS = 15_000;
/** An acknowledgement is a line; of a longer answer no more than this is read. */
const MOST_ANSWER_CHARS = 65_536;
/** Browsers give all scripts of a page 64 KiB together for requests that outlive it; a quarter is left to the host. */
const LEAVING_BYTES = 49_152;
/** Waiting for longer than a day, or for less than a second, is a collector's mistake. */
const WAIT_MS = { least: 1000, most: 86_400_000 } as const;

/** Other answers from 400 to 499 are `denied`, and all the rest is `later`. */
const VERDICTS: Readonly<Record<number, Verdict>> = { 400: 'refused', 408: 'later', 409: 'stored', 410: 'stop', 413: 'refused', 422: 'refused', 425: 'later', 429: 'later' };

/** The way to the collector, one request for each letter. `wall` tells Unix time in ms. */
export function createSend(page: Page, url: string, format: Format, wall: () => number): Send {
  let leavingBytes = 0;

  async function post(body: string, keepalive: boolean): Promise<Answer> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    const off = page.after(PATIENCE_MS, abort);
    page.end.addEventListener('abort', abort, { signal: stop.signal });
    if (page.end.aborted) abort();
    try {
      return await answerTo(await page.window.fetch(url, {
        method: 'POST', body, headers: { 'content-type': format.type }, keepalive, signal: stop.signal,
        credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
      }));
    } catch (cause) {
      const why = stop.signal.aborted ? `no answer within ${PATIENCE_MS / 1000} s` : cause instanceof Error ? cause.message : String(cause);
      return { verdict: 'later', note: `${url} took nothing: ${why}`, waitMs: 0 };
    } finally {
      off();
      abort();
    }
  }

  async function answerTo(response: Response): Promise<Answer> {
    const { ok, rejected, retryAfterMs } = format.read(await textOf(response));
    const { status } = response;
    const verdict = response.ok ? (ok || status === 204 ? 'stored' : 'later') : VERDICTS[status] ?? (status < 500 ? 'denied' : 'later');
    const askedMs = waitOf(response.headers.get('retry-after') ?? '', wall()) || retryAfterMs;
    return {
      verdict,
      note: verdict === 'stored' ? (rejected ? `${url} refused ${rejected} facts` : '') : `${url} took nothing: it answered ${status}${response.ok ? ' without {"ok":true}' : ''}`,
      waitMs: askedMs > 0 ? Math.min(WAIT_MS.most, Math.max(WAIT_MS.least, askedMs)) : 0,
    };
  }

  return {
    now: (letter) => post(format.encode(letter), false),
    leaving(letter) {
      const body = format.encode(letter);
      const bytes = new TextEncoder().encode(body).length;
      if (leavingBytes + bytes > LEAVING_BYTES) return false;
      leavingBytes += bytes;
      void post(body, true).then(() => (leavingBytes -= bytes));
      return true;
    },
  };
}

/** Browsers charge the room for leaving requests until their answer has been read, so it always is. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && text.length < MOST_ANSWER_CHARS) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
}

/** `Retry-After` as RFC 9110 has it: seconds, or a date. Anything else says nothing. */
function waitOf(header: string, now: number): number {
  return /^\d+$/.test(header) ? Number(header) * 1000 : Math.max(0, Date.parse(header) - now || 0);
}
