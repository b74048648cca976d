// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { editedIn, fieldOf } from '../../src/watch/field';

/** What is told of an input event in the first field. */
function editIn(html: string, { focus = false, ...init }: InputEventInit & { focus?: boolean } = {}) {
  document.body.innerHTML = html;
  const field = document.body.firstElementChild as HTMLInputElement;
  if (focus) field.focus();
  let found: HTMLInputElement | undefined;
  field.addEventListener('input', (event) => { found = editedIn(event); });
  field.dispatchEvent(init.inputType ? new InputEvent('input', init) : new Event('input'));
  return found === field;
}

test.each(['<input>', '<input type="email">', '<textarea></textarea>', '<input type="password">'])('writing in %s, and what a browser fills in', (html) => {
  expect(editIn(html, { inputType: 'insertText' })).toBe(true);
  expect(editIn(html, { inputType: 'deleteContentBackward' })).toBe(true);
  expect(editIn(html, { inputType: 'insertReplacementText' })).toBe(false);
  expect(editIn(html)).toBe(false);
});

test('a choice is made where the focus is; a box is ticked by nobody else', () => {
  expect(editIn('<input type="date">', { focus: true })).toBe(true);
  expect(editIn('<input type="date">')).toBe(false);
  expect(editIn('<input type="checkbox">')).toBe(true);
});

test.each(['<input type="search">', '<input readonly>', '<input type="range">', '<div contenteditable></div>'])('%s asks for no answer', (html) => {
  expect(editIn(html, { inputType: 'insertText' })).toBe(false);
});

test('a code that comes by mail is known by its name', () => {
  document.body.innerHTML = '<input autocomplete="one-time-code">';
  expect(fieldOf(document.querySelector('input')!)).toBe('otp');
});
