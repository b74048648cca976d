import type { Page, Rules } from '../types';
import { isShadowRoot } from './isShadowRoot';
import { fitsHost, fitsPath } from './path';

/** Where things are, in the names that rules and reports use. */
export interface Places {
  /** The nearest `data-furrow` name, or the structural path. */
  place(element: Element): string;
  /** Every name that holds for the element: `data-furrow` names around it, and elements of the rules that hold it. */
  names(element: Element): readonly string[];
  /** The first page pattern of the rules that fits, or `other`. */
  route(): string;
  /** Every page pattern and page name of the rules that fits. */
  pages(): readonly string[];
  /** `workflow/step` for each workflow step the visitor stands in. */
  steps(): readonly string[];
  /** Whether the visitor stands in a page, given by its name or by a pattern. */
  isAt(page: string): boolean;
  /** The element of that name that is on the page now. */
  find(name: string): Element | undefined;
  /** Where the help of that element stands, where the rules name another place for it. */
  near(name: string): Element | undefined;
}

/** A name that a host may give; anything else in `data-furrow` could be text of the page and is not read. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Where a structural path may begin: the parts of a page that hold still. */
const LANDMARK = /^(main|header|footer|nav|aside|form|dialog)$/;

/** Steps in a structural path; more would single out a page rather than a place. */
const MOST_STEPS = 6;

export function createPlaces(page: Page, { pages, elements, workflows }: Pick<Rules, 'pages' | 'elements' | 'workflows'>): Places {
  /** Patterns that fit, the name of their page behind them. */
  function standing(): readonly string[] {
    const path = page.path();
    const host = page.window.location.hostname;
    return pages
      .filter((each) => !each.host.length || each.host.some((pattern) => fitsHost(pattern, host)))
      .filter(({ notPath }) => !notPath.some((pattern) => fitsPath(pattern, path)))
      .flatMap(({ name, path: patterns }) => {
        const fitting = patterns.filter((pattern) => fitsPath(pattern, path));
        return fitting.length ? [...fitting, name] : [];
      });
  }

  function isAt(name: string): boolean {
    return name.startsWith('/') ? fitsPath(name, page.path()) : standing().includes(name);
  }

  function tidy<T>(ask: () => T): T | undefined {
    let answer: T | undefined;
    page.attempt(() => { answer = ask(); });
    return answer;
  }

  function firstOf(selectors: readonly string[]): Element | undefined {
    for (const selector of selectors) {
      const found = tidy(() => findIn(page.window.document, selector.split(' >>> ')));
      if (found) return found;
    }
    return undefined;
  }

  return {
    place: (element) => givenNames(element)[0] ?? structure(element),
    names: (element) => [...new Set([
      ...givenNames(element),
      ...elements.filter(({ find }) => find.some((selector) => tidy(() => isInside(element, selector.split(' >>> '))))).map(({ name }) => name),
    ])],
    route: () => standing()[0] ?? 'other',
    pages: () => [...new Set(standing())],
    steps: () => workflows.flatMap(({ id, steps }) => steps.filter((step) => isAt(step.page)).map((step) => `${id}/${step.id}`)),
    isAt,
    find: (name) => firstOf(elements.find((entry) => entry.name === name)?.find ?? (NAME.test(name) ? [`[data-furrow="${name}"]`] : [])),
    near: (name) => firstOf(elements.filter((entry) => entry.name === name).flatMap(({ near = [] }) => near)),
  };
}

function findIn(root: ParentNode, [first = '', ...rest]: readonly string[]): Element | undefined {
  const found = root.querySelector(first) ?? undefined;
  if (!found || !rest.length) return found;
  return found.shadowRoot ? findIn(found.shadowRoot, rest) : undefined;
}

/** Whether an element is, or is inside, what the last selector finds within what the others find. */
function isInside(element: Element, selectors: readonly string[]): boolean {
  const host = hostOf(element);
  if (!element.closest(selectors.at(-1) ?? '')) return !!host && isInside(host, selectors);
  return selectors.length === 1 || (!!host && isInside(host, selectors.slice(0, -1)));
}

function givenNames(element: Element): string[] {
  const around: string[] = [];
  for (let each: Element | undefined = element; each; each = parentOf(each)) around.push(each.getAttribute('data-furrow') ?? '');
  return around.filter((name) => NAME.test(name));
}

/** Tags, roles and sibling numbers from the nearest landmark: `main>form>button[2]`. Never an id, a class or a text. */
function structure(element: Element): string {
  const steps: string[] = [];
  for (let each: Element | undefined = element; each && steps.length < MOST_STEPS; each = parentOf(each)) {
    steps.unshift(stepOf(each));
    if (each !== element && LANDMARK.test(each.localName)) break;
  }
  return steps.join('>');
}

function stepOf(element: Element): string {
  const alike = [...(element.parentNode?.children ?? [])].filter((sibling) => sibling.localName === element.localName);
  // a custom element's tag is the host's own word and may say more than a structure should
  const tag = element.localName.includes('-') ? 'x' : element.localName;
  return alike.length > 1 ? `${tag}[${alike.indexOf(element) + 1}]` : tag;
}

function parentOf(element: Element): Element | undefined {
  return element.parentElement ?? hostOf(element);
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : undefined;
}
