const MINUTE_MS = 60_000;

/** What the clocks of a place show at an instant (Unix ms), as the Unix time at which they show it in UTC. */
export type LocalTime = (ms: number) => number;

/** The clocks of the first of the zones that the browser knows; of the machine's where there is none. Whole minutes. */
export function localTime(timeZone?: string, otherwise?: string): LocalTime {
  if (!timeZone) return otherwise ? localTime(otherwise) : machineTime;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
    return (ms) => {
      const shown = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
      const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
      return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    };
  } catch {
    return localTime(otherwise);
  }
}

/** The day that a local time is in: `2026-12-25`. */
export function dayOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

function machineTime(ms: number): number {
  return Math.floor((ms - new Date(ms).getTimezoneOffset() * MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
}
