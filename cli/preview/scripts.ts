/** Shows the nudge at its place; once it is gone, a press on the place shows it again. */
export const frameScript = `
import { createShowHelp } from '/furrow.nudge.js';

const place = document.getElementById('place');
const help = JSON.parse(document.getElementById('help').textContent);
const reasons = help.reasons.map((reason) => ({ ...reason, target: place }));
const show = createShowHelp(window, new AbortController().signal, (error) => { place.textContent = String(error); });
let stands = false;

function stand() {
  if (stands) return;
  stands = true;
  show({ ...help, reasons, counterfactual: undefined, anchor: () => place, find: () => place, human: () => undefined }, { shown() {}, answer() { stands = false; } });
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
