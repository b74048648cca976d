import type { PersonLevel, Preferences, QuietHours, Records } from '../types';

/** What the visitor wants, as far as decisions rest on it, and was asked elsewhere. */
export interface Kept {
  readonly level: PersonLevel;
  /** What it was before no help at all was wanted. */
  readonly levelBefore?: PersonLevel | undefined;
  /** The visitor's own hours. */
  readonly quiet: readonly QuietHours[];
  /** Of those hours. */
  readonly timeZone?: string | undefined;
  /** How long use is kept on this device. */
  readonly keepMs?: number | undefined;
  /** Oldest first, in Unix ms. */
  readonly contacts: readonly { readonly intent: string; readonly at: number }[];
}

const MAX_CONTACTS = 100;

/** A contact counts for 7 days, and is then forgotten. */
const CONTACT_MS = 604_800_000;

const DAY_MS = 86_400_000;

/** Longer than any consent lasts. */
const MAX_KEEP_DAYS = 3650;

/** More ways to reach somebody than a page would list. */
const MAX_CHANNELS = 20;

const LEVELS: readonly PersonLevel[] = ['all', 'important', 'critical', 'none'];
const BASIS = ['own', 'team', 'similar'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CLOCK = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const CHANNEL = /^[a-z][a-z0-9-]{0,39}$/;

/** What a wish may be. */
const IS_RIGHT: { readonly [K in keyof Required<Preferences>]: (value: unknown) => boolean } = {
  level: (value) => !!levelOf(value),
  quiet: (value) => isList(value, (hours) => !!hoursOf(hours)),
  timeZone: isZone,
  channels: (value) => isList(value, (channel) => typeof channel === 'string' && CHANNEL.test(channel)) && value.length <= MAX_CHANNELS,
  basis: (value) => isList(value, (basis) => typeof basis === 'string' && BASIS.includes(basis)),
  keepDays: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_KEEP_DAYS,
  predictive: isFlag,
  administrators: isFlag,
  training: isFlag,
};

/** Read anew each time, so that tabs agree. Storage may hold anything; what is not understood counts for nothing. */
export function readKept(records: Pick<Records, 'read'>, wallMs: number): Kept {
  const { level, levelBefore, quiet, timeZone, keepDays } = fieldsOf(records.read('preferences'));
  return {
    level: levelOf(level) ?? 'all',
    levelBefore: levelOf(levelBefore),
    quiet: listOf(quiet).flatMap((hours) => hoursOf(hours) ?? []),
    timeZone: typeof timeZone === 'string' ? timeZone : undefined,
    keepMs: IS_RIGHT.keepDays(keepDays) && keepDays ? Number(keepDays) * DAY_MS : undefined,
    contacts: listOf(records.read('contacts')).flatMap((contact) => {
      const { intent, at } = fieldsOf(contact);
      // times in the future (the clock was set back) become now
      return typeof intent === 'string' && typeof at === 'number' && wallMs - at < CONTACT_MS ? { intent, at: Math.min(at, wallMs) } : [];
    }),
  };
}

export function keepContact(records: Pick<Records, 'read' | 'write'>, intent: string, at: number, wallMs: number): void {
  records.write('contacts', [...readKept(records, wallMs).contacts, { intent, at: Math.min(at, wallMs) }].slice(-MAX_CONTACTS));
}

/** What is right, and no more of it than is understood, and the names of what is wrong. */
export function preferencesIn(preferences: Preferences): { readonly right: Readonly<Record<string, unknown>>; readonly wrongs: readonly string[] } {
  const given = fieldsOf(preferences);
  const said = Object.entries(IS_RIGHT).flatMap(([name, isRight]) => {
    const value = given[name];
    return value === undefined ? [] : { name, value, isRight: isRight(value) };
  });
  const right = Object.fromEntries(said.filter((each) => each.isRight).map(({ name, value }) => [name, name === 'quiet' ? listOf(value).map(plainHours) : value]));
  return { right, wrongs: said.filter((each) => !each.isRight).map(({ name }) => name) };
}

/** Keeps what is right; what is left out stays as it was. */
export function keepPreferences(records: Pick<Records, 'read' | 'write'>, right: ReturnType<typeof preferencesIn>['right']): void {
  const before = fieldsOf(records.read('preferences'));
  const isMuted = right.level === 'none' && before.level !== 'none';
  records.write('preferences', { ...before, ...right, ...(isMuted && { levelBefore: before.level }) });
}

function levelOf(value: unknown): PersonLevel | undefined {
  return LEVELS.find((level) => level === value);
}

function hoursOf(value: unknown): QuietHours | undefined {
  const { from, to, days } = fieldsOf(value);
  const numbers = listOf(days).map((day) => DAYS.findIndex((each) => each === day));
  return isClock(from) && isClock(to) && from !== to && !numbers.includes(-1) ? { from: minutesOf(from), to: minutesOf(to), days: numbers } : undefined;
}

function plainHours(value: unknown): unknown {
  const { from, to, days } = fieldsOf(value);
  return { from, to, days };
}

/** Whether this browser knows it. */
function isZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && value !== '' && !!new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return false;
  }
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isList(value: unknown, isRight: (each: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isRight);
}

function isClock(value: unknown): value is string {
  return typeof value === 'string' && CLOCK.test(value);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value ?? {}));
}
