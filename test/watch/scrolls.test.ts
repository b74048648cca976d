// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { watchScrolls } from '../../src/watch/scrolls';
import type { Scroll } from '../../src/types';
import { createFakePage } from '../support/fakePage';

let box: HTMLElement;

beforeEach(() => {
  box = document.createElement('div');
  Object.defineProperties(box, { scrollHeight: { value: 6000, configurable: true }, clientHeight: { value: 1000 } });
  Object.defineProperty(window, 'innerHeight', { value: 800, configurable: true });
});

function setup() {
  const page = createFakePage();
  const told: Scroll[] = [];
  watchScrolls(page)((scroll) => told.push(scroll));
  const to = (y: number, by: 'wheel' | 'itself' = 'wheel') => {
    page.advance(400);
    if (by === 'wheel') page.fire(by);
    box.scrollTop = y;
    page.fire('scroll', { target: box } as never);
    page.paint();
    return told.at(-1);
  };
  return { page, told, to };
}

test('how far a visitor has come since they turned round', () => {
  const { to } = setup();
  to(0);
  expect(to(900)).toMatchObject({ target: box, byHand: true, turned: false, legPx: 900, rangePx: 5000, screenPx: 800 });
  expect(to(300)).toMatchObject({ turned: true, legPx: 600 });
  expect(to(100)).toMatchObject({ turned: false, legPx: 800 });
});

test('a twitch is no turn', () => {
  const { to } = setup();
  to(0);
  to(900);
  expect(to(750)).toMatchObject({ turned: false, legPx: 900 });
  expect(to(1200)).toMatchObject({ turned: false, legPx: 1200 });
});

test('what scrolls by itself is nobody\'s leg', () => {
  const { to } = setup();
  to(0);
  to(900);
  expect(to(0, 'itself')).toMatchObject({ turned: true, byHand: false });
});

test('the swing after a finger has gone belongs to the finger', () => {
  const { to } = setup();
  to(0);
  to(500);
  expect(to(2000, 'itself')).toMatchObject({ byHand: true, legPx: 2000 });
});

test('older messages put in above move the page, and the visitor stays', () => {
  const { to } = setup();
  to(3000);
  expect(to(500)).toMatchObject({ legPx: 2500 });
  Object.defineProperty(box, 'scrollHeight', { value: 9000 });
  expect(to(3400)).toMatchObject({ turned: false });
  expect(to(2400)).toMatchObject({ turned: false, legPx: 3500 });
});

test('at the end of a list the same wheel goes on with the page', () => {
  const { page, told, to } = setup();
  const list = document.createElement('ul');
  const list600 = (y: number) => { page.advance(400); page.fire('wheel'); list.scrollTop = y; page.fire('scroll', { target: list } as never); page.paint(); };
  to(0);
  to(500);
  list600(0);
  list600(400);
  expect(told.at(-1)).toMatchObject({ target: list, legPx: 900, turned: false });
});

test('where nothing listens nothing is looked up, and a burst of events is looked up once', () => {
  const { page, told, to } = setup();
  to(0);
  for (let times = 0; times < 20; times++) page.fire('scroll', { target: box } as never);
  page.paint();
  expect(told).toHaveLength(1);
});

test('a page scrolls by its root, and a document without one is left alone', () => {
  const { page, told } = setup();
  page.advance(100);
  page.fire('scroll', { target: { scrollingElement: box } } as never);
  page.advance(100);
  page.fire('scroll', { target: { scrollingElement: null } } as never);
  page.advance(100);
  expect(told.map(({ target }) => target)).toEqual([box]);
});
