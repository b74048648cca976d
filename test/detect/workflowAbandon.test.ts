import { expect, test } from 'vitest';
import { workflowAbandon } from '../../src/detect/workflowAbandon';
import type { Workflow } from '../../src/types';
import { watchWith } from './fakeWatch';

const order: Workflow = { id: 'order', steps: [{ id: 'cart', page: '/cart', typicalMs: undefined }, { id: 'pay', page: '/pay', typicalMs: undefined }], done: undefined };
const setup = () => watchWith(workflowAbandon(), { workflows: [order] });

test('leaving for good is told at once, and the further one came the surer', () => {
  const { step, told } = setup();
  step();
  step({ state: 'left' });
  expect(told).toMatchObject([{ name: 'workflow-abandon', strength: 0.8, evidence: { workflow: 'order', step: 'pay', index: 1, ms: 5000 } }]);
});

test('looking something up in another page is forgiven for half a minute', () => {
  const { step, told, page } = setup();
  step();
  step({ state: 'out' });
  page.advance(29_000);
  step();
  page.advance(60_000);
  expect(told).toEqual([]);
});

test('half a minute in another page is leaving; coming back takes it back', () => {
  const { step, told, page } = setup();
  step();
  step({ state: 'out' });
  page.advance(31_000);
  expect(told).toMatchObject([{ strength: 0.8 }]);
  step();
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('page after page outside is one time outside', () => {
  const { step, told, page } = setup();
  step();
  for (let i = 0; i < 4; i++) {
    step({ state: 'out' });
    page.advance(10_000);
  }
  expect(told).toHaveLength(1);
  step({ state: 'out' });
  page.advance(60_000);
  expect(told).toMatchObject([{ strength: 0.8, amended: 0 }]);
});

test('being done is no leaving', () => {
  const { step, told, page } = setup();
  step();
  step({ state: 'done' });
  page.advance(300_000);
  expect(told).toEqual([]);
});

test('told once: out for long, then gone', () => {
  const { step, told, page } = setup();
  step({ state: 'out' });
  page.advance(31_000);
  step({ state: 'left' });
  expect(told).toHaveLength(1);
});
