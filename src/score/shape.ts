import { nearest } from './spelling';

/** Takes a complaint: where, and what is wrong and what would be right. */
export type Say = (path: string, message: string) => void;

/**
 * Reads one value of a rules file. It always returns a value of its type: after a complaint that is a stand-in
 * which nobody uses, because the part that holds it is refused.
 */
export type Read<T> = (value: unknown, path: string, say: Say) => T;

/** Reads one key of an object; a key without a value for when it is missing must be there. */
export type Field = <T, M extends string | number | object | undefined = never>(key: string, read: Read<T>, ...whenMissing: readonly [] | readonly [M]) => T | M;

/** An object of which every key is known: what `build` asks for is what is allowed. */
export function record<T>(build: (field: Field) => T): Read<T> {
  return (value, path, say) => {
    const given = isObject(value) ? value : {};
    if (given !== value) say(path, wrong(value, 'an object', 'write { … }'));
    const known: string[] = [];
    const made = build((key, read, ...whenMissing) => {
      known.push(key);
      const there = Object.hasOwn(given, key);
      if (!there && whenMissing.length) return whenMissing[0];
      return read(there ? given[key] : undefined, at(path, key), given === value ? say : () => undefined);
    });
    for (const key of Object.keys(given)) if (!known.includes(key)) say(at(path, key), wrongWord(key, 'one of the keys', known));
    return made;
  };
}

/** Named entries of one kind. One that is wrong is complained of at `refuse` and left out; the others stay. */
export function entries<T>(name: Read<string>, read: (name: string) => Read<T>, [least, most]: readonly [number, number], refuse: Say): Read<readonly T[]> {
  return (value, path, say) => {
    const found = isObject(value) ? Object.entries(value) : [];
    if (!isObject(value) || found.length < least || found.length > most) say(path, wrong(value, `an object with ${least} to ${most} entries`, 'write { "a-name": … }'));
    return found.slice(0, most).flatMap(([key, entry]) =>
      accepted((_, where, tell) => read(name(key, where, tell))(entry, where, tell), entry, at(path, key), refuse));
  };
}

export function list<T>(read: Read<T>, most: number): Read<readonly T[]> {
  return (value, path, say) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!items.length || items.length > most) say(path, wrong(value, `a list of 1 to ${most}`, 'write [ … ]'));
    return items.slice(0, most).map((item, index) => read(item, `${path}[${index}]`, say));
  };
}

/** One, or a list of them. */
export function some<T>(read: Read<T>, most: number): Read<readonly T[]> {
  return (value, path, say) => (Array.isArray(value) ? list(read, most)(value, path, say) : [read(value, path, say)]);
}

export function oneOf<W extends string>(...words: readonly [W, ...W[]]): Read<W> {
  return (value, path, say) => {
    const word = words.find((each) => each === value);
    if (word === undefined) say(path, wrongWord(value, 'one of', words));
    return word ?? words[0];
  };
}

export function number(least: number, most: number, whole = true): Read<number> {
  return (value, path, say) => {
    if (typeof value === 'number' && value >= least && value <= most && !(whole && value % 1)) return value;
    say(path, wrong(value, `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`));
    return least;
  };
}

/** Text of a form; `right` says what to write. */
export function form(pattern: RegExp, kind: string, right: string): Read<string> {
  return (value, path, say) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    say(path, wrong(value, kind, right));
    return '';
  };
}

/** The value in a list of its own, or an empty list when it was complained of. */
export function accepted<T>(read: Read<T>, value: unknown, path: string, say: Say): readonly T[] {
  let right = true;
  const made = read(value, path, (where, message) => {
    right = false;
    say(where, message);
  });
  return right ? [made] : [];
}

/** What is wrong with a value, and what would be right. */
export function wrong(value: unknown, kind: string, right = ''): string {
  return (value === undefined ? 'is missing; it is ' : `${shown(value)} is not `) + kind + (right && `; ${right}`);
}

/** The same for a word that is not among the known ones; the one that was probably meant is named. */
export function wrongWord(value: unknown, kind: string, known: readonly string[]): string {
  const meant = nearest(value, known);
  return wrong(value, `${kind} ${known.slice(0, MAX_SHOWN_WORDS).join(', ') || '(none)'}`, meant && `did you mean "${meant}"?`);
}

/** A message is read in a line or two. */
const MAX_SHOWN_WORDS = 24;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(path: string, key: string): string {
  if (!/^[\w$-]{1,64}$/.test(key)) return `${path}[${shown(key)}]`;
  return path ? `${path}.${key}` : key;
}

/** Enough of a value to find it again. */
const MAX_SHOWN_CHARACTERS = 40;

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > MAX_SHOWN_CHARACTERS ? value.slice(0, MAX_SHOWN_CHARACTERS) + '…' : value);
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  return value === null || typeof value === 'number' || typeof value === 'boolean' ? String(value) : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
