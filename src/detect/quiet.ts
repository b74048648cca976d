import { hash } from './hash';

/** Reading more fields, or more of one, would be felt in a page of forms. */
const MOST_FIELDS = 100;
const MOST_CHARS = 200;

/** A reveal hangs on focus at the left of a combinator, and changes whether or where something is seen. */
const BY_FOCUS = /:focus[\w-]*\)?[^,]*[\s>+~]/;
const REVEALING = /display|visibility|opacity|height|transform|clip/;

/**
 * What a page may change without telling anybody: values that a script sets, boxes (the pressed one always), style rules. Read before a
 * press and compared after it; nothing of it is kept but one number.
 */
export function fingerprint(roots: readonly (Document | ShadowRoot)[], target: Element): number {
  const pressed = target.closest('label')?.control ?? target;
  const states = roots.flatMap((root) => [
    ...[...root.querySelectorAll<HTMLInputElement>('input,textarea,select')].slice(0, MOST_FIELDS)
      .map(({ type, value, checked }) => (type === 'password' ? value.length : `${checked}${value.slice(0, MOST_CHARS)}`)),
    ...[...root.styleSheets, ...root.adoptedStyleSheets].map((sheet) => rulesOf(sheet)?.length),
  ]);
  return hash([...states, 'checked' in pressed && pressed.checked].join());
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
