import { element } from '../element.js';
import { bar } from './signalList.js';

/** Each rule that has an opinion: its score now, and why it spoke or stayed silent. */
export function ruleList() {
  const list = element('ul', { class: 'rules' });
  const none = element('li', { class: 'none' }, 'No rule has scored yet.');
  /** @type {Map<string, Readonly<Record<'row' | 'score' | 'spoke' | 'silent', HTMLElement>>>} */
  const rows = new Map();
  list.append(none);

  /** @param {string} rule */
  function rowOf(rule) {
    const known = rows.get(rule);
    if (known) return known;
    const score = element('span', { class: 'strength' });
    const spoke = element('span', { class: 'evidence spoke' });
    const silent = element('span', { class: 'evidence' });
    const made = { row: element('li', {}, element('strong', {}, rule), score, spoke, silent), score, spoke, silent };
    rows.set(rule, made);
    none.remove();
    list.prepend(made.row);
    return made;
  }

  return {
    list,
    /** @param {{ rule: string, value: number, confidence: number }} score */
    score({ rule, value, confidence }) {
      rowOf(rule).score.replaceChildren(bar(value, 100, 'Score'), `${Math.round(value)} of 100, confidence ${confidence.toFixed(2)}`);
    },
    /** @param {{ rule: string, show: boolean, wouldShow: boolean, gate: string, because: string }} decision */
    decision({ rule, show, wouldShow, gate, because }) {
      const { spoke, silent } = rowOf(rule);
      silent.replaceChildren();
      (show ? spoke : silent).replaceChildren(element('b', {}, show ? 'Spoke:' : wouldShow ? 'Would have spoken:' : `Silent, ${gate}:`), ` ${because}`);
    },
  };
}
