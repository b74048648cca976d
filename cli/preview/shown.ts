import { parseRules } from '../../src/rules/read';
import { builtInRules } from '../../src/rules/builtIn';
import type { Rule } from '../../src/types';
import { dig, textsIn } from '../dig';
import type { Located } from '../lint/finding';
import { lintText } from '../lint/lintText';
import { sightsOf, type Sight } from './sights';

/** A rules file as it is looked at. */
export interface Shown {
  readonly file: string;
  readonly rules: readonly { readonly rule: Rule; readonly sights: readonly Sight[] }[];
  /** What is wrong with it, without mere advice. */
  readonly findings: readonly Located[];
}

/** Reads a file as the page would, and what lint says of it. */
export function shownOf(file: string, text: string, today: string): Shown {
  const { rules } = parseRules(text, file);
  const findings = lintText({ name: file, text }, { host: undefined, today }).filter(({ severity }) => severity !== 'hint');
  if (rules === builtInRules) return { file, rules: [], findings };
  const written: unknown = JSON.parse(text);
  const fallback = textsIn(dig(written, 'locales', 'default'))[0] ?? 'en';
  return { file, rules: rules.rules.map((rule) => ({ rule, sights: sightsOf(rule, fallback) })), findings };
}
