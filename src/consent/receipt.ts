import type { Answer, ConsentDetail, Options, Purpose, Receipt } from '../types';

declare const VERSION: string;

const DAY_MS = 86_400_000;

/** An answer is kept for half a year, a no as long as a yes (CNIL's recommendation). How long a question that was closed rests, the prompt knows. */
const ANSWERED_DAYS = 180;

/** What furrow would ask for with these options. Handing something to a person's tool is asked each time, there and then. */
export function purposesOf(options: Options): readonly Purpose[] {
  return options.collect ? ['notice', 'help', 'improve'] : ['notice', 'help'];
}

/** What a yes means here, as a line that people can read: purposes · storage · recipient · retention. Words and colours are no part of it. */
export function fingerprintOf(options: Options): string {
  return [1, purposesOf(options).join(' '), options.storage ?? 'local', options.collect ?? 'nothing leaves', ...(options.collect && options.retention ? [`${options.retention} days`] : [])].join(' · ');
}

/** `last` is the receipt before. */
export function makeReceipt(decision: Answer, purposes: readonly Purpose[], options: Options, last: Receipt | undefined, detail?: ConsentDetail): Receipt {
  const now = Date.now();
  return {
    decision: decision === 'granted' && (detail?.families || purposes.length < purposesOf(options).length) ? 'partly' : decision,
    expires: new Date(now + ANSWERED_DAYS * DAY_MS).toISOString(),
    surface: 'api',
    ...(last && { prev: last.id, dismissals: last.dismissals }),
    ...detail,
    // what no detail can say otherwise
    v: 1,
    id: Math.random().toString(36).slice(2), // tells two receipts apart; nobody has to be unable to guess it
    purposes,
    at: new Date(now).toISOString(),
    fingerprint: fingerprintOf(options),
    sdk: VERSION,
  };
}

/** The receipt, if it has not expired and still means the same. A no stays a no whatever changed. */
export function validReceipt(kept: Receipt | undefined, options: Options): Receipt | undefined {
  return kept && Date.parse(kept.expires) > Date.now() && (!isYes(kept) || kept.fingerprint === fingerprintOf(options)) ? kept : undefined;
}

/** Whether it allows a visit: without noticing there is none. */
export function isYes(kept: Receipt | undefined): kept is Receipt {
  return !!kept?.purposes.includes('notice');
}

export function isReceipt(kept: unknown): kept is Receipt {
  const { v, purposes, expires } = Object(kept) as Partial<Receipt>;
  return v === 1 && Array.isArray(purposes) && !!expires;
}
