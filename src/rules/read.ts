import type { Limits, PagePlace, Problem, Rule, Rules, RulesRead, Workflow } from '../types';
import { builtInRules } from './builtIn';
import { DEFAULT_LIMITS } from './defaults';
import { readNote, readNotes } from './forms';
import { jsonFault } from './jsonFault';
import { limitsReader } from './limits';
import { noPlaces, placesReader, type Places } from './places';
import { ruleReader, type RankedRule } from './rule';
import { accepted, list, number, record, type Read, type Say } from './shape';
import { nearest } from './spelling';

/** A file that is larger was not written by people, and checking it would hold up the page. */
const MAX_CHARACTERS = 1_000_000;

/** As `readRules`, from the text of a file. */
export function parseRules(text: string, file: string): RulesRead {
  if (text.length > MAX_CHARACTERS) return refused(file, `has ${text.length} characters; the most is ${MAX_CHARACTERS}`);
  let source: unknown;
  try {
    source = JSON.parse(text);
  } catch {
    return refused(file, `is not JSON; ${jsonFault(text)}`);
  }
  return readRules(source, file);
}

/**
 * Checks and completes a rules file. A rule that is not wholly understood is refused with the reason, and the others run;
 * a file that is not wholly understood gives the built-in rules, which watch and never speak. Never throws.
 */
export function readRules(source: unknown, file: string): RulesRead {
  const problems: Problem[] = [];
  const say: Say = (path, ...complaint) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ file, path: path.slice(1), message: worded(...complaint) });
  };
  try {
    const [read] = accepted(fileReader(say), source, '', say);
    return { rules: read ? { file, ...read } : builtInRules, problems };
  } catch { // an object that was given in the page may have getters that throw, or hold itself
    return refused(file, 'cannot be read; write plain JSON');
  }
}

/** Who has more to mend begins at the top. */
const MAX_PROBLEMS = 100;

/** Enough of a value to find it again. */
const MAX_SHOWN_CHARACTERS = 40;

/** A longer list helps nobody; the documentation has it. */
const MAX_LISTED = 24;

/** What is wrong and what would be right. */
function worded(value: unknown, right: string, known?: readonly string[]): string {
  const whole = Array.isArray(value) ? `a list of ${value.length}` : JSON.stringify(value) ?? '';
  const shown = whole.length > MAX_SHOWN_CHARACTERS ? `${whole.slice(0, MAX_SHOWN_CHARACTERS)}…` : whole;
  const meant = known && nearest(value, known);
  const listed = known && known.length <= MAX_LISTED ? `: ${known.join(', ') || 'none'}` : '';
  return (shown ? `${shown} is not ` : 'is missing; it is ') + right + listed + (meant ? `; did you mean "${meant}"?` : '');
}

const MAX_RULES = 200;

/** What goes to `refuse` costs a part of the file; what the reader says itself costs the whole. */
function fileReader(refuse: Say): Read<Omit<Rules, 'file'>> {
  return record((field) => {
    for (const key of ['$schema', 'id', 'version']) field(key, readNote, '');
    field('format', number(1, 1), 1);
    field('note', readNotes, []);
    const places = field('places', placesReader(refuse), noPlaces);
    const limits = field('limits', limitsReader(DEFAULT_LIMITS), DEFAULT_LIMITS);
    const rules = field('rules', rulesReader(places, limits, refuse));
    const { elements, workflows } = places;
    return { pages: [...places.pages, ...unnamedPages(rules, workflows)], elements, workflows, limits, rules };
  });
}

function rulesReader(places: Places, limits: Limits, refuse: Say): Read<readonly Rule[]> {
  const readRule = ruleReader(places, limits);
  const ids = new Set<string>();
  const readOwn: Read<RankedRule> = (value, path, say) => {
    const ranked = readRule(value, path, say);
    const { id } = ranked.rule;
    if (ids.has(id)) say(`${path}.id`, id, 'an id of its own; another rule has it');
    ids.add(id);
    return ranked;
  };
  const readAll = list((value, path) => accepted(readOwn, value, path, refuse), MAX_RULES);
  return (value, path, say) => readAll(value, path, say).flat().sort((a, b) => a.rank - b.rank).map(({ rule }) => rule);
}

/** Paths that were written where a page could have been named, as pages that are called like their path. */
function unnamedPages(rules: readonly Rule[], workflows: readonly Workflow[]): readonly PagePlace[] {
  const written = [...rules.flatMap(({ where }) => where.page), ...workflows.flatMap(({ steps, done = '' }) => [...steps.map(({ page }) => page), done])];
  return [...new Set(written)].filter((page) => page.startsWith('/')).map((path) => ({ name: path, path: [path], notPath: [] }));
}

function refused(file: string, message: string): RulesRead {
  return { rules: builtInRules, problems: [{ file, path: '', message }] };
}
