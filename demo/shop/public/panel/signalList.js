import { element } from '../element.js';

/** Signals as they come, newest first. More about one that was told already changes its row. */
export function signalList() {
  const list = element('ul', { class: 'signals' });
  const none = element('li', { class: 'none' }, 'None yet.');
  /** @type {Map<string, HTMLLIElement>} */
  const rows = new Map();
  list.append(none);

  /** @param {{ id: string, name: string, place: string, strength: number, evidence: Readonly<Record<string, unknown>> }} signal */
  function add({ id, name, place, strength, evidence }) {
    const row = rows.get(id) ?? element('li');
    row.className = strength ? '' : 'taken-back';
    row.replaceChildren(
      element('strong', {}, name),
      element('span', { class: 'strength' }, bar(strength, 1, 'Strength'), strength ? strength.toFixed(2) : 'taken back: a hiccup'),
      element('code', {}, place),
      element('span', { class: 'evidence' }, evidenceText(evidence)));
    if (!rows.has(id)) list.prepend(row);
    rows.set(id, row);
    none.remove();
  }

  return { list, add, count: () => rows.size };
}

/** What is not so goes without saying. @param {Readonly<Record<string, unknown>>} evidence */
const evidenceText = (evidence) => Object.entries(evidence)
  .flatMap(([key, value]) => (value === false || value === 0 ? [] : value === true ? [key] : [`${key} ${typeof value === 'number' ? Math.round(value) : value}`]))
  .join(' · ');

/** @param {number} value @param {number} max @param {string} label */
export const bar = (value, max, label) => element('meter', { max: String(max), value: String(value), 'aria-label': label });
