import type { AttributeValue, Contact, Hold, HostWords, Incident, Preferences, Records } from '../types';
import type { KnownIncident } from './incidents';
import { keepContact, keepPreferences, preferencesIn, readKept, type Kept } from './kept';

/** What the host has said, as far as it holds now. Times are Unix times in ms. */
export interface HostState extends Kept {
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly incidents: readonly KnownIncident[];
  readonly holds: readonly { readonly because: Hold['because']; readonly until: number }[];
  readonly holidays: ReadonlySet<string>;
}

/** More than segments ask for; what grows beyond it is a mistake. */
const MAX_ATTRIBUTES = 200;
const MAX_INCIDENTS = 200;
const MAX_PLACES = 200;
const MAX_HOLIDAYS = 200;
const MAX_LETTERS = 200;

/** A card is no page to read. */
const MAX_TEXT_LETTERS = 1000;

/** Spring of 1973: a time before it, other than 0, was meant in seconds. */
const MIN_TIME_MS = 1e11;

const HOLDS: readonly Hold['because'][] = ['special-circumstances', 'away'];

type Wrong = (what: string) => undefined;

/** What furrow does of what it heard. */
type Act = () => void;

/**
 * Hears what only the host knows. What is wrong in it is told and left out; the rest counts. What the visitor wants and was
 * asked is kept on the device; all else lives as long as the page. `onOver` hears what works again, known here before or not.
 */
export function createHost(
  records: Pick<Records, 'read' | 'write'>, wall: () => number, fail: (during: string, cause: unknown) => void, onOver: (incident: KnownIncident) => void = () => undefined,
): HostWords & { state(): HostState } {
  const attributes = new Map<string, AttributeValue>();
  const incidents = new Map<string, KnownIncident>();
  const holds = new Map<Hold['because'], { readonly because: Hold['because']; readonly until: number }>();
  const holidays = new Set<string>();

  /** One of the host's verbs. Nothing that it is given can make it throw. */
  function verb<Words>(name: keyof HostWords, right: string, hear: (words: Words, wrong: Wrong) => Act | undefined): (words: Words) => void {
    const wrong: Wrong = (what) => void fail(name, `${what} is missing or wrong; write furrow.${name}(${right}`);
    const heard = (words: Words): Act | undefined => {
      try {
        if (words && typeof words === 'object') return hear(words, wrong);
      } catch { /* what throws when it is read is no better than what is nothing to read */ }
      return wrong('everything');
    };
    return (words) => {
      const act = heard(words);
      try {
        act?.();
      } catch (cause) {
        fail(name, cause);
      }
    };
  }

  return {
    setAttributes: verb('setAttributes', `{ plan: "team" }), at most ${MAX_ATTRIBUTES} of them, of at most ${MAX_LETTERS} letters each`, (given: Parameters<HostWords['setAttributes']>[0], wrong) => {
      for (const [name, value] of Object.entries(given)) {
        if (value === undefined) attributes.delete(name);
        else if (isValue(value) && isName(name) && (attributes.has(name) || attributes.size < MAX_ATTRIBUTES)) attributes.set(name, value);
        else wrong(`attribute ${name}`);
      }
      return undefined;
    }),
    incident: verb('incident', `{ id: "pay-down", places: ["pay"], until: "2030-12-31" }), at most ${MAX_INCIDENTS} of them at a time, of at most ${MAX_PLACES} places each`, ({ id, places = [], until, over, text }: Incident, wrong) => {
      const incident = { id, places, until: timeOf(until, Infinity), text };
      if (!isName(id)) return wrong('id');
      if (!Array.isArray(places) || places.length > MAX_PLACES || !places.every(isName)) return wrong('places');
      if (isNaN(incident.until)) return wrong('until');
      if (!isText(text)) return wrong('text');
      const known = incidents.get(id);
      if (!over) {
        for (const each of incidents.values()) if (each.until <= wall()) incidents.delete(each.id);
        if (!known && incidents.size >= MAX_INCIDENTS) return wrong(id);
        return () => incidents.set(id, incident);
      }
      return () => {
        incidents.delete(id);
        onOver(known && !places.length ? { ...known, text } : incident);
      };
    }),
    contacted: verb('contacted', '{ intent: "checkout-help" })', ({ intent, at }: Contact, wrong) => {
      const asked = timeOf(at, wall());
      if (!isName(intent)) return wrong('intent');
      if (isNaN(asked)) return wrong('at');
      return () => keepContact(records, intent, asked, wall());
    }),
    hold: verb('hold', '{ because: "away", until: "2030-12-31" })', ({ because, until }: Hold, wrong) => {
      const ends = timeOf(until, NaN);
      if (!HOLDS.includes(because)) return wrong('because');
      if (isNaN(ends)) return wrong('until');
      return () => holds.set(because, { because, until: ends });
    }),
    holidays: verb('holidays', `["2030-12-25"]), at most ${MAX_HOLIDAYS} of them`, (dates: readonly string[], wrong) => {
      for (const date of dates) {
        if (!isDay(date)) wrong('a day');
        else if (holidays.has(date) || holidays.size < MAX_HOLIDAYS) holidays.add(date);
        else wrong(date);
      }
      return undefined;
    }),
    prefer: verb('prefer', '{ level: "important", quiet: [{ from: "22:00", to: "07:00" }], timeZone: "Europe/Berlin" })', (preferences: Preferences, wrong) => {
      const { right, wrongs } = preferencesIn(preferences);
      wrongs.forEach(wrong);
      return () => keepPreferences(records, right);
    }),
    state() {
      const now = wall();
      const isLive = ({ until }: { readonly until: number }): boolean => until > now;
      return { ...readKept(records, now), attributes, incidents: [...incidents.values()].filter(isLive), holds: [...holds.values()].filter(isLive), holidays };
    },
  };
}

/** Unix time in ms; NaN where it is none. */
function timeOf(value: Contact['at'], otherwise: number): number {
  const ms = value === undefined ? otherwise : Number(new Date(value));
  return ms === 0 || ms >= MIN_TIME_MS ? ms : NaN;
}

/** A day of the calendar, as no 31st of February is. */
function isDay(value: string): boolean {
  return value.length === 10 && !!new Date(value).toJSON()?.startsWith(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_LETTERS;
}

function isText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined || isSentence(value);
  return Object.values(value).every(isSentence);
}

function isSentence(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= MAX_TEXT_LETTERS;
}

function isValue(value: unknown): value is AttributeValue {
  return typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && value.length <= MAX_LETTERS);
}
