// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { placeAt } from '../../src/decide/placeAt';

/** An element on the page that says this of itself. */
function givenElement(visible: boolean): Element {
  document.body.innerHTML = '<button>Pay</button>';
  return Object.assign(document.querySelector('button')!, { checkVisibility: () => visible });
}

test('help stands at an element that can be seen, or not yet', () => {
  expect(placeAt(givenElement(true))).toMatchObject({ isHidden: false });
  expect(placeAt(givenElement(false))).toMatchObject({ isHidden: true });
});

test('an element that the page has taken away cannot be seen', () => {
  const element = givenElement(true);
  element.remove();
  expect(placeAt(element)).toMatchObject({ isHidden: true });
  expect(placeAt(undefined)).toBeUndefined();
});

test('a browser that cannot tell what is seen still has places for help', () => {
  expect(placeAt(Object.assign(givenElement(true), { checkVisibility: undefined }))).toMatchObject({ isHidden: false });
});

test('a place in a dialog that is open is in it, also from inside a shadow root', () => {
  const inside = (html: string): boolean | undefined => {
    document.body.innerHTML = html;
    const root = document.querySelector('.host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<button>Pay</button>';
    return placeAt((root ?? document).querySelector('button')!)?.isInDialog?.();
  };
  expect(inside('<dialog open><button>Pay</button></dialog>')).toBe(true);
  expect(inside('<div aria-modal="true"><div class="host"></div></div>')).toBe(true);
  expect(inside('<dialog><button>Pay</button></dialog>')).toBe(false);
  expect(inside('<dialog open></dialog><div class="host"></div>')).toBe(false);
});
