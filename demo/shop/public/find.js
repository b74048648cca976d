/**
 * The one element that a page of ours must have.
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @param {ParentNode} [within]
 */
export function one(selector, kind = /** @type {any} */ (HTMLElement), within = document) {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`This page has no ${selector}`);
}

/**
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 */
export const all = (selector, kind, within = document) => [...within.querySelectorAll(selector)].filter((each) => each instanceof kind);
