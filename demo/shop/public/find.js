/**
 * The one element that a page of ours must have; an `HTMLElement` where no kind is asked for.
 * @overload
 * @param {string} selector
 * @returns {HTMLElement}
 */
/**
 * @template {Element} Kind
 * @overload
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind}
 */
/**
 * @param {string} selector
 * @param {new () => Element} kind
 * @param {ParentNode} within
 */
export function one(selector, kind = HTMLElement, within = document) {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`This page has no ${selector}`);
}

/**
 * All elements of a kind that match.
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind[]}
 */
export const all = (selector, kind, within = document) => [...within.querySelectorAll(selector)].flatMap((each) => (each instanceof kind ? [each] : []));
