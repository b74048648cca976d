/**
 * Makes an element: `element('p', { class: 'hint', onclick }, 'text', child)`. Functions become listeners, `true` an empty attribute,
 * `false` none at all. Text stays text; nothing is ever read as HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean | ((event: Event) => void)>>} [settings]
 * @param {...(Node | string)} children
 */
export function element(tag, settings = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'function') made.addEventListener(name.slice('on'.length), value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}
