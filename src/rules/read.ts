import type { RulesRead } from '../parts';
import type { PagePlace, Problem, Rule, Rules, Workflow } from '../types';
import { builtInRules } from './builtIn';
import { DEFAULT_LIMITS, DEFAULT_POLICY, DEFAULT_QUIET } from './defaults';
import { readLocale, readNote, readNotes } from './forms';
import { hashOf } from './hash';
import { jsonFault } from './jsonFault';
import { limitsReader } from './limits';
import { readModel } from './model';
import { noPlaces, placesReader } from './places';
import { readPolicy } from './policy';
import { quietReader } from './quiet';
import { ruleReader, type FileWide, type RankedRule } from './rule';
import { segmentsReader } from './segments';
import { accepted, form, list, number, record, type Read, type Say } from './shape';
import { worded } from './worded';

/** A file that is larger was not written by people, and checking it would hold up the page. */
const MAX_CHARACTERS = 1_000_000;

/** As `readRules`, from the text of a file. */
export function parseRules(text: string, file: string): RulesRead {
  if (text.length > MAX_CHARACTERS) return tooLong(file, text);
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
    if (problems.length < MAX_PROBLEMS) problems.push(problem(file, path.slice(1, MAX_PATH_CHARACTERS), worded(...complaint)));
  };
  try {
    const text = JSON.stringify(source) ?? '';
    if (text.length > MAX_CHARACTERS) return tooLong(file, text);
    const [read] = accepted(fileReader(say), source, '', say);
    return { rules: read ? { file, hash: hashOf(text), ...read } : builtInRules, problems };
  } catch { // an object that was given in the page may have getters that throw, or hold itself
    return refused(file, 'cannot be read; write plain JSON, nested no deeper than rules need');
  }
}

/** Who has more to mend begins at the top. */
const MAX_PROBLEMS = 100;

/** A longer one leads to a name that nobody gave to be read. */
const MAX_PATH_CHARACTERS = 300;

const MAX_RULES = 200;

/** It has to be the same for as long as a comparison lasts, and no longer. */
const readSalt = form(/^[\w.-]{1,40}$/, 'a word; write it as in "2026q4"');

const readHoldout = record((field) => ({ percent: field('percent', number(0, 50, 0)), salt: field('salt', readSalt, '') }));

/** For the editor and for people: which languages every text should have. */
const readLocales = record((field) => [field('default', readLocale), field('also', list(readLocale, 100), [])]);

/** What goes to `refuse` costs a part of the file; what the reader says itself costs the whole. */
function fileReader(refuse: Say): Read<Omit<Rules, 'file' | 'hash'>> {
  const readSegments = segmentsReader(refuse);
  return record((field) => {
    for (const key of ['$schema', 'id', 'version']) field(key, readNote, '');
    field('format', number(1, 1), 1);
    field('note', readNotes, []);
    field('locales', readLocales, []);
    const places = field('places', placesReader(refuse), noPlaces);
    const limits = field('limits', limitsReader(DEFAULT_LIMITS), DEFAULT_LIMITS);
    const quiet = field('quiet', quietReader(DEFAULT_QUIET), DEFAULT_QUIET);
    const holdout = field('holdout', readHoldout, { percent: 0, salt: '' });
    const policy = field('policy', readPolicy, DEFAULT_POLICY);
    const model = field('model', readModel, undefined);
    const { segments, readSegment } = field('segments', readSegments, readSegments({}, '', refuse));
    const rules = field('rules', rulesReader({ places, limits, quiet, readSegment }, refuse));
    const { elements, workflows } = places;
    return { pages: [...places.pages, ...unnamedPages(rules, workflows)], elements, workflows, segments, limits, quiet, holdout, policy, model, rules };
  });
}

function rulesReader(fileWide: FileWide, refuse: Say): Read<readonly Rule[]> {
  const readRule = ruleReader(fileWide);
  const ids = new Set<string>();
  const readOwn: Read<RankedRule> = (value, path, say) => {
    const ranked = readRule(value, path, say);
    const { id } = ranked.rule;
    if (id && ids.has(id)) say(`${path}.id`, id, 'an id of its own; another rule has it');
    ids.add(id);
    return ranked;
  };
  const readAll = list((value, path) => accepted(readOwn, value, path, refuse), MAX_RULES);
  return (value, path, say) => readAll(value, path, say).flat().sort((a, b) => a.rank - b.rank).map(({ rule }) => rule);
}

/** Paths that were written where a page could have been named, as pages that are called like their path. */
function unnamedPages(rules: readonly Rule[], workflows: readonly Workflow[]): readonly PagePlace[] {
  const written = [
    ...rules.flatMap(({ where, unless }) => [...where.page, ...unless.map((each) => (each.kind === 'page' ? each.page : ''))]),
    ...workflows.flatMap(({ steps, done = '' }) => [...steps.map(({ page }) => page), done]),
  ];
  return [...new Set(written)].filter((page) => page.startsWith('/')).map((path) => ({ name: path, path: [path], notPath: [], host: [] }));
}

function tooLong(file: string, { length }: string): RulesRead {
  return refused(file, `has ${length} characters; the most is ${MAX_CHARACTERS}`);
}

function refused(file: string, message: string): RulesRead {
  return { rules: builtInRules, problems: [problem(file, '', message)] };
}

/** What could act on the terminal that prints it, or turn its text round. */
const ACTING = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

function problem(file: string, path: string, message: string): Problem {
  return { file, path: path.replace(ACTING, '\ufffd'), message: message.replace(ACTING, '\ufffd') };
}
