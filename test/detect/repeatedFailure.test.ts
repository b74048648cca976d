// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { repeatedFailure } from '../../src/detect/repeatedFailure';
import { formScene } from './formScene';

function setup(html = '<form id="a"><input></form><form id="b"><input></form><a href="/x">x</a>') {
  const scene = formScene(repeatedFailure(), html);
  const a = scene.find<Element>('#a');
  return {
    ...scene, a,
    failAt(form: Element, afterMs = 5000, kind: 'submit' | 'login' = 'submit') {
      scene.page.advance(afterMs);
      scene.attempt(form, 'begun', { kind });
      scene.attempt(form, 'failed', { kind });
    },
    search(form: Element, afterMs = 5000) {
      scene.page.advance(afterMs);
      vi.setSystemTime(scene.page.now() + 1e12);
      scene.attempt(form, 'begun', { kind: 'search' });
    },
  };
}

test('refused twice, and then a third time', () => {
  const { a, failAt, told } = setup();
  failAt(a);
  expect(told).toEqual([]);
  failAt(a);
  expect(told).toMatchObject([{ name: 'repeated-failure', at: 5000, strength: 0.6, target: a, evidence: { n: 2, kind: 'submit', spanMs: 5000 } }]);
  failAt(a);
  expect(told).toMatchObject([{ strength: 0.8, evidence: { n: 3, spanMs: 10_000 } }]);
  failAt(a);
  expect(told).toMatchObject([{ strength: 0.8, amended: 2 }]);
});

test('one attempt that fails in several ways is one', () => {
  const { a, attempt, told } = setup();
  attempt(a, 'failed');
  attempt(a, 'failed');
  expect(told).toEqual([]);
});

test('getting through at last makes it a hiccup, and what comes after begins anew', () => {
  const { a, failAt, attempt, page, told } = setup();
  failAt(a);
  failAt(a);
  page.advance(5000);
  attempt(a, 'begun');
  attempt(a, 'done');
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
  failAt(a);
  expect(told).toHaveLength(1);
});

test('a server that is slow to refuse did not let it through', () => {
  const { a, page, attempt, told } = setup();
  for (let i = 0; i < 3; i++) {
    page.advance(6000);
    attempt(a, 'begun');
    attempt(a, 'done');
    attempt(a, 'failed');
  }
  expect(told.at(-1)).toMatchObject({ strength: 0.8, evidence: { n: 3 } });
});

test('failures far apart, or at two forms, are single ones', () => {
  const { a, find, failAt, told } = setup();
  failAt(a);
  failAt(a, 120_001);
  failAt(find<Element>('#b'));
  expect(told).toEqual([]);
});

test('a form that is rendered anew after each refusal', () => {
  const { a, failAt, told } = setup();
  failAt(a, 5000, 'login');
  a.remove();
  document.body.insertAdjacentHTML('beforeend', '<form id="c"></form>');
  failAt(document.querySelector('#c')!, 5000, 'login');
  expect(told).toMatchObject([{ evidence: { n: 2, kind: 'login' } }]);
});

test('where the host forgives', () => {
  const { a, failAt, ignored, told } = setup();
  ignored.add(a);
  failAt(a);
  failAt(a);
  expect(told).toEqual([]);
});

test('three searches of which nothing was opened', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { a, search, told } = setup();
  search(a);
  search(a);
  expect(told).toEqual([]);
  search(a);
  expect(told).toMatchObject([{ strength: 0.6, evidence: { n: 3, kind: 'search', spanMs: 10_000 } }]);
  vi.useRealTimers();
});

test('a search that is pressed twice, a slow one, and one of which something was opened', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { a, search, press, find, told } = setup();
  search(a);
  search(a, 500);
  search(a);
  press({ target: find<Element>('a') });
  search(a);
  search(a);
  search(a, 90_001);
  expect(told).toEqual([]);
  vi.useRealTimers();
});

test('what was found is opened, in a page that is one form', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { search, press, find, told } = setup('<form id="a"><a href="/found"></a></form>');
  for (let i = 0; i < 5; i++) {
    search(find<Element>('#a'));
    press({ target: find<Element>('a') });
  }
  expect(told).toEqual([]);
  vi.useRealTimers();
});

test('where nothing was found, the second search is enough', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { a, search, told } = setup('<form id="a"></form><p data-furrow-empty hidden></p>');
  search(a);
  search(a);
  expect(told).toEqual([]);
  document.querySelector('p')!.hidden = false;
  search(a, 80_000);
  expect(told).toMatchObject([{ evidence: { kind: 'search' } }]);
  vi.useRealTimers();
});

test('searches go on over page loads, as times in the tab', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { a, search, tab } = setup();
  search(a);
  search(a);
  expect(tab.read('repeated-failure')).toHaveLength(2);
  vi.useRealTimers();
});
