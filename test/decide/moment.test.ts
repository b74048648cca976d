// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createMoment } from '../../src/decide/moment';
import { createFakePage } from '../support/fakePage';

function setup() {
  const page = createFakePage({ now: 1000 });
  const at = (type: string, x: number, pointerId = 1) => new PointerEvent(type, { pointerId, clientX: x, clientY: 0 });
  return {
    page,
    ...createMoment(page),
    down: (x = 0, pointerId = 1) => page.fire('pointerdown', at('pointerdown', x, pointerId)),
    up: (x = 0, pointerId = 1) => page.fire('pointerup', at('pointerup', x, pointerId)),
    cancel: () => page.fire('pointercancel', at('pointercancel', 0)),
  };
}

test('a visitor who does nothing', () => {
  expect(setup().moment()).toEqual({ lastKeyAt: undefined, lastDragAt: undefined, lastInputAt: undefined, pointerDown: false, hidden: false });
});

test('the last key is remembered, not which', () => {
  const { page, moment } = setup();
  page.fire('keydown', new KeyboardEvent('keydown'));
  page.advance(500);
  page.fire('keydown', new KeyboardEvent('keydown'));
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

test('something that is carried along is a drag until it is dropped', () => {
  const { page, moment, down, cancel } = setup();
  down();
  cancel();
  for (let i = 0; i < 10; i++) {
    page.advance(350);
    page.fire('dragover', dragOf('dragover'));
  }
  expect(moment()).toMatchObject({ lastDragAt: 4500, lastInputAt: 4500 });
  page.advance(100);
  page.fire('drop', dragOf('drop'));
  expect(moment()).toMatchObject({ lastDragAt: 4600, lastInputAt: 4600 });
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

test('a button that a context menu has taken is not down', () => {
  const { page, moment, down } = setup();
  down();
  page.fire('contextmenu', new PointerEvent('contextmenu'));
  expect(moment().pointerDown).toBe(false);
});

test('any input is input, until something is finished', () => {
  const { page, moment, down } = setup();
  down();
  expect(moment().lastInputAt).toBe(1000);
  page.advance(200);
  page.fire('scroll', new Event('scroll'));
  expect(moment().lastInputAt).toBe(1200);
  page.fire('submit', new SubmitEvent('submit'));
  expect(moment().lastInputAt).toBeUndefined();
  page.fire('scroll', new Event('scroll'));
  page.goTo('/thanks');
  expect(moment().lastInputAt).toBeUndefined();
});

test('who typed in a field in the last three seconds is typing; keys elsewhere are none', () => {
  const { page, isDoing } = setup();
  const keyIn = (target: Element) => page.fire('keydown', Object.defineProperty(new KeyboardEvent('keydown'), 'target', { value: target }));
  keyIn(document.body);
  keyIn(Object.assign(document.createElement('input'), { type: 'checkbox' }));
  expect(isDoing('typing')).toBe(false);
  keyIn(document.createElement('input'));
  page.advance(2999);
  expect(isDoing('typing')).toBe(true);
  page.advance(1);
  expect(isDoing('typing')).toBe(false);
});

test('scrolling is over half a second after the last of it', () => {
  const { page, isDoing } = setup();
  expect(isDoing('scrolling')).toBe(false);
  page.fire('scroll', new Event('scroll'));
  expect(isDoing('scrolling')).toBe(true);
  page.advance(500);
  expect(isDoing('scrolling')).toBe(false);
});

test('an open dialog and a pressed pointer are seen', () => {
  const { isDoing, down, up } = setup();
  expect([isDoing('dialog-open'), isDoing('pointer-down'), isDoing('video-playing'), isDoing('offline'), isDoing('fullscreen'), isDoing('page-hidden')]).toEqual([false, false, false, false, false, false]);
  const dialog = Object.assign(document.createElement('dialog'), { open: true });
  document.body.append(dialog);
  down();
  expect([isDoing('dialog-open'), isDoing('pointer-down')]).toEqual([true, true]);
  dialog.remove();
  up();
  expect([isDoing('dialog-open'), isDoing('pointer-down')]).toEqual([false, false]);
});

test('a video that plays is seen, and whether it can be heard', () => {
  const { isDoing } = setup();
  const video = document.body.appendChild(document.createElement('video'));
  const plays = (about: object): readonly boolean[] => {
    for (const [name, value] of Object.entries({ paused: false, ended: false, muted: false, ...about })) Object.defineProperty(video, name, { value, configurable: true });
    return [isDoing('video-playing'), isDoing('video-heard')];
  };
  expect([plays({}), plays({ muted: true }), plays({ paused: true }), plays({ ended: true })]).toEqual([[true, true], [true, false], [false, false], [false, false]]);
  video.remove();
});

test('a dialog in a component of the page is open as any other', () => {
  const page = createFakePage({ now: 1000 });
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  const { isDoing } = createMoment({ ...page, roots: () => [root] });
  expect(isDoing('dialog-open')).toBe(false);
  root.append(Object.assign(document.createElement('dialog'), { open: true }));
  expect(isDoing('dialog-open')).toBe(true);
  host.remove();
  expect(isDoing('dialog-open')).toBe(false);
});

test('nothing listens after the visit', () => {
  const { page } = setup();
  page.finish();
  expect(page.listeners()).toBe(0);
});

/** This DOM has no drags of its own. */
function dragOf(type: string): DragEvent {
  return Object.assign(new MouseEvent(type), { dataTransfer: null });
}

function blurOf(target: EventTarget): FocusEvent {
  return Object.defineProperty(new FocusEvent('blur'), 'target', { value: target });
}
