// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { brokenResource } from '../../src/detect/brokenResource';
import { watchWith } from './fakeWatch';

beforeEach(() => {
  document.body.innerHTML = '';
  Object.defineProperty(window, 'innerHeight', { value: 800, configurable: true });
  Object.defineProperty(window, 'innerWidth', { value: 1200, configurable: true });
});

afterEach(() => { vi.restoreAllMocks(); });

const setup = ({ responseStatus = 404 } = {}) => {
  vi.spyOn(performance, 'getEntriesByName').mockReturnValue([{ responseStatus }] as never);
  const made = watchWith(brokenResource());
  made.page.paint();
  /** Puts something on the page that does not come. */
  const broken = (tag: string, { width = 200, height = 100, top = 300, src = '/x', into = document.body, rel = 'stylesheet' } = {}) => {
    const element = document.createElement(tag);
    Object.assign(element, { getBoundingClientRect: () => ({ width, height, top, bottom: top + height, left: 10, right: 10 + width }) });
    Object.defineProperty(element, tag === 'link' ? 'href' : 'src', { value: new URL(src, location.href).href });
    if (tag === 'video') Object.defineProperty(element, 'error', { value: {} });
    if (tag === 'link') element.setAttribute('rel', rel);
    if (tag === 'img') Object.defineProperty(element, 'naturalWidth', { value: 0, writable: true });
    into.append(element);
    made.page.fire('error', { composedPath: () => [element] } as never);
    return element;
  };
  return { ...made, broken };
};

test('a picture in view that did not come', () => {
  const { broken, told, page } = setup();
  page.advance(1000);
  const target = broken('img');
  page.advance(1999);
  expect(told).toEqual([]);
  page.advance(1);
  expect(told).toMatchObject([{ name: 'broken-resource', at: 1000, strength: 0.7, target, evidence: { kind: 'image', count: 1 } }]);
});

test('in the main part it is surer, and several are one trouble', () => {
  const { broken, told, page } = setup();
  const main = document.body.appendChild(document.createElement('main'));
  for (let times = 0; times < 3; times++) broken('img', { into: main });
  page.advance(2000);
  expect(told).toMatchObject([{ strength: expect.closeTo(0.8) as unknown, evidence: { count: 3 } }]);
});

test('a film', () => {
  const { broken, told, page } = setup();
  broken('video');
  page.advance(2000);
  expect(told).toMatchObject([{ evidence: { kind: 'media' } }]);
});

test('the page\'s own script, and its own style', () => {
  const { broken, told, page } = setup();
  broken('script');
  page.advance(2000);
  broken('link');
  page.advance(2000);
  expect(told).toMatchObject([{ strength: 0.7, evidence: { kind: 'script' } }, { strength: 0.7, evidence: { kind: 'script' } }]);
});

test.each([
  ['a pixel that counts', 'img', { width: 1, height: 1 }],
  ['a picture further down', 'img', { top: 900 }],
  ['a picture scrolled past', 'img', { top: -500 }],
  ['a script of others', 'script', { src: 'https://ads.test/x.js' }],
  ['a caption', 'track', {}],
  ['what was fetched ahead', 'link', { rel: 'prefetch' }],
])('%s is not missed', (_why, tag, change) => {
  const { broken, told, page } = setup();
  broken(tag, change);
  page.advance(5000);
  expect(told).toEqual([]);
});

test('a film of which another format plays is not missed; of which none does, once', () => {
  const { told, page } = setup();
  const film = document.body.appendChild(document.createElement('video'));
  film.innerHTML = '<source><source>';
  const stands = (networkState: number): unknown => Object.defineProperty(film, 'networkState', { value: networkState, configurable: true });
  stands(1);
  Object.assign(film, { getBoundingClientRect: () => ({ width: 300, height: 200, top: 0, bottom: 200, left: 0, right: 300 }) });
  const fails = (): void => { for (const source of film.children) page.fire('error', { composedPath: () => [source] } as never); };
  fails();
  page.advance(2000);
  expect(told).toEqual([]);
  stands(film.NETWORK_NO_SOURCE);
  fails();
  page.advance(2000);
  expect(told).toMatchObject([{ target: film, evidence: { kind: 'media', count: 1 } }]);
});

test('a script that the visitor\'s own blocker stopped is not missed', () => {
  const { broken, told, page } = setup({ responseStatus: 0 });
  broken('script');
  page.advance(2000);
  expect(told).toEqual([]);
});

test('what is replaced or taken away in time is not missed', () => {
  const { broken, told, page } = setup();
  Object.assign(broken('img'), { naturalWidth: 300 });
  broken('img').remove();
  page.advance(5000);
  expect(told).toEqual([]);
});

test('a picture that failed before furrow began', () => {
  const image = document.body.appendChild(document.createElement('img'));
  for (const [key, value] of Object.entries({ complete: true, naturalWidth: 0, currentSrc: 'https://shop.test/x.png' })) Object.defineProperty(image, key, { value });
  Object.assign(image, { getBoundingClientRect: () => ({ width: 100, height: 100, top: 0, bottom: 100, left: 0, right: 100 }) });
  const { told, page } = setup();
  page.advance(2000);
  expect(told).toMatchObject([{ target: image }]);
});

test('a script error is no resource', () => {
  const { page, told } = setup();
  page.fire('error', { composedPath: () => [window], message: 'x' } as never);
  page.advance(5000);
  expect([told, page.errors, page.timers()]).toEqual([[], [], 0]);
});

test('a page on which nothing comes is looked at once', () => {
  const { broken, told, page } = setup();
  for (let times = 0; times < 500; times++) broken('img');
  expect(page.timers()).toBe(1);
  page.advance(2000);
  expect(told).toMatchObject([{ evidence: { count: 32 } }]);
});

test('a picture that asks to be forgiven', () => {
  const { broken, told, page, ignored } = setup();
  ignored.add(broken('img'));
  ignored.add(broken('script'));
  page.advance(5000);
  expect(told).toEqual([]);
});
