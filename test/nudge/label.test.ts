// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { labelOf } from '../../src/nudge/label';

function labelIn(html: string, selector = '#x'): string {
  document.body.innerHTML = html;
  return labelOf(document.querySelector(selector) ?? undefined);
}

test('a button is called what stands on it', () => {
  expect(labelIn('<button id="x"> Pay\n <b>now</b> <svg aria-hidden="true"><title>lock</title></svg></button>')).toBe('Pay now');
});

test('what is said to screen readers comes first', () => {
  expect(labelIn('<button id="x" aria-label="Pay the order">Go</button>')).toBe('Pay the order');
});

test('a field is called what its label says, without the colon and the star', () => {
  expect(labelIn('<label for="x">Card number: *</label><input id="x">')).toBe('Card number');
});

test('a picture that is pressed is called what it shows', () => {
  expect(labelIn('<a id="x" href="#"><img alt="Basket"></a>')).toBe('Basket');
});

test('a button that is an input is called what the page wrote on it', () => {
  expect(labelIn('<input id="x" type="submit" value="Pay now">')).toBe('Pay now');
});

test('what a visitor typed is never read, wherever it stands', () => {
  expect(labelIn('<input id="x" value="4242 4242">')).toBe('');
  expect(labelIn('<input id="x" placeholder="Card number">')).toBe('');
  expect(labelIn('<textarea id="x">my secret</textarea>')).toBe('');
  expect(labelIn('<select id="x"><option selected>Diabetes</option></select>')).toBe('');
  expect(labelIn('<div id="x" contenteditable>my secret</div>')).toBe('');
  expect(labelIn('<label for="y" id="x">Note <textarea id="y">my secret</textarea></label>')).toBe('Note');
});

test('a long name is cut, and nothing has none', () => {
  expect(labelIn(`<button id="x">${'Pay now '.repeat(9)}</button>`)).toBe('Pay now Pay now Pay now Pay now Pay now…');
  expect(labelIn('<button id="x"></button>')).toBe('');
  expect(labelOf(undefined)).toBe('');
});
