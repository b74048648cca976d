/** A quarter of an hour: no zone's hours begin at another minute. */
const QUARTER_MS = 900_000;

/** Which hour of the day it is in a zone. Asking the calendar is slow, and the answer lasts for a quarter of an hour. */
export function hourOf(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
  let lastQuarter = NaN;
  let lastHour = 0;
  return (ms) => {
    const quarter = Math.floor(ms / QUARTER_MS);
    if (quarter !== lastQuarter) [lastQuarter, lastHour] = [quarter, Number(format.format(quarter * QUARTER_MS))];
    return lastHour;
  };
}
