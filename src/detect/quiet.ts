/**
 * What a page may change without telling anybody: values that a script sets, boxes that a style reads, style rules.
 * Read before a press and compared after it; nothing of it is kept but one number.
 */
export function fingerprint(roots: readonly Node[]): number {
  let print = 0;
  for (const root of roots.filter(isRoot)) {
    const fields = root.querySelectorAll<HTMLInputElement>('input,textarea,select');
    for (let i = 0; i < fields.length && i < MOST_FIELDS; i++) print = mix(print, stateOf(fields[i]));
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) print = mix(print, `${rulesOf(sheet)?.length}`);
  }
  return print;
}

/** Whether a style rule now shows something because focus is inside what was pressed (a menu made of CSS alone). */
export function showsByFocus(root: Node): boolean {
  return isRoot(root) && [...root.styleSheets].some((sheet) => [...(rulesOf(sheet) ?? [])].some((rule) => reveals(rule, root)));
}

/** Reading more would be felt in a page of forms. */
const MOST_FIELDS = 100;

const MOST_CHARS = 200;

/** A reveal hangs on focus at the left of a combinator, and changes whether or where something is seen. */
const BY_FOCUS = /:focus[\w-]*\)?[^,]*[\s>+~]/;
const REVEALING = /(display|visibility|opacity|height|transform|clip)/;

function reveals(rule: CSSRule, root: Document | ShadowRoot): boolean {
  if (isStyle(rule)) return REVEALING.test(rule.style.cssText) && partsOf(rule.selectorText).some((part) => BY_FOCUS.test(part) && root.querySelector(part));
  return isGroup(rule) && [...rule.cssRules].some((inner) => reveals(inner, root));
}

/** A sheet of another origin keeps its rules to itself. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return undefined;
  }
}

/** The selectors of a list, unless a comma may stand inside one. */
function partsOf(selectors: string): readonly string[] {
  return selectors.includes('(') ? [selectors] : selectors.split(',');
}

function isStyle(rule: CSSRule): rule is CSSStyleRule {
  return 'selectorText' in rule;
}

function isGroup(rule: CSSRule): rule is CSSGroupingRule {
  return 'cssRules' in rule;
}

function stateOf(field: HTMLInputElement | undefined): string {
  if (!field) return '';
  return field.type === 'password' ? `${field.value.length}` : `${field.checked}${field.value}`;
}

/** The usual 31-hash: cheap, and a wrong match only makes us silent. */
function mix(print: number, text: string): number {
  let mixed = (print * 31 + text.length) | 0;
  for (let i = 0; i < text.length && i < MOST_CHARS; i++) mixed = (mixed * 31 + text.charCodeAt(i)) | 0;
  return mixed;
}

function isRoot(node: Node): node is Document | ShadowRoot {
  return 'styleSheets' in node;
}
