/** What stands at a place in JSON that nobody has checked yet; undefined where there is no such place. */
export function dig(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    const found: unknown = Reflect.get(inner, key);
    return found;
  }, value);
}

/** The items of a list, or none. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of an object, or none. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** One, or a list of them, as the rules file allows it in many places. */
export function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? items(value) : [value]).filter((each) => typeof each === 'string');
}
