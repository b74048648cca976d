import type { Answer, Options, Purpose, Receipt } from '../types';

const DAY_MS = 86_400_000;

/** An answer is kept for half a year, a no as long as a yes (CNIL's recommendation); a question that was closed rests for a month. */
const ANSWERED_DAYS = 180;
const DISMISSED_DAYS = 30;

/** What furrow would ask for with these options. Handing something to a person's tool is asked each time, there and then. */
export function purposesOf(options: Options): readonly Purpose[] {
  return options.collect ? ['notice', 'help', 'improve'] : ['notice', 'help'];
}

/** What a yes means here, as a line that people can read. Words and colours are no part of it. */
function fingerprintOf(options: Options): string {
  return [1, purposesOf(options).join(' '), options.storage ?? 'local', options.collect ?? 'nothing leaves'].join(' · ');
}

export function makeReceipt(decision: Answer, purposes: readonly Purpose[], options: Options, surface: Receipt['surface']): Receipt {
  const now = Date.now();
  return {
    v: 1,
    id: Math.random().toString(36).slice(2), // tells two receipts apart; nobody has to be unable to guess it
    decision,
    purposes,
    at: new Date(now).toISOString(),
    expires: new Date(now + (decision === 'dismissed' ? DISMISSED_DAYS : ANSWERED_DAYS) * DAY_MS).toISOString(),
    fingerprint: fingerprintOf(options),
    surface,
  };
}

/** The receipt, if it is one, has not expired and still means the same. A no stays a no whatever changed. */
export function validReceipt(kept: unknown, options: Options): Receipt | undefined {
  if (!isReceipt(kept) || !(Date.parse(kept.expires) > Date.now())) return undefined;
  return kept.decision !== 'granted' || kept.fingerprint === fingerprintOf(options) ? kept : undefined;
}

/** Whether it allows a visit: without noticing there is none. */
export function isYes(kept: unknown): kept is Receipt {
  return isReceipt(kept) && kept.decision === 'granted' && kept.purposes.includes('notice');
}

function isReceipt(kept: unknown): kept is Receipt {
  const { v, decision, purposes, expires } = Object(kept) as Partial<Receipt>;
  return v === 1 && typeof decision === 'string' && Array.isArray(purposes) && typeof expires === 'string';
}
