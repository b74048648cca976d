import type { Off, OutcomeAnswer, Page, Records, Rule } from '../types';

/** What was shown, or stands for something shown, or an answer that counts for later. */
export interface Entry {
  /** By it a tab finds out that another one has written over it. */
  readonly id: string;
  readonly rule: string;
  readonly intent: string;
  /**
   * `meant`: on its way, in this page, for a moment · `withheld`: this visit is there to compare with, else it had been shown
   * · `watched`: the rule is only tried out, else it had been shown.
   */
  readonly what: 'meant' | 'shown' | 'withheld' | 'watched' | OutcomeAnswer;
  /** Unix time in ms. */
  readonly at: number;
  readonly visit: string;
  /** Another one after each load. */
  readonly page: string;
  /** Of “not now”: how long. */
  readonly forMs?: number | undefined;
}

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
   * is known by then. After a yes there are `HOLDS_MS` to show it, or to say that it does not come.
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
  /** Unix time in ms. */
  wall(): number;
  /** Takes the browser-wide lock; undefined when it does not come. */
  lock(): Promise<Off | undefined>;
  readonly after: Page['after'];
}

const KEY = 'ledger';

/** Years of a calm page. */
const MAX_ENTRIES = 500;

/**
 * Twice the time after which every tab has seen a write (in Chromium 24 ms at the most, half of them in .3 ms), so that each of two that
 * wrote at once has seen how it ended. The lock alone is not enough: it was seen to reach the next tab before the write did.
 */
const SETTLE_MS = 200;

/** Time enough for the first nudge to load. Whoever died on the way must not silence the other tabs for longer. */
const HOLDS_MS = 10_000;

/** Answers that change what may be shown later; the others are nobody's business. */
const LASTING: readonly Entry['what'][] = ['closed', 'not-now', 'never', 'action', 'human', 'resolved'];

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
    const kept = Array.isArray(found) ? found.filter(isEntry) : [];
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

/** What is kept and what is missing there. Times in the future (the clock was set back) become now, and what was meant long ago is void. */
function merged(kept: readonly Entry[], mine: readonly Entry[], now: number): readonly Entry[] {
  const ids = new Set(kept.map(({ id }) => id));
  const entries = [...kept, ...mine.filter(({ id }) => !ids.has(id))]
    .filter(({ what, at }) => what !== 'meant' || now - at < HOLDS_MS)
    .map((entry) => (entry.at > now ? { ...entry, at: now } : entry))
    .sort((a, b) => a.at - b.at);
  let over = entries.length - MAX_ENTRIES;
  // what the visitor refused is kept longer than what was shown
  return entries.filter(({ what }) => what === 'closed' || what === 'never' || over-- <= 0).slice(-MAX_ENTRIES);
}

/** Storage may hold anything; what is no entry counts for nothing. */
function isEntry(value: unknown): value is Entry {
  const found: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {};
  return ['id', 'rule', 'intent', 'what', 'visit', 'page'].every((key) => typeof found[key] === 'string') && [found.at, found.forMs ?? 0].every(Number.isFinite);
}
