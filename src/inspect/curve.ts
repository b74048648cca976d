/** A score at a time. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** As long as a nudge may take to be understood: older trouble has faded to a small part by then. */
export const SPAN_MS = 180_000;

/** The drawing's own units: a tenth of a second across, and the points of a score up and down. */
export const WIDTH = SPAN_MS / 100;
export const HEIGHT = 100;

/** A drawing of how a score went over the last minutes, as the data of two SVG paths; empty where nothing is known. */
export function curveOf(points: readonly Point[], now: number): { readonly line: string; readonly area: string } {
  const steps = points.filter(({ at }) => now - at <= SPAN_MS).map(({ at, value }) => `${tenths(WIDTH - (now - at) / 100)} ${tenths(HEIGHT - value)}`);
  const [first] = steps;
  if (first === undefined) return { line: '', area: '' };
  const line = `M${steps.join('L')}`;
  const left = first.slice(0, first.indexOf(' '));
  const right = steps.at(-1)?.split(' ')[0] ?? left;
  return { line, area: `${line}L${right} ${HEIGHT}L${left} ${HEIGHT}Z` };
}

/** The points that are still to be drawn, with the last one before them, so that the line begins at the edge. */
export function recent(points: readonly Point[], now: number): readonly Point[] {
  const first = points.findIndex(({ at }) => now - at <= SPAN_MS);
  return first <= 0 ? points : points.slice(first - 1);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
