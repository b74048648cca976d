import type { Detector } from '../../src/types';
import { watchWith } from './fakeWatch';

/** A detector in a real document, where the test is the visitor's hand. */
export function formScene(detector: Detector, html: string, options?: Parameters<typeof watchWith>[1]) {
  document.body.innerHTML = html;
  const scene = watchWith(detector, options);
  const { page } = scene;
  for (const type of ['pointerdown', 'keydown', 'focusin', 'focusout', 'input', 'paste'] as const) {
    window.addEventListener(type, (event) => page.fire(type, event as never), { capture: true, signal: page.end });
  }
  const find = <E extends Element = HTMLInputElement>(selector: string): E => document.querySelector<E>(selector)!;
  const send = (selector: string, event: Event): void => void find<Element>(selector).dispatchEvent(event);
  const edit = (selector: string, value: string, inputType: string): void => {
    find(selector).value = value;
    send(selector, new InputEvent('input', { bubbles: true, composed: true, inputType }));
  };
  return {
    ...scene, find, send, edit,
    /** Writes letter by letter. */
    type(selector: string, text: string) {
      for (const letter of text) edit(selector, find(selector).value + letter, 'insertText');
    },
    clear: (selector: string) => edit(selector, '', 'deleteContentBackward'),
    /** What a browser or a password manager fills in. */
    autofill(selector: string, value: string) {
      find(selector).value = value;
      send(selector, new Event('input', { bubbles: true, composed: true }));
    },
    enter: (selector: string) => send(selector, new FocusEvent('focusin', { bubbles: true, composed: true })),
    exit: (selector: string) => send(selector, new FocusEvent('focusout', { bubbles: true, composed: true })),
    choose: (selector: string) => send(selector, new Event('input', { bubbles: true, composed: true })),
    key: (key: string) => page.fire('keydown', new KeyboardEvent('keydown', { key })),
  };
}
