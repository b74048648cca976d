// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { deadSwipe } from '../../src/detect/deadSwipe';
import { watchWith } from './fakeWatch';

afterEach(() => { document.body.innerHTML = ''; });

const CAROUSEL = '<main><div id="mover" aria-roledescription="carousel"><p><span id="target">A</span></p></div></main>';

function setup(html = CAROUSEL, inside = { scrollWidth: 900, clientWidth: 300 }) {
  document.body.innerHTML = html;
  const mover = document.querySelector('#mover')!;
  const target = document.querySelector('#target')!;
  Object.defineProperties(mover, Object.fromEntries(Object.entries(inside).map(([key, value]) => [key, { value }])));
  const scene = watchWith(deadSwipe());
  const swipes = (times: number, change = {}, response = {}) => {
    const made = Array.from({ length: times }, () => {
      scene.page.advance(800);
      const swipe = scene.swipe({ target, ...change });
      scene.settle(swipe, response);
      return swipe;
    });
    return made.at(-1)!;
  };
  return { ...scene, mover, target, swipes };
}

test('the second swipe of a carousel that does not move is told, and the third is surer', () => {
  const { swipes, told, mover } = setup();
  swipes(1);
  expect(told[0]?.strength).toBeLessThan(0.5);
  swipes(1);
  expect(told).toMatchObject([{ name: 'dead-swipe', at: 800, target: mover, evidence: { count: 2, input: 'touch' } }]);
  expect(told[0]?.strength).toBeCloseTo(0.55);
  swipes(1);
  expect(told[0]?.strength).toBeCloseTo(0.65);
});

test.each([
  ['takes touch for itself', '<div id="mover" style="touch-action: pan-y"><p id="target">A</p></div>', {}],
  ['holds more than it shows', '<div id="mover" style="overflow-x: hidden"><p id="target">A</p></div>', {}],
  ['takes touch, and is swiped upwards', '<div id="mover" style="touch-action: none"><p id="target">A</p></div>', { dx: 3, dy: -90 }],
])('so is something that %s', (_what, html, change) => {
  const { swipes, told } = setup(html);
  swipes(2, change);
  expect(told).toMatchObject([{ evidence: { count: 2 } }]);
});

test.each([
  ['the browser’s own scroller, at its end', '<div id="mover" style="overflow-x: auto; touch-action: none"><p id="target">A</p></div>', {}, undefined],
  ['text cut off with an ellipsis', '<div id="mover" style="overflow-x: hidden; text-overflow: ellipsis"><b id="target">A</b></div>', {}, undefined],
  ['a box that hides nothing', '<div id="mover" style="overflow-x: hidden"><p id="target">A</p></div>', {}, { scrollWidth: 310, clientWidth: 300 }],
  ['the page itself', '<div id="mover"><p id="target">A</p></div>', {}, undefined],
  ['a carousel swiped upwards, to scroll on', CAROUSEL, { dx: 3, dy: -120 }, undefined],
  ['a slider', CAROUSEL, { control: 'editable' }, undefined],
  ['a map or a canvas', CAROUSEL, { control: 'opaque' }, undefined],
])('%s promises nothing', (_what, html, change, inside) => {
  const { swipes, told } = setup(html, inside);
  swipes(3, change);
  expect(told).toEqual([]);
});

test('what follows the finger is fine, and so is its end', () => {
  const { swipes, told } = setup();
  swipes(2, {}, { alive: true });
  swipes(3);
  expect(told).toEqual([]);
});

test('what scrolls instead is fine', () => {
  const { target, swipe, settle, page, told } = setup();
  for (let times = 0; times < 3; times++) {
    page.advance(500);
    const made = swipe({ target });
    page.advance(100);
    page.fire('scroll');
    settle(made);
  }
  expect(told).toEqual([]);
});

test('swipes far apart are no trouble', () => {
  const { swipes, told, page } = setup();
  for (let times = 0; times < 3; times++) {
    swipes(1);
    page.advance(7000);
  }
  expect(told.every(({ strength }) => strength < 0.5)).toBe(true);
});

test('an answer that comes after all makes it a hiccup', () => {
  const { swipes, answerLate, told } = setup();
  answerLate(swipes(2));
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('in a page that is zoomed in, and where the host asks to be forgiven, nothing is told', () => {
  const { swipes, told, ignored, target } = setup();
  ignored.add(target);
  swipes(2);
  ignored.clear();
  Object.defineProperty(window, 'visualViewport', { value: { scale: 2 }, configurable: true });
  swipes(2);
  Object.defineProperty(window, 'visualViewport', { value: undefined, configurable: true });
  expect(told).toEqual([]);
});
