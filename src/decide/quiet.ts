import type { Quiet, QuietHours, Template } from '../types';
import type { Reason } from './here';
import type { Kept } from './kept';
import { dayOf, localTime, type Clocks, type LocalTime } from './localTime';

/** When it is asked, and for what kind of help. */
export interface QuietAsked {
  /** Unix time in ms. */
  readonly wallMs: number;
  /** The visitor's time zone, an IANA name; undefined is the machine's. */
  readonly zone?: string | undefined;
  /** Clocks that are made already. */
  readonly clocks?: Clocks | undefined;
  readonly isCritical: boolean;
  readonly template: Template | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Hours come again each week; a quiet that lasts longer than a month is not worth waiting for. */
const LOOK_AHEAD_MS = 32 * DAY_MINUTES * MINUTE_MS;

/**
 * Why it is quiet now, and until when neither hours nor a holiday hold, to the minute.
 * Critical help passes holidays; hours hold for everyone.
 */
export function quietAt({ hours, timeZone, holidays, except }: Omit<Quiet, 'firstMs'>, { wallMs, zone, clocks = localTime, isCritical, template }: QuietAsked): Reason | undefined {
  const days = isCritical ? [] : holidays;
  if ((template && except.includes(template)) || !(hours.length || days.length)) return undefined;
  const local = clocks(timeZone, zone);
  const begun = hoursAt(hours, local(wallMs));
  const day = dayOf(local(wallMs));
  if (!begun && !days.includes(day)) return undefined;
  const until = endOf(hours, days, local, wallMs);
  if (!begun) return { code: 'holiday', because: `${day} is a holiday`, until };
  return { code: 'hours', because: `quiet hours, ${worded(begun)}${timeZone ? ` in ${timeZone}` : ''}`, until };
}

/** The same of the hours that the visitor has chosen, in the zone that they chose. Nothing passes them. */
export function ownQuietAt({ quiet, timeZone }: Pick<Kept, 'quiet' | 'timeZone'>, asked: Pick<QuietAsked, 'wallMs' | 'zone' | 'clocks'>): Reason | undefined {
  const held = quietAt({ hours: quiet, timeZone, holidays: [], except: [] }, { ...asked, isCritical: false, template: undefined });
  return held && { ...held, code: 'own-hours', because: `the visitor’s ${held.because}` };
}

function hoursAt(hours: readonly QuietHours[], local: number): QuietHours | undefined {
  const minute = minuteOf(local);
  const today = new Date(local).getUTCDay();
  return hours.find(({ from, to, days }) => {
    const began = (day: number): boolean => !days.length || days.includes(day);
    if (from < to) return minute >= from && minute < to && began(today);
    // over midnight: of today in the evening, of yesterday in the morning
    return (minute >= from && began(today)) || (minute < to && began((today + 6) % 7));
  });
}

/** The first minute that is not quiet, going from one time to the next at which the clock on the wall may end it. */
function endOf(hours: readonly QuietHours[], holidays: readonly string[], local: LocalTime, wallMs: number): number | undefined {
  const ends = [...hours.map(({ to }) => to), DAY_MINUTES];
  const beganAt = Math.floor(wallMs / MINUTE_MS) * MINUTE_MS;
  for (let at = beganAt; at - beganAt <= LOOK_AHEAD_MS;) {
    const shown = local(at);
    if (!hoursAt(hours, shown) && !holidays.includes(dayOf(shown))) return at;
    const minute = minuteOf(shown);
    let ahead = Math.min(...ends.filter((end) => end > minute)) - minute;
    // where the clock is changed on the way, the change is come nearer to by halves
    while (ahead > 1 && local(at + ahead * MINUTE_MS) !== shown + ahead * MINUTE_MS) ahead >>= 1;
    at += ahead * MINUTE_MS;
  }
  return undefined;
}

function minuteOf(local: number): number {
  return (local / MINUTE_MS) % DAY_MINUTES;
}

function worded({ from, to }: QuietHours): string {
  return [from, to].map((minute) => new Date(minute * MINUTE_MS).toISOString().slice(11, 16)).join(' to ');
}
