import type { Off, OutcomeAnswer, Page, Records, Rule } from '../types';
import { entriesIn, merged, type Entry } from './entries';

/** All that was shown and answered before, oldest first. */
export interface Past {
  readonly all: readonly Entry[];
  /** This visit and this page. */
  readonly here: { readonly visit: string; readonly page: string };
}

type Spoken = Pick<Rule, 'id' | 'intent'>;

/** What was shown and answered in this browser: one for all pages, reloads and tabs. */
export interface Ledger {
  past(): Past;
  /**
   * Reserves the showing of a rule's help, so that no two tabs show what is allowed once. `isAllowed` is asked again with all that
   * is known by then. After a yes there are ten seconds to show it, or to say that it does not come.
   */
  claim(rule: Spoken, isAllowed: (past: Past) => boolean): Promise<boolean>;
  /** It does not come after all. */
  unmeant(rule: Spoken): void;
  shown(rule: Spoken): void;
  withheld(rule: Spoken, what: 'withheld' | 'watched'): void;
  answered(rule: Spoken, answer: OutcomeAnswer, forMs?: number): void;
}

export interface LedgerContext {
  /** The key of the visit. */
  visit(): string;
  /** Another one for each load of a page. */
  readonly page: string;
  /** Unix time in ms by the computer's own clock, which all tabs share: a page's time stands still while the computer sleeps. */
  wall(): number;
  /** Takes the browser-wide lock; undefined when it does not come. */
  lock(): Promise<Off | undefined>;
  readonly after: Page['after'];
}

const KEY = 'ledger';

/**
 * Twice the time, generously, after which every tab has seen a write (in Chromium mostly .3 ms, under load up to 24), so that each of two
 * that wrote at once has seen how it ended. The lock alone is not enough: it was seen to reach the next tab before the write did.
 */
const SETTLE_MS = 200;

/** Answers that change what may be shown later; the others are nobody's business. */
const LASTING: readonly Entry['what'][] = ['closed', 'not-now', 'never', 'action', 'human'];

/**
 * The ledger in `records`. Storage is a register that any tab may write over with what it knew a moment ago, so each page keeps in memory
 * what it wrote and puts it back where it is missing, unless all is gone: then the visitor has withdrawn.
 * Reservations are not put back: of several at once the last writer's stands, and the others see that theirs does not.
 */
export function createLedger(records: Pick<Records, 'read' | 'write'>, { visit, page, wall, lock, after }: LedgerContext): Ledger {
  let mine: readonly Entry[] = [];
  /** What was read in this turn: no other tab's write becomes visible before its end. */
  let fresh: readonly Entry[] | undefined;

  function read(): readonly Entry[] {
    const found = records.read(KEY);
    if (found === undefined) mine = [];
    const kept = entriesIn(found);
    const entries = merged(kept, mine, wall());
    const known = new Set(kept);
    if (entries.some((entry) => !known.has(entry))) write(entries);
    return entries;
  }

  function write(entries: readonly Entry[]): void {
    fresh = undefined;
    records.write(KEY, entries);
    for (const ms of [SETTLE_MS / 2, SETTLE_MS]) after(ms, read);
  }

  function past(): Past {
    if (!fresh) {
      fresh = read();
      queueMicrotask(() => { fresh = undefined; });
    }
    return pastOf(fresh);
  }

  function pastOf(all: readonly Entry[]): Past {
    return { all, here: { visit: visit(), page } };
  }

  function add({ id: rule, intent }: Spoken, what: Entry['what'], forMs?: number): Entry {
    const entry: Entry = { id: Math.random().toString(36).slice(2), rule, intent, what, at: wall(), visit: visit(), page, forMs };
    write([...read(), entry]);
    return entry;
  }

  function keep(entry: Entry): void {
    mine = [...mine, entry];
  }

  function unmeant({ id }: Spoken): void {
    drop((entry) => entry.what === 'meant' && entry.rule === id && entry.page === page);
  }

  function drop(isOver: (entry: Entry) => boolean): void {
    mine = mine.filter((entry) => !isOver(entry));
    const entries = read();
    const left = entries.filter((entry) => !isOver(entry));
    if (left.length < entries.length) write(left);
  }

  async function reserve(rule: Spoken, isAllowed: (past: Past) => boolean): Promise<boolean> {
    const entry = add(rule, 'meant');
    const isReserved = ({ id }: Entry): boolean => id === entry.id;
    await new Promise<void>((resolve) => { after(SETTLE_MS, resolve); });
    const entries = read();
    const isOurs = entries.some(isReserved) && isAllowed(pastOf(entries.filter((each) => !isReserved(each))));
    if (isOurs) keep(entry);
    else drop(isReserved);
    return isOurs;
  }

  return {
    past,
    async claim(rule, isAllowed) {
      const release = await lock();
      try {
        return !!release && isAllowed(pastOf(read())) && await reserve(rule, isAllowed);
      } finally {
        release?.();
      }
    },
    unmeant,
    shown(rule) {
      keep(add(rule, 'shown'));
      unmeant(rule);
    },
    withheld: (rule, what) => keep(add(rule, what)),
    answered(rule, answer, forMs) {
      if (LASTING.includes(answer)) keep(add(rule, answer, forMs));
    },
  };
}
