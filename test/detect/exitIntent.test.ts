// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { exitIntent } from '../../src/detect/exitIntent';
import { watchWith } from './fakeWatch';

const setup = ({ form = true, html = '<form><input></form>' } = {}) => {
  document.body.innerHTML = html;
  const made = watchWith(exitIntent());
  const { page, move } = made;
  page.advance(6000);
  if (form) page.fire('input', { inputType: 'insertText', composedPath: () => [document.querySelector('input')] } as never);
  /** Up and over the edge. */
  const out = (change: object = {}, from: object = {}) => {
    move({ y: 60, ...from });
    page.advance(50);
    page.fire('pointerout', { relatedTarget: null, currentTarget: window, pointerType: 'mouse', clientY: -5, composedPath: () => [document.body], ...change } as never);
  };
  return { ...made, out };
};

test('out through the top with a form begun', () => {
  const { out, told, page } = setup();
  out();
  page.advance(3000);
  expect(told).toMatchObject([{ name: 'exit-intent', at: 6050, strength: expect.closeTo(0.6) as unknown }]);
});

test.each(['<form role="search"><input></form>', '<form><input type="search"></form>', '<input>'])('a word written into %s is no form begun', (html) => {
  const { out, told, page } = setup({ html });
  out();
  page.advance(3000);
  expect(told).toEqual([]);
});

test('told at once when the page is left, and once', () => {
  const { out, told, page } = setup();
  out();
  page.leave();
  out();
  page.advance(5000);
  expect(told).toHaveLength(1);
});

test('after trouble it is surer, and as sure as it gets', () => {
  const { out, told, page, press, fail } = setup();
  fail({ press: press() });
  out();
  page.advance(3000);
  expect(told[0]?.strength).toBeCloseTo(0.7);
});

test('in a step without a form it takes trouble to be told', () => {
  const { out, told, page, standing, press, fail } = setup({ form: false });
  standing.add('order/pay');
  out();
  page.advance(3000);
  expect(told).toEqual([]);
  fail({ press: press() });
  out();
  page.advance(3000);
  expect(told).toMatchObject([{ strength: 0.5 }]);
});

test('back within three seconds it was another tab', () => {
  const { out, told, page, move } = setup();
  out();
  page.advance(2900);
  move();
  page.advance(5000);
  expect(told).toEqual([]);
});

test.each([
  ['the side', { clientY: 30 }, {}],
  ['slowly', { clientY: -1 }, { y: 10 }],
  ['from the middle', {}, { y: 500 }],
  ['with a button held', {}, { pressed: true }],
  ['into a frame', { relatedTarget: {} }, {}],
  ['out of a frame', { currentTarget: {} }, {}],
  ['a finger', { pointerType: 'touch' }, {}],
])('no leaving: %s', (_why, change, from) => {
  const { out, told, page } = setup();
  Object.defineProperty(window, 'innerHeight', { value: 800, configurable: true });
  out(change, from);
  page.advance(5000);
  expect(told).toEqual([]);
});

test('a list that opens over the edge belongs to its field', () => {
  const { out, told, page } = setup();
  out({ composedPath: () => [document.createElement('select')] });
  page.advance(5000);
  expect(told).toEqual([]);
});

test.each([
  ['nothing begun', () => undefined, false],
  ['sent', ({ page }: ReturnType<typeof setup>) => page.fire('submit'), true],
  ['got done by a press', ({ press, settle }: ReturnType<typeof setup>) => settle(press(), { productive: true }), true],
  ['gone on to another route', ({ page }: ReturnType<typeof setup>) => { page.goTo('/done'); page.advance(6000); }, true],
])('nothing to leave: %s', (_why, then, form) => {
  const made = setup({ form });
  then(made);
  made.out();
  made.page.advance(5000);
  expect(made.told).toEqual([]);
});

test('who has just come, and a page that asks to be forgiven', () => {
  const { out, told, page, ignored } = setup();
  page.goTo('/next');
  page.fire('input');
  page.advance(4000);
  out();
  page.advance(5000);
  ignored.add(document.body);
  out();
  page.advance(5000);
  expect(told).toEqual([]);
});
