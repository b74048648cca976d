import { expect, test } from 'vitest';
import { createEmit } from '../../src/detect/emit';
import type { Sighting, Signal } from '../../src/types';
import { createFakePage } from '../support/fakePage';

const button = { name: 'button' } as unknown as Element;
const other = { name: 'other' } as unknown as Element;

function setup() {
  const page = createFakePage({ window: {} as never });
  const told: Signal[] = [];
  const where = { place: (target: Element) => (target === button ? 'pay' : 'main>button'), names: () => ['pay'], route: () => '/checkout/*', pages: () => ['checkout', '/checkout/*'], steps: () => ['order/pay'] };
  const emit = createEmit(page, where, (signal) => told.push(signal));
  const see = (change: Partial<Sighting> = {}) => emit({ name: 'rage-click', at: 5, strength: 0.8, target: button, evidence: { n: 4 }, ...change });
  return { page, told, see };
}

test('a signal says where it was, in the names that rules use', () => {
  const { told, see } = setup();
  see();
  expect(told).toEqual([{ id: 's1', name: 'rage-click', at: 5, strength: 0.8, target: button, place: 'pay', names: ['pay'], route: '/checkout/*', pages: ['checkout', '/checkout/*'], steps: ['order/pay'], evidence: { n: 4 }, amends: false }]);
});

test('a doubt is not told', () => {
  const { told, see } = setup();
  see({ strength: 0.49 });
  expect(told).toEqual([]);
});

test('a doubt that grows into a certainty is told once it has', () => {
  const { told, see } = setup();
  const amend = see({ strength: 0.3 });
  amend({ strength: 0.7, evidence: { dead: true } });
  expect(told).toMatchObject([{ strength: 0.7, amends: false, evidence: { dead: true } }]);
});

test('more of the same trouble comes under the same name', () => {
  const { told, see } = setup();
  const amend = see();
  amend({ evidence: { dead: true } });
  expect(told[1]).toMatchObject({ id: 's1', strength: 0.8, amends: true, evidence: { n: 4, dead: true } });
});

test('a trouble that solved itself is taken back', () => {
  const { told, see } = setup();
  const amend = see();
  amend({ strength: 0 });
  expect(told[1]).toMatchObject({ id: 's1', strength: 0, amends: true, evidence: { n: 4, hiccup: true } });
  amend({ strength: 0.9 });
  expect(told[2]?.evidence).toEqual({ n: 4 });
});

test('the same trouble at the same place is told once in ten seconds', () => {
  const { page, told, see } = setup();
  see();
  page.advance(9_999);
  see();
  expect(told).toHaveLength(1);
  see({ target: other });
  expect(told).toHaveLength(2);
  page.advance(1);
  see();
  expect(told).toHaveLength(3);
});

test('what the host says is told each time', () => {
  const { told, see } = setup();
  see({ name: 'app:card-refused' });
  see({ name: 'app:card-refused' });
  expect(told).toHaveLength(2);
});

test('a page that is broken all over tells thirty signals in a minute and no more', () => {
  const { page, told, see } = setup();
  for (let index = 0; index < 100; index++) see({ name: `app:trouble-${index}` });
  expect(told).toHaveLength(30);
  page.advance(60_000);
  see({ name: 'app:later' });
  expect(told).toHaveLength(31);
});

test('a signal without a target belongs to the page', () => {
  const { told, see } = setup();
  see({ name: 'app:slow', target: undefined as never });
  expect(told).toMatchObject([{ place: 'page', names: [] }]);
});

test('one more key of the same trouble is no news; another strength is, and so is a new fact', () => {
  const { told, see } = setup();
  const amend = see();
  amend({ strength: 0.8, evidence: { n: 5 } });
  amend({ evidence: { n: 6 } });
  expect(told).toHaveLength(1);
  amend({ strength: 0.85, evidence: { n: 7 } });
  amend({ evidence: { dead: true } });
  expect(told.map(({ strength, evidence }) => [strength, evidence])).toEqual([[0.8, { n: 4 }], [0.85, { n: 7 }], [0.85, { n: 7, dead: true }]]);
});

test('a signal is as sure as a fact can tell, so that both score alike', () => {
  const { told, see } = setup();
  const amend = see({ strength: 0.8149 });
  amend({ strength: 0.8051 });
  amend({ strength: 0.8049 });
  amend({ strength: 0.004 });
  expect(told.map(({ strength }) => strength)).toEqual([0.81, 0.8, 0]);
});

test('what grows little by little is told with each hundredth', () => {
  const { told, see } = setup();
  const amend = see({ strength: 0.8 });
  for (let thousandths = 801; thousandths <= 820; thousandths++) amend({ strength: thousandths / 1000 });
  expect(told.map(({ strength }) => strength)).toEqual([0.8, 0.81, 0.82]);
});

test.each(['html', 'body'])('the %s is no place in the page, so that help may stand anywhere', (localName) => {
  const { told, see } = setup();
  see({ target: { localName } as unknown as Element });
  expect(told[0]).toMatchObject({ place: 'page', names: [] });
  expect(told[0]).not.toHaveProperty('target');
});
