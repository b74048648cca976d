import { expect, test } from 'vitest';
import { refusalOf } from '../../src/consent/refusal';

function windowWith(navigator: object, top?: () => unknown): Window {
  const window = { navigator, document: {} } as { navigator: object; document: object; top?: unknown };
  Object.defineProperty(window, 'top', { get: top ?? (() => window) });
  return window as unknown as Window;
}

test.each([
  [{ globalPrivacyControl: true }, 'gpc'],
  [{ globalPrivacyControl: '1' }, 'gpc'],
  [{ globalPrivacyControl: false }, undefined],
  [{ doNotTrack: '1' }, 'dnt'],
  [{ doNotTrack: '0' }, undefined],
  [{ doNotTrack: null }, undefined],
  [{ webdriver: true }, 'webdriver'],
  [{}, undefined],
])('a browser that says %j', (navigator, refusal) => {
  expect(refusalOf(windowWith(navigator), undefined)).toBe(refusal);
});

test('an automated test may allow itself, but not overrule the visitor', () => {
  expect(refusalOf(windowWith({ webdriver: true }), 'allow')).toBeUndefined();
  expect(refusalOf(windowWith({ webdriver: true, globalPrivacyControl: true }), 'allow')).toBe('gpc');
});

test('a frame of another origin is left alone', () => {
  const foreign = windowWith({}, () => ({ get document() { throw new DOMException('blocked', 'SecurityError'); } }));
  expect(refusalOf(foreign, undefined)).toBe('frame');
});
