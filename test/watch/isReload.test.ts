// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isReload } from '../../src/watch/isReload';

const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);

test.each<[string, KeyboardEventInit]>([
  ['F5', { key: 'F5' }],
  ['Ctrl+R', { key: 'r', code: 'KeyR', ctrlKey: true }],
  ['⌘R', { key: 'r', code: 'KeyR', metaKey: true }],
  ['Ctrl+Shift+R, past the cache', { key: 'R', code: 'KeyR', ctrlKey: true, shiftKey: true }],
  ['Ctrl+К on a Russian keyboard', { key: 'к', code: 'KeyR', ctrlKey: true }],
  ['Ctrl+R where other letters stand elsewhere', { key: 'r', code: 'KeyO', ctrlKey: true }],
])('%s reloads', (_name, init) => {
  expect(isReload(key(init))).toBe(true);
});

test.each<[string, KeyboardEventInit]>([
  ['writing an r', { key: 'r', code: 'KeyR' }],
  ['another letter in the place of the R', { key: 'p', code: 'KeyR', ctrlKey: true }],
  ['a letter that takes AltGr', { key: '®', code: 'KeyR', ctrlKey: true, altKey: true }],
])('%s does not', (_name, init) => {
  expect(isReload(key(init))).toBe(false);
});
