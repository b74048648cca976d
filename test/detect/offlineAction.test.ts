// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { offlineAction } from '../../src/detect/offlineAction';
import { watchWith } from './fakeWatch';

afterEach(() => { Reflect.deleteProperty(navigator, 'onLine'); });

const setup = (onLine = false) => {
  Object.defineProperty(navigator, 'onLine', { value: onLine, configurable: true });
  return watchWith(offlineAction());
};

test('a press that comes to nothing offline, and is told once for all', () => {
  const { press, settle, told, claimed } = setup();
  const made = press();
  settle(made, { alive: true });
  expect(told).toMatchObject([{ name: 'offline-action', at: 0, strength: 0.7, target: made.target, evidence: { input: 'mouse' } }]);
  expect(claimed.has(made)).toBe(true);
});

test('what works offline works', () => {
  const { press, settle, told } = setup();
  settle(press(), { alive: true, productive: true });
  settle(press(), { unknown: true });
  expect(told).toEqual([]);
});

test('online it is for others to say', () => {
  const { press, settle, told, claimed } = setup(true);
  settle(press());
  expect([told, [...claimed]]).toEqual([[], []]);
});

test.each([['text', { control: 'text' as const }], ['a field', { control: 'editable' as const }], ['a key that was held', { excused: true }]])('%s asks for nothing', (_why, change) => {
  const { press, settle, told } = setup();
  settle(press(change));
  expect(told).toEqual([]);
});

test('answered after all, it was a hiccup', () => {
  const { press, settle, answerLate, told } = setup();
  const made = press();
  settle(made);
  answerLate(made);
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('a control that asks to be forgiven', () => {
  const { press, settle, told, ignored } = setup();
  const target = document.createElement('button');
  ignored.add(target);
  settle(press({ target }));
  expect(told).toEqual([]);
});
