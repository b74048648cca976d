import type { Evidence } from '../types';

/** A score as it is compared: `32.1`. */
export function scoreText(value: number): string {
  return floored(value, 10).toFixed(1);
}

/** A confidence or a strength: `0.62`. */
export function shareText(value: number): string {
  return floored(value, 100).toFixed(2);
}

/** Points with their sign: `+24.0`, `−10.0`. Rounded as scores are, so that a single reason reads like its sum. */
export function pointsText(points: number): string {
  return (points < 0 ? '−' : '+') + floored(Math.abs(points), 10).toFixed(1);
}

/** A time in its largest unit, begun ones counted: a wait that reads `0 s` is over. */
export function timeText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

/** How long ago something was. */
export function agoText(ms: number): string {
  return ms < 1000 ? 'now' : `${timeText(Math.floor(ms / 1000) * 1000)} ago`;
}

/** What one entry of the evidence says. */
export function evidenceText(value: Evidence[string]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/**
 * Rounded down, so that a number that is too small never reads like one that is enough. The small sum takes back what binary
 * fractions lose: 32.3 × 10 is 322.99999999999994.
 */
function floored(value: number, parts: number): number {
  return Math.floor(value * parts + 1e-9) / parts;
}
