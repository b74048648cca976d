import type { Quiet, QuietHours } from '../types';
import { readDate } from './forms';
import { readTemplate, TEMPLATES } from './nudgeText';
import { form, list, number, oneOf, record, type Read } from './shape';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const readClock = form(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of the day; write it as in "08:00"');

/** Minutes from midnight. */
const readMinutes: Read<number> = (...given) => {
  const [hours = 0, minutes = 0] = readClock(...given).split(':').map(Number);
  return hours * 60 + minutes;
};

const readDay: Read<number> = (...given) => DAYS.indexOf(oneOf('sun', DAYS)(...given));

const readTimes = record((field): QuietHours => ({ from: field('from', readMinutes), to: field('to', readMinutes), days: field('days', list(readDay, 7), []) }));

const readHours: Read<QuietHours> = (value, path, say) => {
  const hours = readTimes(value, path, say);
  if (hours.from === hours.to) say(path, value, 'hours; they end at another time than they begin');
  return hours;
};

const readZoneName = form(/^[A-Z][\w+\-/]{0,59}$/i, 'a time zone; write it as in "Europe/Zurich"');

const readZone: Read<string> = (value, path, say) => {
  const zone = readZoneName(value, path, say);
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone || 'UTC' });
  } catch {
    say(path, value, 'a time zone that is known here; write it as in "Europe/Zurich"');
  }
  return zone;
};

/** No page is young for longer than ten minutes. */
const MAX_FIRST_SECONDS = 600;

/** Quiet times as given; what is left out is as in `otherwise`. */
export function quietReader(otherwise: Quiet): Read<Quiet> {
  return record((field) => ({
    hours: field('hours', list(readHours, 20), otherwise.hours),
    timeZone: field('timeZone', readZone, otherwise.timeZone),
    holidays: field('holidays', list(readDate, 100), otherwise.holidays),
    except: field('except', list(readTemplate, TEMPLATES.length), otherwise.except),
    firstMs: 1000 * field('firstSeconds', number(0, MAX_FIRST_SECONDS), otherwise.firstMs / 1000),
  }));
}
