// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { fieldHesitation } from '../../src/detect/fieldHesitation';
import { watchWith } from './fakeWatch';

afterEach(() => { document.body.innerHTML = ''; });

function setup(html: string) {
  document.body.innerHTML = html;
  const scene = watchWith(fieldHesitation());
  const { page } = scene;
  let x = 0;
  for (const type of ['pointerdown', 'keydown', 'focusin', 'focusout', 'input', 'pointerover'] as const) {
    window.addEventListener(type, (event) => page.fire(type, event as never), { capture: true, signal: page.end });
  }
  const find = (selector: string) => document.querySelector(selector)!;
  const send = (target: Element, event: Event): void => void target.dispatchEvent(event);
  const press = (selector: string, pointerType = 'mouse') => send(find(selector), new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType }));
  return {
    ...scene, find,
    key: (selector: string, key: string) => send(find(selector), new KeyboardEvent('keydown', { bubbles: true, composed: true, key })),
    touch: scene.press,
    /** Stays, and is at it. */
    stay: scene.active,
    enter(selector: string, pointerType?: string) {
      press(selector, pointerType);
      send(find(selector), new FocusEvent('focusin', { bubbles: true, composed: true }));
    },
    type: (selector: string) => send(find(selector), new InputEvent('input', { bubbles: true, composed: true })),
    over: (selector: string, clientX = ++x) => send(find(selector), new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse', clientX })),
    leave: (selector: string) => send(find(selector), new FocusEvent('focusout', { bubbles: true, composed: true })),
  };
}

const FORM = '<input id="name"><input id="card"><textarea id="notes"></textarea><input id="full" value="x"><input id="find" type="search"><input id="code" autocomplete="one-time-code"><button id="next"></button><div role="search"><input id="word"></div>';

test('the first field is given half as much time again', () => {
  const { enter, stay, told } = setup(FORM);
  enter('#name');
  stay(11_999);
  expect(told).toEqual([]);
  stay(1);
  expect(told).toMatchObject([{ name: 'field-hesitation', at: 0, strength: 0.5, evidence: { field: 'text', ms: 12_000, limitMs: 12_000, input: 'mouse' } }]);
});

test('who filled the field before in no time stands long after six seconds', () => {
  const { enter, type, stay, told } = setup(FORM);
  enter('#name');
  stay(300);
  type('#name');
  enter('#card');
  stay(6000);
  expect(told).toMatchObject([{ evidence: { limitMs: 6000 } }]);
});

test('who takes their time everywhere is not hurried', () => {
  const { enter, type, stay, told } = setup(FORM);
  enter('#name');
  stay(3000);
  type('#name');
  enter('#card');
  stay(7900);
  expect(told).toEqual([]);
});

test('the longer it lasts the surer it is', () => {
  const { enter, stay, told } = setup(FORM);
  enter('#name');
  stay(24_000);
  expect(told).toMatchObject([{ strength: 0.8, evidence: { ms: 24_000 }, amended: 1 }]);
});

test.each([['typing', (s: ReturnType<typeof setup>) => s.type('#name')], ['the first digit of a date', (s: ReturnType<typeof setup>) => s.key('#name', '1')],
  ['a press in the calendar beside it', (s: ReturnType<typeof setup>) => void s.touch({ target: s.find('#next') })], ['being put away', (s: ReturnType<typeof setup>) => s.find('#name').remove()],
   ['going on', (s: ReturnType<typeof setup>) => s.leave('#name')], ['going away', (s: ReturnType<typeof setup>) => s.page.fire('visibilitychange')]])('%s ends it', (_what, does) => {
  const scene = setup(FORM);
  scene.enter('#name');
  scene.stay(5000);
  does(scene);
  scene.stay(60_000);
  expect(scene.told).toEqual([]);
});

test('time in which nobody was there does not count', () => {
  const { enter, page, stay, told } = setup(FORM);
  enter('#name');
  page.advance(30_000);
  expect(told).toEqual([]);
  stay(12_000);
  expect(told).toHaveLength(1);
});

test('after a minute it would be about something else', () => {
  const { enter, page, stay, told } = setup(FORM);
  enter('#name');
  page.advance(60_001);
  stay(12_000);
  expect(told).toEqual([]);
});

test('who always needs their time is given twice that, and who is always quick is not waited for', () => {
  for (const [paceMs, limitMs] of [[7000, 14_000], [2500, 8000], [300, 6000]] as const) {
    const { enter, type, stay, page, told } = setup(FORM);
    for (let i = 0; i < 5; i++) {
      enter('#name');
      stay(paceMs);
      type('#name');
    }
    enter('#card');
    stay(limitMs - 1);
    expect(told).toEqual([]);
    stay(1);
    expect(told).toMatchObject([{ evidence: { limitMs } }]);
    page.finish();
  }
});

test('what is usual with a mouse says nothing about a finger', () => {
  const { enter, type, stay, told } = setup(FORM);
  for (let i = 0; i < 5; i++) {
    enter('#name');
    stay(7000);
    type('#name');
  }
  enter('#card', 'touch');
  stay(12_000);
  expect(told).toMatchObject([{ evidence: { limitMs: 12_000, input: 'touch' } }]);
});

test('what is usual at this step comes before what is usual elsewhere', () => {
  const { enter, type, stay, standing, told } = setup(FORM);
  for (const step of ['order/pay', '']) {
    standing.clear();
    if (step) standing.add(step);
    for (let i = 0; i < 5; i++) {
      enter('#name');
      stay(step ? 7000 : 100);
      type('#name');
    }
  }
  standing.add('order/pay');
  enter('#card');
  stay(14_000);
  expect(told).toMatchObject([{ evidence: { limitMs: 14_000 } }]);
});

test.each(['#full', '#find', '#word'])('nobody owes an answer to %s', (selector) => {
  const { enter, stay, told } = setup(FORM);
  enter(selector);
  stay(60_000);
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

test('a quick name says nothing about a long text, or a code that has to be fetched', () => {
  for (const [selector, ms] of [['#notes', 15_000], ['#code', 30_000]] as const) {
    const { enter, type, stay, page, told } = setup(FORM);
    enter('#name');
    stay(300);
    type('#name');
    enter(selector);
    stay(ms - 1);
    expect(told).toEqual([]);
    stay(1);
    expect(told).toHaveLength(1);
    page.finish();
  }
});

test('a field that has focus when the page comes, before the visitor did anything, is not theirs', () => {
  const { stay, told } = setup(FORM);
  document.querySelector('#name')!.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  stay(60_000);
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

test('slides that pass under a mouse at rest', () => {
  const { over, page, told } = setup('<button id="a"></button><button id="b"></button>');
  for (const id of ['a', 'b', 'a', 'b', 'a', 'b']) {
    over(`#${id}`, 50);
    page.advance(3000);
  }
  expect(told).toEqual([]);
});

test('the fifth rest comes within half a minute', () => {
  const { over, page, told } = setup('<button id="a"></button><button id="b"></button>');
  for (const [id, ms] of [['a', 600], ['b', 600], ['a', 600], ['b', 60_000], ['a', 600]] as const) {
    over(`#${id}`);
    page.advance(ms);
  }
  expect(told).toEqual([]);
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
