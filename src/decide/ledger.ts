import type { OutcomeAnswer, Records } from '../types';

/** A nudge that was shown, or an answer that counts for later. */
export interface Entry {
  readonly rule: string;
  readonly what: 'shown' | OutcomeAnswer;
  /** Unix time in ms. */
  readonly at: number;
  readonly visit: string;
  /** Another one after each load. */
  readonly page: string;
}

/** All that was shown and answered before, oldest first. */
export interface Past {
  readonly all: readonly Entry[];
  /** Of the rule that is asked about. */
  readonly own: readonly Entry[];
  /** This visit and this page. */
  readonly here: { readonly visit: string; readonly page: string };
}

/** What was shown and answered, over pages, reloads and tabs. */
export interface Ledger {
  past(rule: string, wallMs: number): Past;
  shown(rule: string, wallMs: number): void;
  answered(rule: string, answer: OutcomeAnswer, wallMs: number): void;
}

const KEY = 'ledger';

/** Years of a calm page. What a visitor refused is kept longer than what was shown. */
const MAX_ENTRIES = 500;

/** Answers that change what may be shown later; the others are nobody's business. */
const LASTING: readonly Entry['what'][] = ['closed', 'not-now', 'never'];

/** The ledger of this browser, read anew each time, so that tabs agree. Times in the future (the clock was set back) become now. */
export function createLedger(records: Records, { id, page }: { readonly id: string; readonly page: string }): Ledger {
  function read(wallMs: number): readonly Entry[] {
    const found = records.read(KEY);
    const entries = Array.isArray(found) ? found.filter(isEntry) : [];
    if (!entries.some(({ at }) => at > wallMs)) return entries;
    return keep(entries.map((entry) => ({ ...entry, at: Math.min(entry.at, wallMs) })));
  }

  function keep(entries: readonly Entry[]): readonly Entry[] {
    const oldest = entries.length > MAX_ENTRIES ? entries.find(({ what }) => what === 'shown' || what === 'not-now') : undefined;
    const kept = entries.filter((entry) => entry !== oldest);
    records.write(KEY, kept);
    return kept;
  }

  function add(rule: string, what: Entry['what'], wallMs: number): void {
    keep([...read(wallMs), { rule, what, at: wallMs, visit: id, page }]);
  }

  return {
    past(rule, wallMs) {
      const all = read(wallMs);
      return { all, own: all.filter((entry) => entry.rule === rule), here: { visit: id, page } };
    },
    shown: (rule, wallMs) => add(rule, 'shown', wallMs),
    answered(rule, answer, wallMs) {
      if (LASTING.includes(answer)) add(rule, answer, wallMs);
    },
  };
}

/** Storage may hold anything; what is no entry counts for nothing. */
function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && !!value && 'rule' in value && 'what' in value && 'at' in value && typeof value.at === 'number';
}
