import { expect, test } from 'vitest';
import { taskOverrun } from '../../src/detect/taskOverrun';
import type { Step } from '../../src/types';
import { watchWith } from './fakeWatch';

function setup(typicalMs = 120_000) {
  const steps = ['cart', 'pay'].map((id) => ({ id, page: `/${id}`, typicalMs: typicalMs || undefined }));
  const scene = watchWith(taskOverrun(), { workflows: [{ id: 'order', steps, done: '/done' }] });
  return {
    ...scene,
    at: (step: 'cart' | 'pay', state: Step['state'] = 'in') => scene.step({ step, index: step === 'cart' ? 0 : 1, state }),
    /** Is at it, and presses something. */
    work(ms: number, kind: 'mouse' | 'key' = 'mouse') {
      scene.active(ms);
      scene.press({ kind });
    },
  };
}

test('ten minutes where two are usual', () => {
  const { at, work, told } = setup();
  at('pay');
  work(359_999);
  expect(told).toEqual([]);
  work(1);
  expect(told).toMatchObject([{ name: 'task-overrun', strength: 0.6, evidence: { workflow: 'order', step: 'pay', index: 1, ms: 360_000, limitMs: 360_000 } }]);
  work(240_000);
  expect(told).toMatchObject([{ strength: 0.8, amended: 1, evidence: { ms: 600_000 } }]);
  work(900_000);
  expect(told).toMatchObject([{ strength: 0.9 }]);
});

test('a short step is given a minute more', () => {
  const { at, work, told } = setup(5000);
  at('pay');
  work(64_999);
  expect(told).toEqual([]);
  work(1);
  expect(told).toMatchObject([{ strength: 0.9, evidence: { limitMs: 65_000 } }]);
});

test('by the keyboard alone it takes twice as long', () => {
  const { at, work, told } = setup();
  at('pay');
  work(719_999, 'key');
  expect(told).toEqual([]);
  work(1, 'key');
  expect(told).toMatchObject([{ evidence: { limitMs: 720_000 } }]);
});

test('where the rules say nothing, what it took this visitor five times is usual', () => {
  const { at, work, told } = setup(0);
  for (let i = 0; i < 5; i++) {
    at('cart');
    work(100_000);
    at('pay');
    work(1000);
    at('pay', 'done');
  }
  expect(told).toEqual([]);
  at('cart');
  work(300_000);
  expect(told).toMatchObject([{ evidence: { step: 'cart', limitMs: 300_000 } }]);
});

test('nothing is known of a step, so nothing is said', () => {
  const { at, work, told } = setup(0);
  at('pay');
  work(9e6);
  expect(told).toEqual([]);
});

test('time away, at rest, out of the workflow and at the step before does not count', () => {
  const { at, work, page, told } = setup();
  at('cart');
  work(300_000);
  at('pay');
  page.advance(900_000);
  work(100_000);
  at('pay', 'out');
  work(900_000);
  at('pay', 'out');
  work(900_000);
  at('pay');
  work(259_999);
  expect(told).toEqual([]);
  work(1);
  expect(told).toHaveLength(1);
});

test('a page load goes on, and tells nothing twice', () => {
  const first = setup();
  first.at('pay');
  first.work(300_000);
  first.page.leave();
  const kept = first.tab.read('task order/pay');
  const second = setup();
  second.tab.write('task order/pay', kept);
  second.at('pay');
  second.work(60_000);
  expect(second.told).toHaveLength(1);
  second.page.leave();
  const third = setup();
  third.tab.write('task order/pay', second.tab.read('task order/pay'));
  third.at('pay');
  third.work(1000);
  expect(third.told).toEqual([]);
});

test('a step that is done begins anew', () => {
  const { at, work, told } = setup();
  at('pay');
  work(300_000);
  at('pay', 'done');
  at('pay');
  work(300_000);
  expect(told).toEqual([]);
});
