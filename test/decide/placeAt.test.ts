// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { placeAt } from '../../src/decide/placeAt';

/** An element on the page that says this of itself. */
function givenElement(visible: boolean): Element {
  document.body.innerHTML = '<button>Pay</button>';
  return Object.assign(document.querySelector('button')!, { checkVisibility: () => visible });
}

test('help stands at an element that can be seen, or not yet', () => {
  expect(placeAt(givenElement(true))).toEqual({ isHidden: false });
  expect(placeAt(givenElement(false))).toEqual({ isHidden: true });
});

test('an element that the page has taken away cannot be seen', () => {
  const element = givenElement(true);
  element.remove();
  expect(placeAt(element)).toEqual({ isHidden: true });
  expect(placeAt(undefined)).toBeUndefined();
});

test('a browser that cannot tell what is seen still has places for help', () => {
  expect(placeAt(Object.assign(givenElement(true), { checkVisibility: undefined }))).toEqual({ isHidden: false });
});
