import type { Format } from '../send';

/** furrow's own format, `docs/wire.md`: the letter as JSON, sent as plain text so that no preflight is needed. */
export const furrowFormat: Format = {
  type: 'text/plain;charset=UTF-8',
  encode: (letter) => JSON.stringify(letter),
  read(text) {
    const { ok, rejected, retryAfterMs } = fieldsOf(text);
    return { ok: ok === true, rejected: Array.isArray(rejected) ? rejected.length : 0, retryAfterMs: Number(retryAfterMs) };
  },
};

/** A captive portal, or a service worker of the host, may answer anything. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' ? { ...answer } : {};
  } catch {
    return {};
  }
}
