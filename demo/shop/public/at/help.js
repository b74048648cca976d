import { openChat } from '../chat.js';
import { isBroken } from '../faults.js';
import { one } from '../find.js';

/** Past ten seconds attention is lost. */
const QUEUE_MS = 12_000;

const button = one('#open-chat');

button.addEventListener('click', () => {
  if (!isBroken('long-queue')) return openChat();
  if (button.ariaBusy === 'true') return;
  busy('true', 'Looking for somebody');
  setTimeout(() => {
    busy('false', 'Open the chat');
    openChat();
  }, QUEUE_MS);
});

/** @param {'true' | 'false'} now @param {string} words */
function busy(now, words) {
  button.ariaBusy = now;
  button.textContent = words;
}
