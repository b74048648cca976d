import { expect, test } from 'vitest';
import { followSteps } from '../../src/watch/steps';
import type { PageEvents, Step, Workflow } from '../../src/types';
import { createFakePage } from '../support/fakePage';

const order: Workflow = { id: 'order', steps: [{ id: 'cart', page: '/cart', typicalMs: undefined }, { id: 'pay', page: '/pay', typicalMs: undefined }], done: '/thanks' };
const origin = 'https://shop.test';

/** The window's own Navigation API, and that of a frame in it. */
const [own, frame] = [new EventTarget(), new EventTarget()];

function visit(kept = new Map<string, unknown>(), navigation: EventTarget | null = own) {
  const records = { read: (key: string) => kept.get(key), write: (key: string, value: unknown) => void kept.set(key, structuredClone(value)) };
  return (path: string, workflow: Workflow = order) => {
    const page = createFakePage({ path, window: { location: { origin }, ...(navigation && { navigation }) } as never });
    const steps: Step[] = [];
    const app = followSteps(page, { workflows: [workflow], records, isAt: (wanted) => wanted === page.path(), tell: (step) => steps.push(step) });
    page.advance(0);
    return {
      page, app,
      states: () => steps.map(({ state, step }) => `${state} ${step}`),
      follow: (url: string, currentTarget = own) => page.fire('navigate', { currentTarget, destination: { url: `${origin}${url}`, sameDocument: false }, downloadRequest: null } as PageEvents['navigate']),
    };
  };
}

test('from step to step, and done', () => {
  const { page, states } = visit()('/cart');
  page.goTo('/pay');
  page.goTo('/thanks');
  expect(states()).toEqual(['in cart', 'in pay', 'done pay']);
});

test('a page that is no step is out of it, and the furthest step is remembered', () => {
  const { page, states } = visit()('/pay');
  page.goTo('/cart');
  page.goTo('/help');
  expect(states()).toEqual(['in pay', 'in pay', 'out pay']);
});

test('closing the tab is leaving', () => {
  const { page, states } = visit()('/pay');
  page.leave();
  expect(states()).toEqual(['in pay', 'left pay']);
});

test('where the browser does not say where a visitor goes, the next page of the host tells, or nobody', () => {
  const open = visit(new Map(), null);
  const first = open('/cart');
  first.page.leave();
  expect(first.states()).toEqual(['in cart']);
  expect(open('/help').states()).toEqual(['out cart']);
});

test('a page of the host that is asked for is no leaving; what it is decides', () => {
  const open = visit();
  const first = open('/cart');
  first.follow('/pay');
  first.page.leave();
  expect(first.states()).toEqual(['in cart']);
  const second = open('/pay');
  second.follow('/help');
  second.page.leave();
  expect(open('/help').states()).toEqual(['out pay']);
});

test('a page that a frame goes to excuses nobody who leaves', () => {
  const { page, follow, states } = visit()('/pay');
  follow('/advert', frame);
  page.leave();
  expect(states()).toEqual(['in pay', 'left pay']);
});

test('a reload by key is no leaving', () => {
  const { page, states } = visit()('/pay');
  page.fire('keydown', { key: 'F5' } as KeyboardEvent);
  page.leave();
  expect(states()).toEqual(['in pay']);
});

test('an event of the host may end it', () => {
  const { page, app, states } = visit()('/pay', { ...order, done: 'app:order-placed' });
  app('app:other');
  app('app:order-placed');
  page.leave();
  expect(states()).toEqual(['in pay', 'done pay']);
});

test.each([[{ order: { index: 9, begunAt: 1, seenAt: 1e15 } }], ['nonsense'], [{ order: 'x' }], [null]])('what is kept may be anything (%j)', (garbage) => {
  expect(visit(new Map([['workflows', garbage]]))('/help').states()).toEqual([]);
});
