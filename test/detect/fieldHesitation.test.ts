// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { fieldHesitation } from '../../src/detect/fieldHesitation';
import { watchWith } from './fakeWatch';

afterEach(() => { document.body.innerHTML = ''; });

function setup(html: string) {
  document.body.innerHTML = html;
  const scene = watchWith(fieldHesitation());
  const { page } = scene;
  for (const type of ['pointerdown', 'keydown', 'focusin', 'focusout', 'input', 'pointerover'] as const) {
    window.addEventListener(type, (event) => page.fire(type, event as never), { capture: true, signal: page.end });
  }
  const find = (selector: string) => document.querySelector(selector)!;
  const send = (target: Element, event: Event): void => void target.dispatchEvent(event);
  const press = (selector: string, pointerType = 'mouse') => send(find(selector), new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType }));
  return {
    ...scene,
    /** Stays, and moves the mouse a little now and then. */
    stay(ms: number) {
      for (let rest = ms; rest > 0; rest -= 5000) {
        page.fire('pointermove');
        page.advance(Math.min(rest, 5000));
      }
    },
    enter(selector: string, pointerType?: string) {
      press(selector, pointerType);
      send(find(selector), new FocusEvent('focusin', { bubbles: true, composed: true }));
    },
    type: (selector: string) => send(find(selector), new InputEvent('input', { bubbles: true, composed: true })),
    over: (selector: string) => send(find(selector), new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' })),
    leave: (selector: string) => send(find(selector), new FocusEvent('focusout', { bubbles: true, composed: true })),
  };
}

const FORM = '<input id="name"><input id="card"><textarea id="notes"></textarea><input id="full" value="x"><input id="find" type="search"><input id="code" autocomplete="one-time-code">';

test('the first field is given half as much time again', () => {
  const { enter, stay, told } = setup(FORM);
  enter('#name');
  stay(11_999);
  expect(told).toEqual([]);
  stay(1);
  expect(told).toMatchObject([{ name: 'field-hesitation', at: 0, strength: 0.5, evidence: { field: 'text', ms: 12_000, limitMs: 12_000, input: 'mouse' } }]);
});

test('who filled the field before in no time stands long after six seconds', () => {
  const { enter, type, page, told } = setup(FORM);
  enter('#name');
  page.advance(300);
  type('#name');
  enter('#card');
  page.advance(6000);
  expect(told).toMatchObject([{ evidence: { limitMs: 6000 } }]);
});

test('who takes their time everywhere is not hurried', () => {
  const { enter, type, page, told } = setup(FORM);
  enter('#name');
  page.advance(3000);
  type('#name');
  enter('#card');
  page.advance(7900);
  expect(told).toEqual([]);
});

test('the longer it lasts the surer it is', () => {
  const { enter, stay, told } = setup(FORM);
  enter('#name');
  stay(24_000);
  expect(told).toMatchObject([{ strength: 0.8, evidence: { ms: 24_000 }, amended: 1 }]);
});

test.each([['typing', (s: ReturnType<typeof setup>) => s.type('#name')], ['going on', (s: ReturnType<typeof setup>) => s.leave('#name')], ['going away', (s: ReturnType<typeof setup>) => s.page.fire('visibilitychange')]])('%s ends it', (_what, does) => {
  const scene = setup(FORM);
  scene.enter('#name');
  scene.page.advance(5000);
  does(scene);
  scene.page.advance(60_000);
  expect(scene.told).toEqual([]);
});

test('who has not moved for ten seconds may not be there, and is looked for until they are', () => {
  const { enter, page, told } = setup(FORM);
  enter('#name');
  page.advance(30_000);
  expect(told).toEqual([]);
  page.fire('pointermove');
  page.advance(1000);
  expect(told).toHaveLength(1);
});

test.each(['#full', '#find'])('nobody owes an answer to %s', (selector) => {
  const { enter, page, told } = setup(FORM);
  enter(selector);
  page.advance(60_000);
  expect(told).toEqual([]);
});

test('a code that comes by mail, a long text and a finger are given their time', () => {
  for (const [selector, pointerType, ms] of [['#code', 'mouse', 45_000], ['#notes', 'mouse', 22_500], ['#name', 'touch', 18_000]] as const) {
    const { enter, stay, page, told } = setup(FORM);
    enter(selector, pointerType);
    stay(ms - 1);
    expect(told).toEqual([]);
    stay(1);
    expect(told).toHaveLength(1);
    page.finish();
  }
});

test('a field that has focus when the page comes, before the visitor did anything, is not theirs', () => {
  const { page, told } = setup(FORM);
  document.querySelector('#name')!.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  page.advance(60_000);
  expect(told).toEqual([]);
});

test('back and forth between two buttons, resting on each, five times', () => {
  const { over, page, told } = setup('<button id="a">Buy</button><button id="b">Keep</button><p></p>');
  for (const id of ['a', 'b', 'a', 'b', 'a']) {
    over(`#${id}`);
    page.advance(600);
    over('p');
  }
  expect(told).toMatchObject([{ name: 'field-hesitation', strength: 0.6, evidence: { field: 'button' } }]);
});

test('passing over buttons, or looking along a menu, is no wavering', () => {
  const { over, page, told } = setup('<button id="a"></button><button id="b"></button><button id="c"></button>');
  for (const id of ['a', 'b', 'c', 'b', 'a', 'b', 'c', 'a', 'c']) {
    over(`#${id}`);
    page.advance(500);
  }
  for (const id of ['a', 'b', 'a', 'b', 'a', 'b', 'a']) {
    over(`#${id}`);
    page.advance(100);
  }
  expect(told).toEqual([]);
});
