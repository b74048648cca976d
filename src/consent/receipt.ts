import type { Answer, Options, Purpose, Receipt } from '../types';

const DAY_MS = 86_400_000;

/** A refusal is kept as long as a consent (CNIL's recommendation: six months); a closed question rests for a month. */
const KEPT_DAYS = { granted: 180, refused: 180, withdrawn: 180, signal: 180, dismissed: 30 } as const;

/** What furrow would ask for with these options. Handing something to a person's tool is asked each time, there and then. */
export function purposesOf(options: Options): readonly Purpose[] {
  return options.collect ? ['notice', 'help', 'improve'] : ['notice', 'help'];
}

/** What a yes means here, as a line that people can read. Words and colours are no part of it. */
export function fingerprintOf(options: Options): string {
  return [1, purposesOf(options).join(' '), options.storage ?? 'local', options.collect ?? 'nothing leaves'].join(' · ');
}

export function makeReceipt(decision: Answer, purposes: readonly Purpose[], options: Options, surface: Receipt['surface'], now: number): Receipt {
  return {
    v: 1,
    id: Math.random().toString(36).slice(2), // tells two receipts apart; nobody has to be unable to guess it
    decision,
    purposes,
    at: new Date(now).toISOString(),
    expires: new Date(now + KEPT_DAYS[decision] * DAY_MS).toISOString(),
    fingerprint: fingerprintOf(options),
    surface,
  };
}

/** The receipt, if it is one, has not expired and still means the same. A no stays a no whatever changed. */
export function validReceipt(kept: unknown, options: Options, now: number): Receipt | undefined {
  if (!isReceipt(kept) || !(Date.parse(kept.expires) > now)) return undefined;
  return kept.decision !== 'granted' || kept.fingerprint === fingerprintOf(options) ? kept : undefined;
}

function isReceipt(kept: unknown): kept is Receipt {
  const { v, decision, purposes, expires } = Object(kept) as Partial<Receipt>;
  return v === 1 && typeof decision === 'string' && decision in KEPT_DAYS && Array.isArray(purposes) && typeof expires === 'string';
}
