import { element } from './element.js';
import { furrow } from './furrow.js';

/** Connects the shop's pretended chat with furrow, as a site connects its real one. */
export const connectChat = () => furrow('use', { id: 'shop-chat', open: openChat });

/**
 * Opens a small chat that shows what furrow hands over. Nothing is sent to anybody.
 * @param {import('../../../src/types').Handover} [handover]
 */
export function openChat(handover) {
  document.querySelector('.chat')?.remove();
  const opener = document.activeElement;
  const close = () => {
    chat.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const told = handover && [
    element('p', { class: 'hint' }, 'This is what the person here would be told. You did not have to write it:'),
    element('ul', {}, ...handover.reasons.map((reason) => element('li', {}, reason)), element('li', {}, `On ${handover.route}, at ${handover.place}`), element('li', {}, `Noticed by the rule ${handover.rule}`)),
  ];
  const chat = element('section', { class: 'chat', role: 'dialog', 'aria-label': 'Chat', tabindex: '-1' },
    element('header', {}, element('h2', {}, 'Chat'), element('button', { type: 'button', class: 'link', onclick: close }, 'Close')),
    element('p', { class: 'bubble' }, 'Good day, this is Marta from Furrow & Field. What is stuck?'),
    ...(told || []),
    element('p', { class: 'quiet' }, 'Marta is made up. Nothing has been sent.'));
  chat.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  document.body.append(chat);
  chat.focus();
}
