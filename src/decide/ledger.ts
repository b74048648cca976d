import type { OutcomeAnswer, Records } from '../types';
import { readKept, type Kept, type KeptRule } from './kept';

/** One nudge that was shown. */
export interface View {
  readonly rule: string;
  /** Unix time in ms. */
  readonly at: number;
  readonly where: 'this page' | 'this visit' | 'before';
}

/** All that was shown and answered, as far as it matters to one rule. Times are Unix times in ms. */
export interface Past extends Omit<KeptRule, 'rule'> {
  /** Of all rules, oldest first: those of a week, and those of this visit. */
  readonly views: readonly View[];
  readonly everOfAll: number;
  readonly closedOfAll: readonly number[];
}

/** What was shown and answered, over pages, reloads and tabs. */
export interface Ledger {
  past(rule: string, wallMs: number): Past;
  shown(rule: string, wallMs: number): void;
  answered(rule: string, answer: OutcomeAnswer, wallMs: number): void;
}

const KEY = 'ledger';

const WEEK_MS = 604_800_000;

/** Twice as many as a file may have, so that no rule is forgotten while it is in use. */
const MAX_RULES = 400;

/** As many as a limit may count. */
const MAX_CLOSED = 5;

/** The ledger of this browser. It is read anew each time, so that tabs agree, and tidied when it is read. */
export function createLedger(records: Records, visit: { readonly id: string; readonly page: string }): Ledger {
  function read(wallMs: number): Kept {
    const found = records.read(KEY);
    const all = readKept(found, wallMs);
    const kept = { ...all, views: all.views.filter((view) => view.visit === visit.id || wallMs - view.at < WEEK_MS) };
    if (found !== undefined && JSON.stringify(found) !== JSON.stringify(kept)) records.write(KEY, kept);
    return kept;
  }

  /** Writes the ledger with a change to one rule. */
  function write(kept: Kept, rule: string, change: (own: KeptRule) => Partial<KeptRule>): void {
    const own = ownOf(kept, rule);
    const rules = [...kept.rules.filter((other) => other.rule !== rule), { ...own, ...change(own) }];
    records.write(KEY, { ...kept, rules: rules.slice(-MAX_RULES) });
  }

  return {
    past(rule, wallMs) {
      const kept = read(wallMs);
      return {
        ...ownOf(kept, rule),
        views: kept.views.map((view) => ({ rule: view.rule, at: view.at, where: view.page === visit.page ? 'this page' : view.visit === visit.id ? 'this visit' : 'before' })),
        everOfAll: kept.ever,
        closedOfAll: kept.rules.flatMap(({ closed }) => closed),
      };
    },
    shown(rule, wallMs) {
      const kept = read(wallMs);
      const views = [...kept.views, { rule, at: wallMs, visit: visit.id, page: visit.page }];
      write({ ...kept, views, ever: kept.ever + 1 }, rule, ({ ever }) => ({ ever: ever + 1 }));
    },
    answered(rule, answer, wallMs) {
      const kept = read(wallMs);
      if (answer === 'closed') write(kept, rule, ({ closed }) => ({ closed: [...closed, wallMs].slice(-MAX_CLOSED) }));
      if (answer === 'not-now') write(kept, rule, () => ({ snoozed: [wallMs] }));
      if (answer === 'never') write(kept, rule, () => ({ never: true }));
    },
  };
}

function ownOf({ rules }: Kept, rule: string): KeptRule {
  return rules.find((own) => own.rule === rule) ?? { rule, ever: 0, closed: [], snoozed: [], never: false };
}
