// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fitsHost, fitsPath } from '../src/browser/path';
import { createPlaces } from '../src/browser/places';
import { createFakePage } from './support/fakePage';

function setup(html: string, path = '/checkout/pay') {
  document.body.innerHTML = html;
  const page = createFakePage({ path });
  const places = createPlaces(page, {
    pages: [
      { name: 'checkout', path: ['/checkout/*'], notPath: ['/checkout/done'], host: [] },
      { name: '/shop', path: ['/shop'], notPath: [], host: [] },
      { name: 'elsewhere', path: ['/*'], notPath: [], host: ['*.example.com'] },
    ],
    elements: [
      { name: 'card', find: ['#gone', '.card'], near: '.summary', private: false },
      { name: 'inner', find: ['x-pay >>> button'], near: undefined, private: false },
      { name: 'broken', find: [':::'], near: ':::', private: false },
    ],
    workflows: [{ id: 'order', steps: [{ id: 'pay', page: 'checkout', typicalMs: undefined }, { id: 'end', page: '/checkout/end', typicalMs: undefined }], done: undefined }],
  });
  return { page, places, find: (selector: string) => document.querySelector(selector)! };
}

test.each([
  ['/checkout/*', '/checkout/pay', true], ['/checkout/*', '/checkout', true], ['/checkout/*', '/checkout/a/b', true], ['/checkout/*', '/checkouts', false],
  ['/checkout/:step', '/checkout/pay', true], ['/checkout/:step', '/checkout', false], ['/checkout/:step', '/checkout/a/b', false], ['/a/*/c', '/a/b/c', true], ['/a/*/c', '/a/c', false],
  ['/', '/', true], ['/', '/a', false], ['/*', '/', true], ['/a/', '/a', true], ['/(a+)+$', '/aaaaaaaaaaaaaaaaaaaaaaaa!', false],
])('%s and %s: %s', (pattern, path, fits) => {
  expect(fitsPath(pattern, path)).toBe(fits);
});

test.each([
  ['example.com', 'example.com', true], ['example.com', 'www.example.com', false], ['*.example.com', 'www.example.com', true], ['*.example.com', 'a.b.example.com', true],
  ['*.example.com', 'example.com', false], ['*.example.com', 'notexample.com', false],
])('%s and the host %s: %s', (pattern, host, fits) => {
  expect(fitsHost(pattern, host)).toBe(fits);
});

test('help stands near what the rules name, and where they name nothing, nowhere else', () => {
  const { places, find } = setup('<p class="summary"></p><p class="card"></p>');
  expect(places.near('card')).toBe(find('.summary'));
  expect([places.near('inner'), places.near('nobody')]).toEqual([undefined, undefined]);
});

test('a place is tags and sibling numbers from the nearest landmark, and nothing that could name somebody', () => {
  const { places, find } = setup('<main id="m"><form class="secret"><button>One</button><button id="sam">Sam’s</button></form></main>');
  expect(places.place(find('#sam'))).toBe('form>button[2]');
});

test('the host’s own name wins, when it is a name and not a text', () => {
  const { places, find } = setup('<main data-furrow="Sam Lee’s page"><form data-furrow="pay"><button></button></form></main>');
  expect(places.place(find('button'))).toBe('pay');
  expect(places.names(find('button'))).toEqual(['pay']);
});

test('elements of the rules are known from within, in open shadow roots too', () => {
  const { places, find } = setup('<div class="card"><i></i></div><x-pay></x-pay>');
  const root = find('x-pay').attachShadow({ mode: 'open' });
  root.innerHTML = '<button><b></b></button>';
  expect(places.names(find('i'))).toEqual(['card']);
  expect(places.names(root.querySelector('b')!)).toEqual(['inner']);
  expect(places.find('inner')).toBe(root.querySelector('button'));
  expect(places.find('card')).toBe(find('.card'));
});

test('a link that is gone from the page is in no shadow root, though it has a host', () => {
  const { places } = setup('');
  const link = Object.assign(document.createElement('a'), { href: 'https://shop.test/help' });
  expect([places.place(link), places.names(link)]).toEqual(['a', []]);
});

test('a selector that is none is reported and finds nothing', () => {
  const { places, page } = setup('<i></i>');
  expect(places.find('broken')).toBeUndefined();
  expect(page.errors).toHaveLength(1);
});

test('pages, routes and steps are those of the rules that fit', () => {
  const { places, page } = setup('');
  expect([places.route(), places.pages(), places.steps()]).toEqual(['/checkout/*', ['/checkout/*', 'checkout'], ['order/pay']]);
  page.goTo('/checkout/done');
  expect([places.route(), places.pages(), places.steps()]).toEqual(['other', [], []]);
  page.goTo('/shop');
  expect(places.pages()).toEqual(['/shop']);
});
