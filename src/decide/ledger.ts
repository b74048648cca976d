import type { Off, OutcomeAnswer, Page, Records, Rule } from '../types';
import { entriesIn, isOverdue, merged, type Entry } from './entries';

/** All that was shown and answered before, oldest first. */
export interface Past {
  readonly all: readonly Entry[];
  /** This visit, this load of a page, and the path that it is at now, as entries have it. */
  readonly here: { readonly visit: string; readonly page: string; readonly path?: string | undefined };
}

type Spoken = Pick<Rule, 'id' | 'intent'>;

/** What is known of an entry besides what it is. */
export type About = Pick<Entry, 'nudge' | 'forMs'> & { readonly here?: boolean | undefined; readonly page?: string | undefined };

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
  shown(rule: Spoken, nudge?: string): void;
  withheld(rule: Spoken, what: 'withheld' | 'watched'): void;
  /** `here` is said of this page alone. */
  answered(rule: Spoken, answer: OutcomeAnswer, about?: About): void;
  /** The visitor was asked whether a nudge was helpful, or said so. `of` is the load of the page in which it stood; left out, this one. */
  rated(rule: Spoken, what: 'asked' | 'helpful' | 'unhelpful', nudge: string, of?: string): void;
  /** What the visitor refused of a rule counts no more. */
  revived(rule: Spoken): void;
}

export interface LedgerContext {
  /** The key of the visit. */
  visit(): string;
  /** Another one for each load of a page. */
  readonly page: string;
  /** The path of the page now, in a way that does not name it. */
  path?(): string;
  /** How long use is kept; what the visitor refused is kept longer. */
  keepMs?(): number;
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
const LASTING: readonly Entry['what'][] = ['closed', 'not-now', 'never', 'mute', 'action', 'human'];

/**
 * The ledger in `records`. Storage is a register that any tab may write over with what it knew a moment ago, so each page keeps in memory
 * what it wrote and puts it back where it is missing, unless all is gone: then the visitor has withdrawn.
 * Reservations are not put back: of several at once the last writer's stands, and the others see that theirs does not.
 */
export function createLedger(records: Pick<Records, 'read' | 'write'>, { visit, page, path, keepMs = () => Infinity, wall, lock, after }: LedgerContext): Ledger {
  let mine: readonly Entry[] = [];
  /** What was read in this turn: no other tab's write becomes visible before its end. */
  let fresh: readonly Entry[] | undefined;

  function read(): readonly Entry[] {
    const found = records.read(KEY);
    if (found === undefined) mine = [];
    const kept = entriesIn(found);
    const [now, keep] = [wall(), keepMs()];
    const entries = merged(kept, mine, now, keep);
    const known = new Set(kept);
    if (entries.some((entry) => !known.has(entry)) || kept.some((entry) => isOverdue(entry, now, keep))) write(entries);
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
    return { all, here: { visit: visit(), page, path: path?.() } };
  }

  function add({ id: rule, intent }: Spoken, what: Entry['what'], { nudge, forMs, here, page: of = page }: About = {}): Entry {
    const entry: Entry = { id: Math.random().toString(36).slice(2), rule, intent, what, at: wall(), visit: visit(), page: of, forMs, nudge, path: here ? path?.() : undefined };
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
    shown(rule, nudge) {
      keep(add(rule, 'shown', { nudge }));
      unmeant(rule);
    },
    withheld: (rule, what) => keep(add(rule, what)),
    answered(rule, answer, about) {
      if (LASTING.includes(answer)) keep(add(rule, answer, about));
    },
    rated: (rule, what, nudge, of) => keep(add(rule, what, { nudge, page: of })),
    revived: (rule) => keep(add(rule, 'revived')),
  };
}
