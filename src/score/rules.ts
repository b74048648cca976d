import type { Limits, PagePlace, Problem, Rule, Rules, Workflow } from '../types';
import { builtInRules } from './builtIn';
import { DEFAULT_LIMITS } from './defaults';
import { readLine, readName, readNote } from './forms';
import { jsonFault } from './jsonFault';
import { readLimits } from './limits';
import { noPlaces, readPlaces, type Places } from './places';
import { ruleReader, type RankedRule } from './rule';
import { accepted, list, number, record, wrong, type Read, type Say } from './shape';

/** Checked rules, and everything that was wrong. */
export interface RulesRead {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
}

/** A file that is larger was not written by people, and checking it would hold up the page. */
const MAX_CHARACTERS = 1_000_000;

/** As `readRules`, from the text of a file. */
export function parseRules(text: string, file: string): RulesRead {
  if (text.length > MAX_CHARACTERS) return refused(file, `has ${text.length} characters; the most is ${MAX_CHARACTERS}`);
  let source: unknown;
  try {
    source = JSON.parse(text);
  } catch {
    return refused(file, `is not JSON: ${jsonFault(text)}`);
  }
  return readRules(source, file);
}

/**
 * Checks and completes a rules file. A rule that is not wholly understood is refused with the reason, and the others run;
 * a file that is not wholly understood gives the built-in rules, which watch and never speak. Never throws.
 */
export function readRules(source: unknown, file: string): RulesRead {
  const problems: Problem[] = [];
  const say: Say = (path, message) => void (problems.length < MAX_PROBLEMS && problems.push({ file, path, message }));
  try {
    const [read] = accepted(fileReader(say), source, '', say);
    return { rules: read ? { file, ...read } : builtInRules, problems };
  } catch (cause) { // an object given in the page may have getters, and they may throw
    return refused(file, `cannot be read: ${cause instanceof Error ? cause.message : 'one of its getters throws'}`);
  }
}

/** Who has more to mend begins at the top. */
const MAX_PROBLEMS = 100;

const MAX_RULES = 200;

/** What goes to `refuse` costs a part of the file; what the reader says itself costs the whole. */
function fileReader(refuse: Say): Read<Omit<Rules, 'file'>> {
  return record((field) => {
    field('$schema', readLine(300), '');
    field('format', number(1, 1), 1);
    field('id', readName, '');
    field('version', readLine(40), '');
    field('note', readNote, []);
    const places = field('places', readPlaces(refuse), noPlaces);
    const limits = field('limits', readLimits(DEFAULT_LIMITS), DEFAULT_LIMITS);
    const rules = field('rules', rulesReader(places, limits, refuse));
    const { elements, workflows } = places;
    return { pages: [...places.pages, ...unnamedPages(rules, workflows)], elements, workflows, limits, rules };
  });
}

function rulesReader(places: Places, limits: Limits, refuse: Say): Read<readonly Rule[]> {
  const readRule = ruleReader(places, limits);
  const pathOf = new Map<string, string>();
  const readOwn: Read<RankedRule> = (value, path, say) => {
    const ranked = readRule(value, path, say);
    const { id } = ranked.rule;
    const other = pathOf.get(id);
    if (other) say(`${path}.id`, wrong(id, 'an id of its own', `${other} has it too`));
    else if (id) pathOf.set(id, path);
    return ranked;
  };
  const readAll = list((value, path) => accepted(readOwn, value, path, refuse), MAX_RULES);
  return (value, path, say) => readAll(value, path, say).flat().sort((a, b) => a.rank - b.rank).map(({ rule }) => rule);
}

/** Paths that were written where a page could have been named, as pages that are called like their path. */
function unnamedPages(rules: readonly Rule[], workflows: readonly Workflow[]): readonly PagePlace[] {
  const written = [...rules.flatMap((rule) => rule.where.page), ...workflows.flatMap(({ steps, done = '' }) => [...steps.map(({ page }) => page), done])];
  return [...new Set(written)].filter((page) => page.startsWith('/')).map((path) => ({ name: path, path: [path], notPath: [] }));
}

function refused(file: string, message: string): RulesRead {
  return { rules: builtInRules, problems: [{ file, path: '', message }] };
}
