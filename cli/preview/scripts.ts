/** Shows the nudge at its place; once it is gone, a press on the place shows it again. */
export const frameScript = `
import { createBesides } from '/furrow.besides.js';
import { createShowing } from '/furrow.nudge.js';

const address = document.getElementById('words').href;
const [{ words }, why] = await Promise.all([import(address), import(address.replace('.nudge.', '.why.'))]);
const places = [...document.querySelectorAll('button')];
const [place] = places;
const help = JSON.parse(document.getElementById('help').textContent);
const reasons = help.reasons.map((reason) => ({ ...reason, target: place }));
const human = { chat: undefined, contact: '#contact', page: '/', trail: [], reach: {} };
const showing = createShowing(window, new AbortController().signal, (error) => { place.textContent = String(error); });
let stands = false;

function stand() {
  if (stands) return;
  stands = true;
  showing.help({
    ...help, words, reasons, human, counterfactual: undefined, settings() {}, besides: async () => createBesides(why.words),
    anchor: () => place, find: (name) => places.find(({ textContent }) => textContent === name),
  }, { shown() {}, answer() { stands = false; } });
}

place.addEventListener('click', stand);
stand();
`;

/** Loads the page anew when the file has changed, or when the preview has been started again. */
export const reloadScript = `
const changes = new EventSource('/changes');
let isLost = false;
changes.onerror = () => { isLost = true; };
changes.onopen = () => { if (isLost) location.reload(); };
changes.onmessage = () => location.reload();
`;
