// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { ctaHesitation } from '../../src/detect/ctaHesitation';
import { formScene } from './formScene';

function setup() {
  const scene = formScene(ctaHesitation(), '<form><input><button id="send">Send <b id="word">now</b></button><button id="more" type="button"></button><button id="off" disabled></button></form><a id="buy" data-furrow-cta></a><p id="p"></p>');
  const { page, move, find, send } = scene;
  function hover(selector: string, ms: number, { x = 0, everyMs = 500 } = {}) {
    const target = find<Element>(selector);
    for (let left = ms; left > 0; left -= everyMs) {
      move({ target, x: x + (left % 7), y: 0 });
      page.advance(Math.min(left, everyMs));
    }
    move({ target, x, y: 0 });
  }
  return {
    ...scene, hover,
    press: (selector: string) => send(selector, new PointerEvent('pointerdown', { bubbles: true })),
    off: () => move({ target: find<Element>('#p') }),
  };
}

test('the mouse rests on the button for five seconds, and is held', () => {
  const { hover, told, find } = setup();
  hover('#send', 4900);
  expect(told).toEqual([]);
  hover('#word', 100);
  expect(told).toMatchObject([{ name: 'cta-hesitation', at: 0, strength: 0.55, target: find('#send'), evidence: { n: 1, ms: 5000, limitMs: 5000, input: 'mouse' } }]);
  hover('#send', 20_000);
  expect(told).toHaveLength(1);
});

test('what the host marks is a call to action too', () => {
  const { hover, told } = setup();
  hover('#buy', 5000);
  expect(told).toHaveLength(1);
});

test('three visits within ten seconds, and no press', () => {
  const { hover, off, told } = setup();
  for (let i = 0; i < 3; i++) {
    hover('#send', 1000);
    off();
  }
  expect(told).toMatchObject([{ at: 0, strength: 0.65, evidence: { n: 3 } }]);
});

test('who always takes their time is given it', () => {
  const { hover, off, press, told } = setup();
  for (let i = 0; i < 5; i++) {
    hover('#send', 3000);
    press('#send');
    off();
  }
  hover('#send', 11_000);
  expect(told).toEqual([]);
  hover('#send', 1000);
  expect(told).toMatchObject([{ evidence: { limitMs: 12_000 } }]);
});

test.each<[string, (scene: ReturnType<typeof setup>) => void]>([
  ['a mouse that nobody holds', ({ hover, page }) => { hover('#send', 1000); page.advance(20_000); hover('#send', 1000); }],
  ['passing over it again and again', ({ hover, off }) => { for (let i = 0; i < 9; i++) { hover('#send', 200, { everyMs: 100 }); off(); } }],
  ['coming to it now and then', ({ hover, off, page }) => { for (let i = 0; i < 9; i++) { hover('#send', 1000); off(); page.advance(6000); } }],
  ['wandering about in it', ({ hover }) => { for (let i = 0; i < 9; i++) hover('#send', 2000, { x: i * 40 }); }],
  ['staying after the press', ({ hover, press }) => { hover('#send', 1000); press('#send'); hover('#send', 20_000); hover('#send', 20_000, { x: 40 }); }],
  ['scrolling under the mouse', ({ hover, page }) => { for (let i = 0; i < 9; i++) { hover('#send', 3000); page.fire('scroll'); } }],
  ['writing, with a mouse that lies there', ({ hover, key }) => { for (let i = 0; i < 9; i++) { hover('#send', 2000); key('a'); } }],
  ['a button for something else', ({ hover }) => hover('#more', 20_000)],
  ['a button that is disabled', ({ hover }) => hover('#off', 20_000)],
  ['selecting text', ({ move, find, page }) => { for (let i = 0; i < 40; i++) { move({ target: find<Element>('#send'), pressed: true }); page.advance(500); } }],
  ['looking away in the middle', ({ hover, page }) => { hover('#send', 3000); page.fire('visibilitychange'); hover('#send', 3000); }],
  ['where the host forgives', ({ hover, ignored, find }) => { ignored.add(find('#send')); hover('#send', 20_000); }],
  ['a focus that the page set', ({ enter, exit, page }) => { enter('#send'); page.advance(8000); exit('#send'); }],
  ['going on with the keyboard', ({ enter, exit, page, key }) => { key('Tab'); enter('#send'); page.advance(4900); exit('#send'); }],
  ['pressing it by key', ({ enter, exit, page, key }) => { key('Tab'); enter('#send'); page.advance(9000); key('Enter'); exit('#send'); }],
  ['leaving the keyboard alone', ({ enter, exit, page, key }) => { key('Tab'); enter('#send'); page.advance(60_000); key('Tab'); exit('#send'); }],
])('%s is no hesitation', (_what, does) => {
  const scene = setup();
  does(scene);
  expect(scene.told).toEqual([]);
  expect(scene.page.errors).toEqual([]);
});

test('the keyboard stays on it, and goes away again', () => {
  const { enter, exit, page, key, told } = setup();
  key('Tab');
  enter('#send');
  page.advance(5000);
  expect(told).toEqual([]);
  key('Tab');
  exit('#send');
  expect(told).toMatchObject([{ strength: 0.55, evidence: { input: 'key', ms: 5000 } }]);
});
