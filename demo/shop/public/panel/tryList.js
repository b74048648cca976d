import { element } from '../element.js';
import { faults, isBroken, onFaults, setBroken } from '../faults.js';
import { isKnown, onKnown, setKnown } from '../incidents.js';
import { tries } from '../tries.js';

const OPEN = 'shop.tries';

/** What to try, in groups that fold: first what is broken on purpose, each with a switch that mends it. What furrow has seen is ticked off. */
export function tryList() {
  /** @type {Map<string, HTMLElement[]>} */
  const tags = new Map();

  /** @param {import('../tries.js').Try} what */
  function way({ path, how, signals }) {
    return element('span', { class: 'evidence' }, element('a', { href: path }, 'Go there.'), ` ${how}`, element('span', { class: 'tags' }, ...signals.map(tagOf)));
  }

  /** @param {string} name */
  function tagOf(name) {
    const tag = element('code', {}, name);
    tags.set(name, [...tags.get(name) ?? [], tag]);
    return tag;
  }

  /** @param {typeof faults[number]} fault */
  function fault({ id, name, place, ...rest }) {
    const box = element('input', { type: 'checkbox', onchange: () => setBroken(id, box.checked) });
    onFaults(() => (box.checked = isBroken(id)));
    return element('li', {}, element('label', {}, box, name), way(rest), ...(place === undefined ? [] : [knowing(id)]));
  }

  /** @param {string} id */
  function knowing(id) {
    const box = element('input', { type: 'checkbox', onchange: () => setKnown(id, box.checked) });
    onKnown(() => (box.checked = isKnown(id)));
    return element('label', { class: 'known' }, box, 'The shop knows, and says so');
  }

  const list = element('div', { class: 'tries' },
    group('Broken on purpose', 'Untick one to mend it. What the shop knows of is no longer offered help with, but told.', element('ul', { class: 'faults' }, ...faults.map(fault))),
    ...tries.map(({ title, list: ways }) => group(title, '', element('ul', {}, ...ways.map((each) => element('li', {}, way(each)))))));

  return {
    list,
    /** @param {string} name */
    seen(name) {
      for (const tag of tags.get(name) ?? []) {
        if (tag.className) continue;
        tag.className = 'seen';
        tag.append(element('span', { class: 'unseen' }, ', seen'));
      }
    },
  };
}

/** One stands open at a time; “Go there” leads to another page, and it is still open. @param {string} title @param {string} hint @param {Node} content */
function group(title, hint, content) {
  const made = element('details', { name: 'tries', open: sessionStorage.getItem(OPEN) === title, ontoggle: () => made.open && sessionStorage.setItem(OPEN, title) },
    element('summary', {}, title), ...(hint ? [element('p', { class: 'none' }, hint)] : []), content);
  return made;
}
