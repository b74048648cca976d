const MINUTE_MS = 60_000;

/** What the clocks of a place show at an instant (Unix ms), as the Unix time at which they show it in UTC. */
export type LocalTime = (ms: number) => number;

/** The clocks of a zone, or of another where nobody knows it. */
export type Clocks = (timeZone?: string, otherwise?: string) => LocalTime;

/** Makes each clock once: that takes a tenth of a millisecond, and each rule asks for one. */
export function createClocks(): Clocks {
  const made = new Map<string, LocalTime>();
  return (timeZone = '', otherwise = '') => {
    const zones = `${timeZone} ${otherwise}`;
    const clock = made.get(zones) ?? localTime(timeZone, otherwise);
    made.set(zones, clock);
    return clock;
  };
}

/** The clocks of the first of the zones that the browser knows; of the machine's where there is none. Exact to the minute. */
export function localTime(timeZone?: string, otherwise?: string): LocalTime {
  if (!timeZone) return otherwise ? localTime(otherwise) : machineTime;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
    return (ms) => {
      const { year = 0, month = 0, day, hour, minute } = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
      return Date.UTC(year, month - 1, day, hour, minute);
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
  return ms - new Date(ms).getTimezoneOffset() * MINUTE_MS;
}
