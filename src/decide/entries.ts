import type { OutcomeAnswer } from '../types';

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

/** Years of a calm page. */
const MAX_ENTRIES = 500;

/** Time enough to stand there, once what shows help is fetched. Whoever died on the way must not silence the other tabs for longer. */
const HOLDS_MS = 10_000;

/** Storage may hold anything; what is no entry counts for nothing. */
export function entriesIn(found: unknown): readonly Entry[] {
  return Array.isArray(found) ? found.filter(isEntry) : [];
}

/** What is kept and what is missing there. Times in the future (the clock was set back) become now, and what was meant long ago is void. */
export function merged(kept: readonly Entry[], mine: readonly Entry[], now: number): readonly Entry[] {
  const ids = new Set(kept.map(({ id }) => id));
  const entries = [...kept, ...mine.filter(({ id }) => !ids.has(id))]
    .filter(({ what, at }) => what !== 'meant' || now - at < HOLDS_MS)
    .map((entry) => (entry.at > now ? { ...entry, at: now } : entry))
    .sort((a, b) => a.at - b.at);
  let over = entries.length - MAX_ENTRIES;
  // what the visitor refused is kept longer than what was shown
  return entries.filter(({ what }) => what === 'closed' || what === 'never' || over-- <= 0).slice(-MAX_ENTRIES);
}

function isEntry(value: unknown): value is Entry {
  const found: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {};
  return ['id', 'rule', 'intent', 'what', 'visit', 'page'].every((key) => typeof found[key] === 'string') && [found.at, found.forMs ?? 0].every(Number.isFinite);
}
