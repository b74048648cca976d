import { expect, test } from 'vitest';
import { deadClick } from '../../src/detect/deadClick';
import { rageClick } from '../../src/detect/rageClick';
import { element, watchWith } from './fakeWatch';

test('a press that nothing answers', () => {
  const { press, settle, told } = watchWith(deadClick());
  const made = press();
  settle(made);
  expect(told).toMatchObject([{ name: 'dead-click', at: 0, strength: 0.75, target: made.target, evidence: { count: 1, looks: 'native', input: 'mouse' } }]);
});

test.each([['something happened', { alive: true }], ['nobody can know', { unknown: true }]])('silence when %s', (_why, response) => {
  const { press, settle, told } = watchWith(deadClick());
  settle(press(), response);
  expect(told).toEqual([]);
});

test.each(['text', 'decor', 'editable', 'opaque'] as const)('%s promises nothing, so that nothing is missing', (control) => {
  const { press, settle, told } = watchWith(deadClick());
  settle(press({ control }));
  expect(told).toEqual([]);
});

test('a press that may rightly do nothing is excused', () => {
  const { press, settle, told } = watchWith(deadClick());
  settle(press({ excused: true }));
  expect(told).toEqual([]);
});

test('a box that only shows a hand is a weaker promise than a button', () => {
  const { press, settle, told } = watchWith(deadClick());
  settle(press({ looks: 'cursor' }));
  expect(told).toMatchObject([{ strength: 0.55 }]);
});

test('trying again within seven seconds is the same trouble, counted', () => {
  const { press, settle, told, page } = watchWith(deadClick());
  const target = element();
  settle(press({ target }));
  page.advance(3000);
  settle(press({ target }));
  expect(told).toMatchObject([{ strength: 0.85, evidence: { count: 2 } }]);
  page.advance(8000);
  settle(press({ target }));
  expect(told).toHaveLength(2);
});

test('a stepper pressed on past its last value is no trouble; coming back to it later is', () => {
  const { press, settle, told, page } = watchWith(deadClick());
  const target = element();
  const made = [press({ target })];
  for (let times = 0; times < 4; times++) {
    page.advance(150);
    made.push(press({ target }));
  }
  made.forEach((each, index) => settle(each, index < 2 ? { alive: true, productive: true } : {}));
  expect(told).toEqual([]);
  page.advance(3000);
  settle(press({ target }));
  expect(told).toMatchObject([{ name: 'dead-click', evidence: { count: 1 } }]);
});

test('answered after all, it was a hiccup', () => {
  const { press, settle, answerLate, told } = watchWith(deadClick());
  const made = press();
  settle(made);
  answerLate(made);
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('hammering is told once, as the higher signal', () => {
  const both = { name: 'dead-click', start: (watch, emit) => { rageClick().start(watch, emit); deadClick().start(watch, emit); } } as ReturnType<typeof deadClick>;
  const { press, settle, told, page } = watchWith(both);
  const target = element();
  const presses = [0, 1, 2, 3].map(() => {
    page.advance(150);
    return press({ target });
  });
  page.advance(400);
  presses.forEach((made) => settle(made));
  expect(told.map(({ name }) => name)).toEqual(['rage-click']);
});
