// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { watchViews } from '../../src/watch/views';
import type { View } from '../../src/types';
import { createFakePage } from '../support/fakePage';
import { createFakeRecords } from '../support/fakeRecords';

let tab = createFakeRecords();
let wall = 0;

beforeEach(() => {
  tab = createFakeRecords();
  wall = 1_000_000;
});

/** A page load in the same tab. */
function load(url: string, type = 'navigate') {
  const navigation = new EventTarget();
  const location = new URL(url, 'https://shop.test');
  const page = createFakePage({ path: location.pathname, window: { location, navigation, document: {}, performance: { timeOrigin: wall, getEntriesByType: () => [{ type }] } } as never });
  const told: (readonly View[])[] = [];
  watchViews(page, tab)((views) => told.push(views));
  page.advance(100);
  return {
    page, told, last: () => told.at(-1)?.at(-1),
    click: (on: object[] = []) => page.fire('click', { composedPath: () => on } as never),
    route(path: string, navigationType = 'push') {
      page.fire('navigate', { navigationType, currentTarget: navigation } as never);
      location.pathname = path;
      page.goTo(path);
    },
    leave(afterMs: number) {
      page.advance(afterMs);
      page.leave();
      wall += page.now();
      page.finish();
    },
  };
}

test('a press that leads to another page', () => {
  const list = load('/list');
  list.click();
  list.leave(100);
  const item = load('/item');
  expect(item.told.at(-1)).toMatchObject([{ presses: 1, pressed: false }, { presses: 0, pressed: true, back: false, reload: false, at: 1_000_200 }]);
});

test('a tab that has an address leads nowhere', () => {
  const { route, click, page, last } = load('/item');
  page.advance(5000);
  click();
  click([{ closest: (selector: string) => selector.includes('[role=tab]') }]);
  route('/item/reviews');
  expect(last()).toMatchObject({ pressed: false });
});

test('a page that nobody asked for was no press', () => {
  const list = load('/list');
  list.click();
  list.leave(11_000);
  expect(load('/item').last()).toMatchObject({ pressed: false });
});

test.each([['back_forward', { back: true, reload: false }], ['reload', { back: false, reload: true }]])('a page that came by %s', (type, expected) => {
  const list = load('/list');
  list.click();
  list.leave(100);
  load('/item').leave(100);
  expect(load('/list', type).last()).toMatchObject({ ...expected, pressed: false });
});

test('the same path is the same view, and its query is part of it', () => {
  const { told, route, click, page } = load('/list?page=2');
  page.advance(5000);
  click();
  route('/item');
  page.advance(5000);
  route('/list', 'traverse');
  expect(told.at(-1)?.map(({ of }) => of === told.at(-1)?.[0]?.of)).toEqual([true, false, true]);
  expect(told.at(-1)).toMatchObject([{}, { pressed: true, back: false }, { pressed: false, back: true }]);
});

test('a redirect is no view', () => {
  const { told, route, click, page } = load('/list');
  page.advance(5000);
  click();
  route('/go');
  page.advance(50);
  route('/item');
  expect(told.at(-1)).toHaveLength(2);
  expect(told.at(-1)?.[1]).toMatchObject({ pressed: true, at: 1_005_100 });
});

test('a page seen before furrow could begin is still a page', () => {
  const list = load('/list');
  list.click();
  list.leave(0);
  wall += 3000;
  expect(load('/list', 'back_forward').told.at(-1)).toMatchObject([{}, { of: 0, pressed: true, at: 1_000_100 }, { back: true }]);
});

test('coming back to a page that the browser had kept', () => {
  const { page, told, click } = load('/list');
  click();
  page.leave();
  page.advance(2000);
  page.fire('pageshow', { persisted: true } as never);
  expect(told.at(-1)?.map(({ back }) => back)).toEqual([false, false, true]);
});

test('what was done in a view is counted there', () => {
  const { told, page, route, click } = load('/list');
  click();
  page.fire('wheel');
  page.advance(5000);
  route('/item');
  expect(told.at(-1)).toMatchObject([{ presses: 1, scrolled: true }, { presses: 0, scrolled: false }]);
});

test('a tab full of somebody else\'s words begins anew', () => {
  for (const found of ['x', { views: 3 }, { views: ['a'] }, [1]]) {
    tab.write('views', found);
    expect(load('/list').told.at(-1)).toHaveLength(1);
  }
});

test('a long way through the tab keeps eight views', () => {
  const { told, page, route } = load('/0');
  for (let i = 1; i < 50; i++) {
    page.advance(2000);
    route(`/${i}`);
  }
  expect(told.at(-1)).toHaveLength(8);
});
