import type { Quiet, QuietHours, Template } from '../../src/types';
import { and, duration, or } from '../words';

const DAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

const TEMPLATES: Readonly<Record<Template, string>> = { 'inline': 'an inline hint', 'steps': 'steps', 'tooltip': 'a tooltip', 'banner': 'a banner', 'chat-invite': 'a chat invite' };

/** When nothing is shown: `from 20:00 to 08:00, and on Saturdays and Sundays all day`; empty where it always may be. */
export function quietWords({ hours, timeZone, holidays, except, firstMs }: Quiet): string {
  const times = [
    ...hours.map(hoursWords),
    ...(holidays.length ? [`on ${and(holidays.map(day))} (but for critical help)`] : []),
  ];
  const clocked = times.length ? [`${and(times)}, by ${timeZone === undefined ? "the visitor's own clock" : `the clock of ${timeZone}`}`] : [];
  const all = [...clocked, ...(firstMs ? [`in the first ${duration(firstMs)} of a page`] : [])];
  return !all.length ? '' : `${all.join(', and ')}${except.length ? `; ${or(except.map((template) => TEMPLATES[template]))} may come all the same` : ''}`;
}

/** `1 December 2026` */
export function day(date: string): string {
  return new Date(`${date}T00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function hoursWords({ from, to, days }: QuietHours): string {
  const on = days.length ? `on ${and(days.map((each) => DAYS[each] ?? ''))} ` : '';
  // 00:00 to 23:59 is how people write a whole day
  return from === 0 && to >= 1439 ? `${on}all day` : `${on}from ${clock(from)} to ${clock(to)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
