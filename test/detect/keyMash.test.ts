// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { keyMash } from '../../src/detect/keyMash';
import { watchWith } from './fakeWatch';

afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

function setup(html = '<p>Text</p>', on = 'body') {
  document.body.innerHTML = html;
  const scene = watchWith(keyMash());
  const target = document.querySelector(on)!;
  let taken = false;
  target.addEventListener('keydown', (event) => { if (taken) event.preventDefault(); });
  /** Presses the keys one after the other, at the given pace; letters by where they are. */
  function hit(keys: readonly string[], gapMs = 90, more: KeyboardEventInit = {}): void {
    for (const key of keys) {
      const event = new KeyboardEvent('keydown', { key, code: key.length === 1 && key !== ' ' ? `Key${key.toUpperCase()}` : key, bubbles: true, composed: true, cancelable: true, ...more });
      window.addEventListener('keydown', () => scene.page.fire('keydown', event), { capture: true, once: true });
      target.dispatchEvent(event);
      scene.page.advance(gapMs);
    }
  }
  return { ...scene, hit, target, take: () => { taken = true; } };
}

test('eight letters from one corner of the keyboard within a second', () => {
  const { hit, told } = setup();
  hit([...'asdfasdf']);
  expect(told).toMatchObject([{ name: 'key-mash', at: 0, strength: 0.5, evidence: { n: 8, spanMs: 630, input: 'key' } }]);
  hit([...'as']);
  expect(told).toMatchObject([{ evidence: { n: 10 } }]);
  expect(told[0]?.strength).toBeCloseTo(0.6);
});

test.each([
  ['a word typed where nothing takes it', [...'ordering'], 90],
  ['letters pressed one by one', [...'jjjjjjjjjj'], 160],
] as const)('%s is no mashing', (_what, keys, gapMs) => {
  const { hit, told } = setup();
  hit(keys, gapMs);
  expect(told).toEqual([]);
});

test.each([
  ['a field', '<input>', 'input'],
  ['an editor', '<div contenteditable="true"></div>', 'div'],
  ['a list that is searched by letters', '<ul role="listbox"></ul>', 'ul'],
  ['a game', '<canvas></canvas>', 'canvas'],
  ['the document of a game', '<canvas></canvas>', 'body'],
])('%s takes letters', (_what, html, on) => {
  const { hit, told } = setup(html, on);
  hit([...'asdfasdfasdf']);
  expect(told).toEqual([]);
});

test.each<[string, KeyboardEventInit]>([['held', { repeat: true }], ['with a modifier', { ctrlKey: true }], ['composed', { isComposing: true }]])('keys that are %s are not mashed', (_what, more) => {
  const { hit, told } = setup();
  hit([...'asdfasdfasdf'], 90, more);
  expect(told).toEqual([]);
});

test('Enter again and again in a field, and nothing happens', () => {
  const { hit, told } = setup('<input>', 'input');
  hit(Array.from({ length: 5 }, () => 'Enter'), 200);
  expect(told).toMatchObject([{ strength: 0.5, evidence: { n: 5 } }]);
});

test('four times, or slowly, is patience', () => {
  const { hit, told, page } = setup('<input>', 'input');
  hit(Array.from({ length: 4 }, () => 'Enter'), 200);
  page.advance(2000);
  hit(Array.from({ length: 8 }, () => 'Enter'), 500);
  expect(told).toEqual([]);
});

test('deleting on in an empty field, and spaces in a text, are writing', () => {
  const { hit, told } = setup('<textarea></textarea>', 'textarea');
  hit(Array.from({ length: 8 }, () => 'Backspace'), 120);
  hit(Array.from({ length: 8 }, () => ' '), 120);
  expect(told).toEqual([]);
});

test.each(['input', 'click', 'submit', 'focusin', 'scroll', 'toggle'] as const)('a key that brings about a %s has its effect', (type) => {
  const { hit, told, page } = setup('<textarea></textarea>', 'textarea');
  for (let times = 0; times < 8; times++) {
    hit(['Enter'], 60);
    page.fire(type);
  }
  expect(told).toEqual([]);
});

test('keys that the page answers are its own: Enter for the next thing found, j for the next in a list', async () => {
  const { hit, told, target, page } = setup('<input>', 'input');
  for (let times = 0; times < 12; times++) {
    hit(['Enter'], 0);
    target.setAttribute('aria-activedescendant', `found-${times}`);
    await Promise.resolve();
    page.advance(120);
  }
  expect(told).toEqual([]);
});

test('what changes by itself meanwhile is no answer, and once the keys rest nobody looks', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const { hit, told, target, page } = setup('<input>', 'input');
  for (let times = 0; times < 5; times++) {
    hit(['Enter'], 200);
    target.setAttribute('aria-description', `tick ${times}`);
    await Promise.resolve();
    page.advance(50);
  }
  expect(told).toHaveLength(1);
  page.advance(2000);
  expect(disconnect).toHaveBeenCalled();
  expect(page.timers()).toBe(0);
});

test('keys that the page takes for itself are its own', () => {
  const { hit, told, take } = setup();
  take();
  hit([...'jjjjjjjjjj'], 90);
  hit(Array.from({ length: 8 }, () => ' '), 120);
  expect(told).toEqual([]);
});

test('a switch that bounces is one press', () => {
  const { hit, told } = setup('<input>', 'input');
  hit(Array.from({ length: 10 }, () => 'Enter'), 15);
  expect(told).toEqual([]);
});

test('a place may be ignored', () => {
  const { hit, told, ignored, target } = setup();
  ignored.add(target);
  hit([...'asdfasdf']);
  expect(told).toEqual([]);
});
