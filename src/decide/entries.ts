import type { OutcomeAnswer } from '../types';

/** What was shown, or stands for something shown, or an answer that counts for later. */
export interface Entry {
  /** By it a tab finds out that another one has written over it. */
  readonly id: string;
  readonly rule: string;
  readonly intent: string;
  /**
   * `meant`: on its way, in this page, for a moment · `withheld`: this visit is there to compare with, else it had been shown
   * · `watched`: the rule is only tried out, else it had been shown · `asked`: whether it was helpful; `helpful` and `unhelpful` are the answers
   * · `revived`: the visitor wants the rule again, so what they refused before counts no more.
   */
  readonly what: 'meant' | 'shown' | 'withheld' | 'watched' | 'asked' | 'helpful' | 'unhelpful' | 'revived' | OutcomeAnswer;
  /** Unix time in ms. */
  readonly at: number;
  readonly visit: string;
  /** Another one after each load. */
  readonly page: string;
  /** Of “not now”: how long. */
  readonly forMs?: number | undefined;
  /** Of “not on this page”: which, in a way that does not name it. */
  readonly path?: string | undefined;
  /** The id of the nudge; another page may have one of the same id. */
  readonly nudge?: string | undefined;
}

/** Years of a calm page. */
const MAX_ENTRIES = 500;

/** Time enough to stand there, once what shows help is fetched. Whoever died on the way must not silence the other tabs for longer. */
const HOLDS_MS = 10_000;

/** They protect the visitor, and are kept longer than what was shown. */
const REFUSALS: readonly Entry['what'][] = ['closed', 'not-now', 'never', 'mute'];

/** Storage may hold anything; what is no entry counts for nothing. */
export function entriesIn(found: unknown): readonly Entry[] {
  return Array.isArray(found) ? found.filter(isEntry) : [];
}

/**
 * What is kept and what is missing there. Times in the future (the clock was set back) become now; what was meant long ago is void, and so
 * is what was refused and then wanted again, in whatever tab it is still remembered.
 */
export function merged(kept: readonly Entry[], mine: readonly Entry[], now: number, keepMs: number): readonly Entry[] {
  const ids = new Set(kept.map(({ id }) => id));
  const all = [...kept, ...mine.filter(({ id }) => !ids.has(id))]
    .filter((entry) => (entry.what !== 'meant' || now - entry.at < HOLDS_MS) && !isOverdue(entry, now, keepMs))
    .map((entry) => (entry.at > now ? { ...entry, at: now } : entry))
    .sort((a, b) => a.at - b.at);
  const revivals = [...all.entries()].filter(([, { what }]) => what === 'revived');
  const entries = all.filter((entry, index) => !revivals.some(([at, later]) => at > index && isRevived(entry, later)));
  let over = entries.length - MAX_ENTRIES;
  return entries.filter((entry) => isLasting(entry) || over-- <= 0).slice(-MAX_ENTRIES);
}

/** Kept for longer than the visitor wants use to be kept. */
export function isOverdue(entry: Entry, now: number, keepMs: number): boolean {
  return now - entry.at >= keepMs && !isLasting(entry);
}

function isLasting({ what }: Entry): boolean {
  return what === 'revived' || REFUSALS.includes(what);
}

/** “Never” is said of all rules that say the same. */
function isRevived({ what, rule, intent }: Entry, later: Entry): boolean {
  return later.what === 'revived' && REFUSALS.includes(what) && (later.rule === rule || (what === 'never' && later.intent === intent));
}

function isEntry(value: unknown): value is Entry {
  const found: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {};
  return ['id', 'rule', 'intent', 'what', 'visit', 'page'].every((key) => typeof found[key] === 'string') && [found.at, found.forMs ?? 0].every(Number.isFinite);
}
