// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { zoomStruggle } from '../../src/detect/zoomStruggle';
import { watchWith } from './fakeWatch';

afterEach(() => {
  document.body.innerHTML = '';
  Object.defineProperty(window, 'visualViewport', { value: undefined, configurable: true });
});

function setup(html = '<p>Small print</p>') {
  document.body.innerHTML = html;
  const view = Object.assign(new EventTarget(), { scale: 1 });
  Object.defineProperty(window, 'visualViewport', { value: view, configurable: true });
  const scene = watchWith(zoomStruggle());
  const fingersOn = (target: Element) => {
    const event = Object.assign(new Event('touchstart', { bubbles: true, composed: true }), { touches: [{}, {}] });
    window.addEventListener('touchstart', () => scene.page.fire('touchstart', event as never), { capture: true, once: true });
    target.dispatchEvent(event);
  };
  function zoom(scales: readonly number[], gapMs = 1500): void {
    for (const scale of scales) {
      fingersOn(document.body.firstElementChild!);
      view.scale = scale;
      view.dispatchEvent(new Event('resize'));
      scene.page.advance(gapMs);
    }
  }
  return { ...scene, zoom, view, fingersOn };
}

test('in and out, in and out again, within fifteen seconds', () => {
  const { zoom, told } = setup();
  zoom([1, 1.8, 1, 2]);
  expect(told).toEqual([]);
  zoom([1]);
  expect(told).toMatchObject([{ name: 'zoom-struggle', strength: 0.55, evidence: { n: 3, spanMs: 3000 } }]);
  zoom([2.5]);
  expect(told).toMatchObject([{ evidence: { n: 4 } }]);
  expect(told[0]?.strength).toBeCloseTo(0.65);
});

test.each([
  ['larger and larger, to the size that is needed', [1, 1.1, 1.25, 1.5, 1.75, 2]],
  ['a steady size, with the hand’s tremor', [1, 2, 1.9, 2.05, 1.9, 2, 1.95]],
  ['in and out once', [1, 2, 1]],
])('%s is no struggle', (_what, scales) => {
  const { zoom, told } = setup();
  zoom(scales);
  expect(told).toEqual([]);
});

test('slowly, over a minute, is reading', () => {
  const { zoom, told } = setup();
  zoom([1, 2, 1, 2, 1, 2, 1], 8000);
  expect(told).toEqual([]);
});

test('a picture or a map is there to be looked at closely', () => {
  const { zoom, told } = setup('<img alt="">');
  zoom([1, 2, 1, 2, 1, 2]);
  expect(told).toEqual([]);
});

test('keys and the wheel make the whole page larger, whatever the fingers looked at before', () => {
  const { told, page, view, fingersOn } = setup('<img alt="">');
  fingersOn(document.querySelector('img')!);
  for (const ratio of [1, 1.5, 1, 1.5, 1]) {
    page.fire('keydown');
    Object.defineProperty(window, 'devicePixelRatio', { value: ratio, configurable: true });
    view.dispatchEvent(new Event('resize'));
    page.advance(1000);
  }
  expect(told).toMatchObject([{ evidence: { n: 3 } }]);
});
