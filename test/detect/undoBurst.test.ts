// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { undoBurst } from '../../src/detect/undoBurst';
import { watchWith } from './fakeWatch';

beforeEach(() => { document.body.innerHTML = '<main><button>Undo</button><input></main>'; });

const setup = () => {
  const made = watchWith(undoBurst());
  const target = document.querySelector('main')!;
  const undo = (change: object = {}, at: Element = target) => made.page.fire('keydown', { key: 'z', ctrlKey: true, composedPath: () => [at], ...change } as never);
  return { ...made, undo };
};

test('taking back three steps within five seconds', () => {
  const { undo, told, page } = setup();
  for (let times = 0; times < 3; times++) {
    page.advance(1000);
    undo();
  }
  expect(told).toMatchObject([{ name: 'undo-burst', at: 1000, strength: 0.5, evidence: { n: 3, spanMs: 2000, input: 'key' } }]);
});

test('each step more is surer, and the same trouble', () => {
  const { undo, told } = setup();
  for (let times = 0; times < 5; times++) undo();
  expect(told).toMatchObject([{ strength: 0.7, evidence: { n: 5 } }]);
});

test('one step now and then', () => {
  const { undo, told, page } = setup();
  for (let times = 0; times < 6; times++) {
    undo();
    page.advance(2600);
  }
  expect(told).toEqual([]);
});

test.each([
  ['a held key', { repeat: true }], ['doing it again', { shiftKey: true }], ['another key', { key: 'a' }], ['typing', { ctrlKey: false }],
])('%s is no taking back', (_why, change) => {
  const { undo, told } = setup();
  for (let times = 0; times < 6; times++) undo(change);
  expect(told).toEqual([]);
});

test('in a field, taking back is part of writing', () => {
  const { undo, told } = setup();
  for (let times = 0; times < 6; times++) undo({}, document.querySelector('input')!);
  expect(told).toEqual([]);
});

test('where one draws, taking back is part of drawing', () => {
  document.body.innerHTML += '<canvas></canvas>';
  const { undo, told } = setup();
  for (let times = 0; times < 6; times++) undo();
  expect(told).toEqual([]);
});

test('a button counts where the host or its key says what it is', () => {
  const { press, told, names } = setup();
  const target = document.querySelector('button')!;
  for (let times = 0; times < 3; times++) press({ target });
  expect(told).toEqual([]);
  names.set(target, ['undo']);
  for (let times = 0; times < 3; times++) press({ target });
  expect(told).toMatchObject([{ target, evidence: { input: 'mouse' } }]);
});

test('a button that tells its key', () => {
  const { press, told, ignored } = setup();
  const target = document.querySelector('button')!;
  target.setAttribute('aria-keyshortcuts', 'Control+Z');
  ignored.add(target);
  for (let times = 0; times < 3; times++) press({ target });
  expect(told).toEqual([]);
  ignored.clear();
  press({ target });
  expect(told).toHaveLength(1);
});
