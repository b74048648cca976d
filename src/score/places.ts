import type { ElementPlace, PagePlace, Rules, Workflow } from '../types';
import { readAppSignal, readName, readPattern, readSpan } from './forms';
import { entries, form, list, record, some, wrongWord, type Read, type Say } from './shape';

export interface Places extends Pick<Rules, 'pages' | 'elements' | 'workflows'> {
  /** Elements that were named wrongly: a rule that uses one is refused, because it would mean another place. */
  readonly refused: readonly string[];
}

export const noPlaces: Places = { pages: [], elements: [], workflows: [], refused: [] };

/** More names than this nobody keeps apart, and each element costs a look at the page. */
const PLACES: readonly [number, number] = [0, 200];

/** Names for pages, elements and workflows. A wrong one goes to `refuse` and is left out. */
export function readPlaces(refuse: Say): Read<Places> {
  return record((field) => {
    const named: string[] = [];
    const readElementName: Read<string> = (value, path, say) => named[named.push(readName(value, path, say)) - 1] ?? '';
    const pages = field('pages', entries(readName, readPagePlace, PLACES, refuse), []);
    const elements = field('elements', entries(readElementName, readElementPlace, PLACES, refuse), []);
    const workflows = field('workflows', entries(readName, readWorkflow(pages), PLACES, refuse), []);
    return { pages, elements, workflows, refused: named.filter((name) => !elements.some((element) => element.name === name)) };
  });
}

/** A page by the name it has in `places.pages`, or by its path. */
export function readPage(pages: readonly PagePlace[]): Read<string> {
  const readKnown = readOneOf('one of places.pages:', pages.map((page) => page.name));
  return (value, path, say) => (typeof value === 'string' && value.startsWith('/') ? readPattern : readKnown)(value, path, say);
}

/** One of the words that a file has made known. */
export function readOneOf(kind: string, known: readonly string[]): Read<string> {
  return (value, path, say) => {
    const word = known.find((each) => each === value);
    if (word === undefined) say(path, wrongWord(value, kind, known));
    return word ?? '';
  };
}

const readPatterns = some(readPattern, 20);

function readPagePlace(name: string): Read<PagePlace> {
  return record((field) => ({ name, path: field('path', readPatterns), notPath: field('notPath', readPatterns, []) }));
}

/** Whether it is a selector only a page can tell. */
const readSelectors = some(form(/^[^{}]{1,300}$/, 'a CSS selector', 'write it as in "[data-furrow=pay]"'), 10);

function readElementPlace(name: string): Read<ElementPlace> {
  return record((field) => ({ name, find: field('find', readSelectors) }));
}

function readWorkflow(pages: readonly PagePlace[]): (id: string) => Read<Workflow> {
  const readStep = record((field) => ({ id: field('id', readName), page: field('page', readPage(pages)), typicalMs: field('typical', readSpan, undefined) }));
  const readDone: Read<string> = (value, path, say) =>
    (typeof value === 'string' && value.startsWith('app:') ? readAppSignal : readPage(pages))(value, path, say);
  return (id) => record((field) => ({ id, steps: field('steps', list(readStep, 50)), done: field('done', readDone, undefined) }));
}
