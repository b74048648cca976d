import { element } from '../element.js';

/** So many stand open; the rest is folded away, so that what is new is never pushed out of sight. */
const OPEN = 5;

/** Signals as they come, newest first. More about one that was told already changes its row. */
export function signalList() {
  const newest = element('ul', { class: 'signals' });
  const older = element('ul', { class: 'signals' });
  const title = element('summary');
  const fold = element('details', { class: 'older', hidden: true }, title, older);
  const none = element('p', { class: 'none' }, 'None yet.');
  /** @type {Map<string, HTMLLIElement>} */
  const rows = new Map();

  /** @param {import('./seen.js').Seen} signal */
  function add({ id, name, place, route, strength, evidence }) {
    const row = rows.get(id) ?? element('li');
    row.className = strength ? '' : 'taken-back';
    row.replaceChildren(
      element('strong', {}, name),
      element('span', { class: 'strength' }, ...(strength ? [bar(strength, 1, 'Strength'), strength.toFixed(2)] : ['a hiccup'])),
      element('span', { class: 'evidence' }, element('code', {}, place || route), ` ${evidenceText(evidence)}`));
    if (rows.has(id)) return;
    rows.set(id, row);
    none.hidden = true;
    newest.prepend(row);
    older.prepend(...[...newest.children].slice(OPEN));
    fold.hidden = older.children.length === 0;
    title.textContent = `Earlier (${older.children.length})`;
  }

  return {
    list: element('div', {}, none, newest, fold),
    add,
    count: () => rows.size,
    clear() {
      rows.clear();
      newest.replaceChildren();
      older.replaceChildren();
      fold.hidden = true;
      none.hidden = false;
    },
  };
}

/** What is not so, or stands above, goes without saying. @param {Readonly<Record<string, unknown>>} evidence */
const evidenceText = (evidence) => Object.entries(evidence)
  .flatMap(([key, value]) => (value === false || value === 0 || key === 'hiccup' ? [] : value === true ? [key] : [`${key} ${typeof value === 'number' ? Math.round(value) : value}`]))
  .join(' · ');

/** @param {number} value @param {number} max @param {string} label */
export const bar = (value, max, label) => element('meter', { max: String(max), value: String(value), 'aria-label': label });
