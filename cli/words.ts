const AND = new Intl.ListFormat('en', { type: 'conjunction' });
const OR = new Intl.ListFormat('en', { type: 'disjunction' });
const PLURAL = new Intl.PluralRules('en');

/** a, b, and c */
export function and(words: Iterable<string>): string {
  return AND.format(words);
}

/** a, b, or c */
export function or(words: Iterable<string>): string {
  return OR.format(words);
}

/** `1 error`, `2 errors`, `2 matches` */
export function plural(count: number, one: string, other = `${one}s`): string {
  return `${number(count)} ${PLURAL.select(count) === 'one' ? one : other}`;
}

/** once, twice, 3 times */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : plural(count, 'time');
}

/** A number as people write it: `1,000`, `2.5`. */
export function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

const UNITS = [[604_800_000, 'week'], [86_400_000, 'day'], [3_600_000, 'hour'], [60_000, 'minute'], [1000, 'second']] as const;

/** A duration in the unit in which it is round: `90 seconds`, `2 minutes`, `30 days`. */
export function duration(ms: number): string {
  const [size, name] = UNITS.find(([unit, word]) => ms >= unit && ms % unit === 0 && !(word === 'week' && ms % (2 * unit))) ?? [1000, 'second'];
  return plural(ms / size, name);
}
