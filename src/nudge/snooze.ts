import type { NudgeWords } from '../words/words';
import type { Action, GiveAnswer } from './actions';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
/** Whoever is still up after midnight means the day that comes when they have slept. */
const MORNING_HOUR = 6;

/** What “not now” can mean, from an hour to no help at all; each is one press, and ends with its answer. */
export function snoozeChoices({ snooze }: NudgeWords, now: () => Date, answer: GiveAnswer): readonly Action[] {
  const choice = (label: string, press: () => void): Action => ({ label, primary: false, press });
  return [
    choice(snooze.hour, () => answer('not-now', { forMs: HOUR_MS })),
    choice(snooze.today, () => answer('not-now', { forMs: untilMorningMs(now()) })),
    choice(snooze.week, () => answer('not-now', { forMs: WEEK_MS })),
    choice(snooze.here, () => answer('not-now', { here: true })),
    choice(snooze.never, () => answer('never')),
    choice(snooze.mute, () => answer('mute')),
  ];
}

/** To the next morning by the visitor's own clock, also over a night in which the clocks change. */
function untilMorningMs(now: Date): number {
  const morning = new Date(now);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  if (morning <= now) morning.setDate(morning.getDate() + 1);
  return morning.getTime() - now.getTime();
}
