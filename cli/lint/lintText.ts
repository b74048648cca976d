import { builtInRules } from '../../src/rules/builtIn';
import { jsonFault } from '../../src/rules/jsonFault';
import { parseRules } from '../../src/rules/read';
import { dig, items } from '../dig';
import type { Source } from '../sources';
import { checks } from './checks';
import { CODES } from './codes';
import { doubles } from './doubles';
import type { Finding, Located } from './finding';
import { locator, type Spot } from './locate';
import { refusals } from './refusals';
import type { HostPolicy, Subject } from './subject';

/** No rules file is deeper than a dozen; one that is was made to hurt who reads it. */
const MOST_LEVELS = 100;

export interface Setting {
  readonly host: HostPolicy | undefined;
  /** `2026-11-20` */
  readonly today: string;
}

/** Everything that is wrong with the text of a rules file, in the order in which it stands there. Pure. */
export function lintText({ name, text }: Source, setting: Setting): readonly Located[] {
  const located = (finding: Finding, spot: Spot): Located => ({ ...finding, ...spot, file: name, severity: CODES[finding.code] });
  const { rules, problems } = parseRules(text, name);
  const [{ message = '' } = {}] = problems;
  if (/^has \d+ characters/.test(message)) return [located({ code: 'too-large', path: '', message }, START)];
  if (levelsOf(text) > MOST_LEVELS) return [located({ code: 'too-deep', path: '', message: `is nested deeper than ${MOST_LEVELS} levels` }, START)];
  const written = parsed(text);
  if (written === undefined) return [syntax(text, located)];
  const spotOf = locator(text);
  const subject: Subject = { ...setting, written, problems, ...(rules === builtInRules ? { rules: undefined, taken: [] } : { rules, taken: takenOf(rules.rules, written) }) };
  const told = refusals(problems);
  const found = [
    ...doubles(text).map(({ offset, length, ...finding }) => located(finding, spotOf.at(offset, length))),
    ...[...told, ...checks.flatMap((check) => check(subject)).filter(({ path }) => !told.some((other) => other.path === path))]
      .map((finding) => located(finding, spotOf.path(finding.path, finding.code === 'unknown-key' || finding.code === 'undeclared-language'))),
  ];
  return found.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

const START: Spot = { line: 1, column: 1, length: 1 };

/** The rules that the page takes, with their places in the file: ids are their own, so they lead there. */
function takenOf(rules: NonNullable<Subject['rules']>['rules'], written: unknown): Subject['taken'] {
  return items(dig(written, 'rules')).flatMap((each, index) => {
    const rule = rules.find(({ id }) => id === dig(each, 'id'));
    return rule ? [{ rule, path: `rules[${index}]`, written: each }] : [];
  });
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function syntax(text: string, located: (finding: Finding, spot: Spot) => Located): Located {
  const [, line = '1', column = '1', what = ''] = /^line (\d+), column (\d+): ([^]*)$/.exec(jsonFault(text)) ?? [];
  const isComment = what.startsWith('/ stands');
  return located({ code: 'syntax', path: '', message: `is not JSON: ${what}`, ...(isComment && { instead: 'JSON has no comments; say it in a "note"' }) }, { line: Number(line), column: Number(column), length: 1 });
}

/** How deep a text goes, without going into it: what would overflow here would overflow elsewhere too. */
function levelsOf(text: string): number {
  let level = 0;
  let deepest = 0;
  for (const [sign] of text.replace(/"[^"\\]*(?:\\[^][^"\\]*)*"/g, '').matchAll(/[{}[\]]/g)) {
    level += /[{[]/.test(sign) ? 1 : -1;
    deepest = Math.max(deepest, level);
  }
  return deepest;
}
