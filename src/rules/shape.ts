/** Takes a complaint: where, what stands there, and what would be right; `known` are the words that may stand there. */
export type Say = (path: string, value: unknown, right: string, known?: readonly string[]) => void;

/**
 * Reads one value of a rules file. It always returns a value of its type: after a complaint that is a stand-in
 * which nobody uses, because the part that holds it is refused.
 */
export type Read<T> = (value: unknown, path: string, say: Say) => T;

/** Reads one key of an object; a key without a value for when it is missing must be there. */
export type Field = <T, M extends string | number | boolean | object | undefined = never>(key: string, read: Read<T>, ...whenMissing: readonly [] | readonly [M]) => T | M;

/** An object of which every key is known: what `build` asks for is what is allowed. */
export function record<T>(build: (field: Field) => T): Read<T> {
  return (value, path, say) => {
    const given = objectAt(value, path, say);
    const known: string[] = [];
    const made = build((key, read, ...whenMissing) => {
      known.push(key);
      return given?.[key] === undefined && whenMissing.length ? whenMissing[0] : read(given?.[key], `${path}.${key}`, given ? say : () => undefined);
    });
    for (const key in given) if (!known.includes(key)) say(`${path}.${key}`, key, 'one of the keys', known);
    return made;
  };
}

/** An object that says exactly one of some things: each of them by its key, with what may stand beside it. */
export function choice<T>(standIn: T, kinds: Readonly<Record<string, (field: Field) => T>>): Read<T> {
  return (value, path, say) => {
    const given = objectAt(value, path, say);
    const [said, ...more] = Object.entries(kinds).filter(([key]) => given?.[key] !== undefined);
    if (said && !more.length) return record(said[1])(given, path, say);
    if (given) say(path, value, 'an object with exactly one of these', Object.keys(kinds));
    return standIn;
  };
}

/** Named entries of one kind. One that is wrong is complained of at `refuse` and left out; the others stay. */
export function entries<T>(readName: Read<string>, read: (name: string) => Read<T>, refuse: Say): Read<readonly T[]> {
  return (value, path, say) => {
    const given = Object.entries(objectAt(value, path, say) ?? {});
    if (given.length > MAX_ENTRIES) say(path, value, `at most ${MAX_ENTRIES} entries`);
    return given.slice(0, MAX_ENTRIES).flatMap(([key, entry]) =>
      accepted((_, where, tell) => read(readName(key, where, tell))(entry, where, tell), entry, `${path}.${key}`, refuse));
  };
}

/** Each of them may be asked about at every signal. */
const MAX_ENTRIES = 500;

export function list<T>(read: Read<T>, most: number, least = 1): Read<readonly T[]> {
  return (value, path, say) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (items.length < least || items.length > most) say(path, value, `a list of ${least} to ${most}`);
    return items.slice(0, most).map((item, index) => read(item, `${path}[${index}]`, say));
  };
}

/** One, or a list of them. */
export function some<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path, say) => (Array.isArray(value) ? list(read, MAX_SOME)(value, path, say) : [read(value, path, say)]);
}

/** More names than this in one place nobody keeps apart. */
const MAX_SOME = 20;

/** One of some words; the first stands in for a wrong one. */
export function oneOf<W extends string>(standIn: W, words: readonly W[], right = 'one of the words'): Read<W> {
  return (value, path, say) => {
    const word = words.find((each) => each === value);
    if (word === undefined) say(path, value, right, words);
    return word ?? standIn;
  };
}

/** A number; `step` 0 allows fractions. */
export function number(least: number, most: number, step = 1): Read<number> {
  return (value, path, say) => {
    if (typeof value === 'number' && value >= least && value <= most && !(value % step)) return value;
    say(path, value, least === most ? `${least}` : `a ${step ? 'whole ' : ''}number from ${least} to ${most}`);
    return least;
  };
}

export const readFlag: Read<boolean> = (value, path, say) => {
  if (typeof value !== 'boolean') say(path, value, 'true or false');
  return value === true;
};

/** Text of a form. */
export function form(pattern: RegExp, right: string): Read<string> {
  return (value, path, say) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    say(path, value, right);
    return '';
  };
}

/** The value in a list of its own, or an empty list when it was complained of. */
export function accepted<T>(read: Read<T>, value: unknown, path: string, say: Say): readonly T[] {
  let right = true;
  const made = read(value, path, (...complaint) => {
    right = false;
    say(...complaint);
  });
  return right ? [made] : [];
}

function objectAt(value: unknown, path: string, say: Say): Readonly<Record<string, unknown>> | undefined {
  // without a prototype, so that nothing is found in it but what was written
  if (typeof value === 'object' && value && !Array.isArray(value)) return { __proto__: null, ...value };
  say(path, value, 'an object, { … }');
  return undefined;
}
