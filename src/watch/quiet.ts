import type { Page } from '../types';
import { isField } from './field';
import { hash } from './hash';

/** Reading more fields, or more of one, would be felt in a page of forms. */
const MOST_FIELDS = 100;
const MOST_CHARS = 200;
const FIELDS = ['input', 'textarea', 'select'] as const;

/** A reveal hangs on focus at the left of a combinator, and changes whether or where something is seen. */
const BY_FOCUS = /:focus[\w-]*\)?[^,]*[\s>+~]/;
const REVEALING = /display|visibility|opacity|height|transform|clip/;

/** What is asked twice in one task has one answer. */
const SAME_TASK_MS = 2;

type Root = Document | ShadowRoot;

/**
 * What a page may change without telling anybody: values that a script sets, boxes, style rules. Read before a press and
 * compared after it; nothing of it is kept but one number.
 */
export function createFingerprint(page: Page): (roots: readonly Root[]) => number {
  let last: { readonly at: number; readonly roots: readonly Root[]; readonly print: number } | undefined;

  return (roots) => {
    const at = page.now();
    const isSame = last && at - last.at < SAME_TASK_MS && roots.length === last.roots.length && roots.every((root, i) => root === last?.roots[i]);
    if (!last || !isSame) last = { at, roots, print: hash(roots.flatMap(statesOf).join()) };
    return last.print;
  };
}

function statesOf(root: Root): readonly unknown[] {
  return [
    ...fieldsOf(root).map(({ type, value, checked }) => (type === 'password' ? value.length : `${checked}${value.slice(0, MOST_CHARS)}`)),
    ...[...root.styleSheets, ...root.adoptedStyleSheets].map((sheet) => rulesOf(sheet)?.length),
  ];
}

/** The first fields, from the collections that browsers keep of a document: asking again costs nothing while the page rests. */
function fieldsOf(root: Root): readonly HTMLInputElement[] {
  const kinds = 'getElementsByTagName' in root ? FIELDS.map((kind) => root.getElementsByTagName(kind)) : [root.querySelectorAll(FIELDS.join())];
  return kinds.flatMap((found) => Array.from({ length: Math.min(found.length, MOST_FIELDS) }, (_, i) => found[i])).filter(isField).slice(0, MOST_FIELDS);
}

/** Whether a style rule now shows something because focus is inside what was pressed (a menu made of CSS alone). */
export function showsByFocus(root: Document | ShadowRoot): boolean {
  return [...root.styleSheets].some((sheet) => [...(rulesOf(sheet) ?? [])].some((rule) => (
    isStyle(rule) && BY_FOCUS.test(rule.selectorText) && REVEALING.test(rule.style.cssText) && root.querySelector(rule.selectorText)
  )));
}

/** A sheet of another origin keeps its rules to itself. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined;
  }
}

function isStyle(rule: CSSRule): rule is CSSStyleRule {
  return 'selectorText' in rule;
}
