import type { PersonLevel, Preferences, QuietHours, Records } from '../types';

/** What the visitor wants, and was asked elsewhere. */
export interface Kept {
  readonly level: PersonLevel;
  /** The visitor's own hours. */
  readonly quiet: readonly QuietHours[];
  /** Oldest first, in Unix ms. */
  readonly contacts: readonly { readonly intent: string; readonly at: number }[];
}

const MAX_CONTACTS = 100;

/** A contact counts for 7 days, and is then forgotten. */
const CONTACT_MS = 604_800_000;

const LEVELS: readonly PersonLevel[] = ['all', 'important', 'critical', 'none'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CLOCK = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Read anew each time, so that tabs agree. Storage may hold anything; what is not understood counts for nothing. */
export function readKept(records: Pick<Records, 'read'>, wallMs: number): Kept {
  const { level, quiet } = fieldsOf(records.read('preferences'));
  return {
    level: levelOf(level) ?? 'all',
    quiet: listOf(quiet).flatMap((hours) => hoursOf(hours) ?? []),
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

/** Keeps what is right, and no more of it than is understood; what is left out or wrong stays as it was. Returns the names of what is wrong. */
export function keepPreferences(records: Pick<Records, 'read' | 'write'>, { level, quiet }: Preferences): readonly string[] {
  const isLevel = level === undefined || levelOf(level);
  const isQuiet: boolean = quiet === undefined || (Array.isArray(quiet) && quiet.every(hoursOf));
  records.write('preferences', {
    ...fieldsOf(records.read('preferences')),
    ...(isLevel && level && { level }),
    ...(isQuiet && quiet && { quiet: quiet.map(({ from, to, days }) => ({ from, to, days })) }),
  });
  return [isLevel ? [] : 'level', isQuiet ? [] : 'quiet'].flat();
}

function levelOf(value: unknown): PersonLevel | undefined {
  return LEVELS.find((level) => level === value);
}

function hoursOf(value: unknown): QuietHours | undefined {
  const { from, to, days } = fieldsOf(value);
  const numbers = listOf(days).map((day) => DAYS.findIndex((each) => each === day));
  return isClock(from) && isClock(to) && from !== to && !numbers.includes(-1) ? { from: minutesOf(from), to: minutesOf(to), days: numbers } : undefined;
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
