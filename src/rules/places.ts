import type { ElementPlace, PagePlace, Rules, Workflow } from '../types';
import { readAppSignal, readName, readPattern, readSpan } from './forms';
import { entries, form, list, oneOf, readFlag, record, some, type Read, type Say } from './shape';

export interface Places extends Pick<Rules, 'pages' | 'elements' | 'workflows'> {
  /** Elements that were named wrongly: a rule that uses one is refused, because it would mean another place. */
  readonly refused: readonly string[];
}

export const noPlaces: Places = { pages: [], elements: [], workflows: [], refused: [] };

/** Names for pages, elements and workflows. A wrong one goes to `refuse` and is left out. */
export function placesReader(refuse: Say): Read<Places> {
  return record((field) => {
    const named: string[] = [];
    const readElementName: Read<string> = (value, path, say) => named[named.push(readName(value, path, say)) - 1] ?? '';
    const pages = field('pages', entries(readName, readPagePlace, refuse), []);
    const elements = field('elements', entries(readElementName, readElementPlace, refuse), []);
    const workflows = field('workflows', entries(readName, readWorkflow(pages), refuse), []);
    return { pages, elements, workflows, refused: named.filter((name) => !elements.some((element) => element.name === name)) };
  });
}

/** A page by the name it has in `places.pages`, or by its path. */
export function pageReader(pages: readonly PagePlace[]): Read<string> {
  const readKnown = oneOf('', pages.map((page) => page.name), 'a path, or one of places.pages');
  return (value, path, say) => (isText(value, '/') ? readPattern : readKnown)(value, path, say);
}

/** An element of `places.elements`, or a bare `data-furrow` name. */
export function elementReader({ refused }: Places): Read<string> {
  return (value, path, say) => {
    const name = readName(value, path, say);
    if (refused.includes(name)) say(path, value, `usable; mend places.elements.${name} first`);
    return name;
  };
}

const readPatterns = some(readPattern);

/** Without port: of a site that stands on several, each is the same page. */
const readHosts = some(form(/^(?=.{1,253}$)(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a host; write it as in "shop.example.com" or "*.example.com"'));

function readPagePlace(name: string): Read<PagePlace> {
  return record((field) => ({ name, path: field('path', readPatterns), notPath: field('notPath', readPatterns, []), host: field('host', readHosts, []) }));
}

/** Whether it is one only a page can tell. */
const readSelector = form(/^[^{}]{1,300}$/, 'a CSS selector');

const readSelectors = some(readSelector);

function readElementPlace(name: string): Read<ElementPlace> {
  return record((field) => ({ name, find: field('find', readSelectors), near: field('near', readSelector, undefined), private: field('private', readFlag, false) }));
}

function readWorkflow(pages: readonly PagePlace[]): (id: string) => Read<Workflow> {
  const readPage = pageReader(pages);
  const readStep = record((field) => ({ id: field('id', readName), page: field('page', readPage), typicalMs: field('typical', readSpan, undefined) }));
  const readDone: Read<string> = (value, path, say) => (isText(value, 'app:') ? readAppSignal : readPage)(value, path, say);
  return (id) => record((field) => ({ id, steps: field('steps', list(readStep, 50)), done: field('done', readDone, undefined) }));
}

function isText(value: unknown, start: string): boolean {
  return typeof value === 'string' && value.startsWith(start);
}
