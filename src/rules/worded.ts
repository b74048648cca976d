import { nearest } from './spelling';

/** Enough of a value to find it again. */
const MAX_SHOWN_CHARACTERS = 40;

/** A longer list helps nobody; the documentation has it. */
const MAX_LISTED = 24;

/** Of an object: what it is about stands at its beginning. */
const MAX_KEYS = 8;

/** What is wrong and what would be right. However large the value is, only its beginning is looked at. */
export function worded(value: unknown, right: string, known: readonly string[] | undefined): string {
  const unknown = [value, ...keysOf(value)].filter((word) => !known?.some((each) => each === word));
  const meant = known && unknown.map((word) => nearest(word, known)).find(Boolean);
  const listed = known && known.length <= MAX_LISTED ? `: ${known.join(', ') || 'none'}` : '';
  return (value === undefined ? 'is missing; it is ' : `${shown(value)} is not `) + right + (meant ? `; did you mean "${meant}"?` : listed);
}

function shown(value: unknown): string {
  const whole = wholly(value);
  return whole.length > MAX_SHOWN_CHARACTERS ? `${whole.slice(0, MAX_SHOWN_CHARACTERS)}…` : whole;
}

function wholly(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_SHOWN_CHARACTERS));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value ? `{ ${keysOf(value).join(', ')} }`.replace('  ', '') : String(value);
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value && !Array.isArray(value) ? Object.keys(value).slice(0, MAX_KEYS) : [];
}
