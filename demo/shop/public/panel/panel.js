import { element } from '../element.js';
import { collectorUrl, furrow, languageOfTag, whenLoaded } from '../furrow.js';
import { startOver } from '../startOver.js';
import { ruleList } from './ruleList.js';
import { allSeen, forgetSeen, keepSeen } from './seen.js';
import { signalList } from './signalList.js';
import { tryList } from './tryList.js';

/** Opens the corner panel: what furrow sees, told by nothing but its own events. On a wide screen it takes a column of its own and covers nothing (`room.js`). */
export function openPanel() {
  const room = document.documentElement.classList;
  const signals = signalList();
  const tries = tryList();
  const rules = ruleList();
  const consent = element('p', { class: 'consent' }, 'furrow waits for your answer. Until then it notices nothing.');
  const ends = element('ul', { class: 'ends' });
  const count = element('span', { class: 'count' });
  const body = element('div', { class: 'body', id: 'body' },
    consent,
    part('Signals', true, signals.list),
    part('Things to try', true, tries.list),
    part('Rules', true, rules.list),
    part('Answers and errors', true, ends),
    languages(),
    element('p', { class: 'foot' }, element('a', { href: collectorUrl('/'), target: '_blank', rel: 'noopener' }, 'See what arrived'), element('a', { href: '?furrow=inspect' }, 'Inspect the rules'), element('button', { type: 'button', onclick: startOver }, 'Start over')));
  const toggle = element('button', { type: 'button', class: 'toggle', 'aria-controls': 'body', onclick: () => show(body.hidden === true) }, element('span', { class: 'wide' }, 'What furrow sees'), element('span', { class: 'narrow' }, 'furrow'), count);

  function show(/** @type {boolean} */ open) {
    body.hidden = !open;
    toggle.ariaExpanded = String(open);
    room.toggle('beside-panel', open);
    sessionStorage.setItem('shop.panel', open ? 'open' : 'closed');
  }

  furrow('on', 'consent', ({ receipt, granted }) => {
    consent.textContent = consentText(receipt);
    if (granted) return;
    forgetSeen();
    signals.clear();
    count.textContent = '';
  });
  void whenLoaded().then((loaded) => {
    // an answer that was remembered may have been told before this script ran
    const receipt = loaded.receipt();
    if (receipt) consent.textContent = consentText(receipt);
  });
  furrow('on', 'signal', (signal) => see(keepSeen(signal)));
  allSeen().forEach(see);
  furrow('on', 'score', rules.score);
  furrow('on', 'decision', rules.decision);
  furrow('on', 'nudge', ({ rule, template }) => tell(`${rule}: ${template} shown`));
  furrow('on', 'outcome', ({ rule, answer, afterMs, whyOpened }) => tell(`${rule}: ${answer} after ${(afterMs / 1000).toFixed(1)} s${whyOpened ? ', having read why' : ''}`));
  furrow('on', 'feedback', ({ rule, helpful }) => tell(`${rule}: ${helpful ? 'helpful' : 'not helpful'}`));
  furrow('on', 'preferences', ({ level }) => tell(`The visitor wants ${level === 'none' ? 'no help' : `${level} help`}`));
  furrow('on', 'error', ({ during, message }) => tell(`Error, ${during}: ${message}`, 'error'));

  function see(/** @type {import('./seen.js').Seen} */ signal) {
    signals.add(signal);
    tries.seen(signal.name);
    count.textContent = String(signals.count());
  }

  function tell(/** @type {string} */ line, kind = 'end') {
    ends.prepend(element('li', { class: kind }, line));
  }

  const host = document.createElement('shop-panel');
  host.dataset.furrowIgnore = '';
  host.dataset.furrowAmbient = '';
  // on a narrow screen the panel would cover what one was sent to
  tries.list.addEventListener('click', ({ target }) => target instanceof HTMLAnchorElement && matchMedia('(max-width: 40rem)').matches && show(false));
  host.attachShadow({ mode: 'open' }).append(
    element('link', { rel: 'stylesheet', href: '/panel/panel.css' }),
    element('aside', { 'aria-label': 'What furrow sees' }, toggle, body));
  document.body.append(host);
  show(room.contains('beside-panel'));
}

/** @param {string} title @param {boolean} open @param {Node} content */
const part = (title, open, content) => element('details', { open }, element('summary', {}, title), content);

/** The languages of furrow's own words; the shop speaks English whatever is chosen, and reads from the right with Arabic. */
function languages() {
  const names = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', pt: 'Português', ar: 'العربية', ja: '日本語' };
  const now = languageOfTag();
  const choice = element('select', { onchange: () => location.assign(`?locale=${choice.value}`) },
    ...Object.entries(names).map(([language, name]) => element('option', { value: language, lang: language, selected: language === now }, name)));
  return element('label', { class: 'language' }, 'furrow speaks ', choice);
}

/** @param {import('../../../../src/types').Receipt | undefined} receipt */
function consentText(receipt) {
  if (!receipt) return 'Nobody has said yes. furrow is off, and stays off where your browser says no for you.';
  if (receipt.purposes.includes('notice')) return receipt.decision === 'partly' ? 'You said yes to a part. furrow notices that.' : 'You said yes. furrow notices.';
  return receipt.decision === 'withdrawn' ? 'You stopped it. Everything is deleted.' : 'You said no. furrow is off.';
}
