// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createMoment } from '../../src/decide/moment';
import { createFakePage } from '../support/fakePage';

function setup() {
  const page = createFakePage({ now: 1000 });
  const at = (type: string, x: number, pointerId = 1) => new PointerEvent(type, { pointerId, clientX: x, clientY: 0 });
  return {
    page,
    moment: createMoment(page),
    down: (x = 0, pointerId = 1) => page.fire('pointerdown', at('pointerdown', x, pointerId)),
    up: (x = 0, pointerId = 1) => page.fire('pointerup', at('pointerup', x, pointerId)),
    cancel: () => page.fire('pointercancel', at('pointercancel', 0)),
  };
}

test('a visitor who does nothing', () => {
  expect(setup().moment()).toEqual({ lastKeyAt: undefined, lastDragAt: undefined, pointerDown: false, hidden: false });
});

test('the last key is remembered, not which', () => {
  const { page, moment } = setup();
  page.fire('keydown');
  page.advance(500);
  page.fire('keydown');
  expect(moment()).toMatchObject({ lastKeyAt: 1500 });
});

test('a press is no drag', () => {
  const { moment, down, up } = setup();
  down();
  expect(moment().pointerDown).toBe(true);
  up(4);
  expect(moment()).toMatchObject({ pointerDown: false, lastDragAt: undefined });
});

test('a drag ends when the pointer is let go', () => {
  const { page, moment, down, up } = setup();
  down();
  page.advance(300);
  up(80);
  expect(moment()).toMatchObject({ pointerDown: false, lastDragAt: 1300 });
});

test('two fingers are down until both are up', () => {
  const { moment, down, up } = setup();
  down(0, 1);
  down(90, 2);
  up(0, 1);
  expect(moment().pointerDown).toBe(true);
  up(90, 2);
  expect(moment().pointerDown).toBe(false);
});

test('a pointer that the browser takes for scrolling, or that is let go elsewhere, is not down', () => {
  const { page, moment, down, cancel } = setup();
  down();
  cancel();
  expect(moment().pointerDown).toBe(false);
  down();
  page.fire('blur', blurOf(document.body));
  expect(moment().pointerDown).toBe(true);
  page.fire('blur', blurOf(page.window));
  expect(moment().pointerDown).toBe(false);
});

test('nothing listens after the visit', () => {
  const { page } = setup();
  page.finish();
  expect(page.listeners()).toBe(0);
});

function blurOf(target: EventTarget): FocusEvent {
  return Object.defineProperty(new FocusEvent('blur'), 'target', { value: target });
}
