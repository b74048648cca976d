import { element } from './element.js';
import { furrow } from './furrow.js';

/** Connects the shop's pretended chat with furrow, as a site connects its real one. */
export const connectChat = () => furrow('use', { id: 'shop-chat', open: openChat });

/**
 * Opens a small chat. What furrow hands over stands in the message, to be changed, sent or left. Nothing leaves this page.
 * @param {Partial<import('../../../src/types').Handover>} [handover]
 */
export function openChat({ text = '' } = {}) {
  document.querySelector('.chat')?.remove();
  const opener = document.activeElement;
  const close = () => {
    chat.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const said = element('div', { role: 'log', 'aria-label': 'What was said' }, bubble('Good day, this is Marta from Furrow & Field. What is stuck?'));
  const hint = element('p', { class: 'hint', id: 'unsent' }, text ? 'Written for you, and not sent. Change what you like.' : MADE_UP);
  const message = element('textarea', { id: 'message', rows: text ? '5' : '2', dir: 'auto', 'aria-describedby': 'unsent' });
  message.value = text;
  const form = element('form', { onsubmit: send }, element('label', { for: 'message' }, 'Your message'), message, hint, element('button', { class: 'button' }, 'Send'));
  const chat = element('section', { class: 'chat', role: 'dialog', 'aria-label': 'Chat', tabindex: '-1' },
    element('header', {}, element('h2', {}, 'Chat'), element('button', { type: 'button', class: 'link', onclick: close }, 'Close')), said, form);
  chat.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  document.body.append(chat);
  message.focus();

  /** Puts the message into the talk, and lets Marta answer. @param {Event} event */
  function send(event) {
    event.preventDefault();
    if (message.value.trim()) said.append(bubble(message.value.trim(), 'mine'), bubble('Thank you. I can mend nothing, but a real person would know by now what happened, without asking.'));
    Object.assign(message, { value: '', rows: 2 });
    hint.textContent = MADE_UP;
    message.focus();
    form.scrollIntoView({ block: 'end' });
  }
}

const MADE_UP = 'Marta is made up. Nothing leaves this page.';

/** One thing that was said. @param {string} text @param {'mine' | ''} [whose] */
const bubble = (text, whose = '') => element('p', { class: `bubble ${whose}`, dir: 'auto' }, text);
