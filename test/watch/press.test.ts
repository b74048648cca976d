// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createPresses } from '../../src/watch/press';
import type { Press } from '../../src/types';
import { createFakePage } from '../support/fakePage';

afterEach(() => { vi.restoreAllMocks(); });

/** A window whose focus goes out of it, or into a frame of its own, and comes back. */
function setup() {
  document.body.innerHTML = '<button>Go</button>';
  const page = createFakePage();
  const presses: Press[] = [];
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  createPresses(page, { down: () => undefined, up: () => undefined, press: (press) => presses.push(press), typed: () => undefined, swipe: () => undefined });
  const ofWindow = { target: page.window } as unknown as FocusEvent;
  const excusedAfter = (isElsewhere: boolean): boolean | undefined => {
    page.fire('blur', ofWindow);
    hasFocus.mockReturnValue(!isElsewhere);
    page.advance(3000);
    hasFocus.mockReturnValue(true);
    page.fire('focus', ofWindow);
    page.advance(200);
    const event = new PointerEvent('click', { bubbles: true, composed: true, detail: 1 });
    Object.defineProperties(event, { timeStamp: { value: page.now() }, view: { value: null } });
    window.addEventListener('click', () => page.fire('click', event), { once: true, capture: true });
    document.querySelector('button')?.dispatchEvent(event);
    page.advance(20);
    return presses.at(-1)?.excused;
  };
  return { excusedAfter };
}

test('the press that brings a visitor back from another window is forgiven, coming back from a frame is not coming back', () => {
  const { excusedAfter } = setup();
  expect(excusedAfter(true)).toBe(true);
  expect(excusedAfter(false)).toBe(false);
});

test('one part of an accordion must stay open, and says that it is disabled while it is', () => {
  const page = createFakePage();
  const presses: Press[] = [];
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  createPresses(page, { down: () => undefined, up: () => undefined, press: (press) => presses.push(press), typed: () => undefined, swipe: () => undefined });
  for (const state of ['true', 'false']) {
    document.body.innerHTML = `<button aria-disabled="true" aria-expanded="${state}">Delivery</button>`;
    const event = new PointerEvent('click', { bubbles: true, composed: true, detail: 1 });
    Object.defineProperties(event, { timeStamp: { value: page.now() }, view: { value: null } });
    window.addEventListener('click', () => page.fire('click', event), { once: true, capture: true });
    document.querySelector('button')?.dispatchEvent(event);
    page.advance(3000);
  }
  expect(presses.map(({ excused }) => excused)).toEqual([true, false]);
});
