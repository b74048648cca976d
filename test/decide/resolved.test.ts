// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createResolved } from '../../src/decide/resolved';
import { createFakePage } from '../support/fakePage';
import { createScorer } from '../../src/score/scorer';
import { givenFile, givenSignal } from '../score/given';
import { givenScore } from './givenAsked';

function setup(resolved: readonly object[]) {
  document.body.innerHTML = '<input id="card" required><input id="voucher">';
  const page = createFakePage({ path: '/cart' });
  const { rules } = givenFile({
    places: { elements: { card: { find: '#card' }, voucher: { find: '#voucher' } }, workflows: { checkout: { steps: [{ id: 'cart', page: '/cart' }, { id: 'pay', page: '/pay' }] } } },
    rules: [{ id: 'help', where: { workflow: 'checkout' }, nudge: { template: 'tooltip', title: 'Stuck?' }, resolved }, { id: 'other' }],
  });
  const over: string[] = [];
  const scorer = createScorer({ rules, model: undefined });
  const hear = createResolved(page, rules, { forget: scorer.forget, steps: () => (page.path() === '/pay' ? ['checkout/pay'] : ['checkout/cart']), find: (name) => document.querySelector(`#${name}`) ?? undefined }, (rule) => over.push(rule));
  const enter = (id: string, value: string) => {
    const target = Object.assign(document.querySelector<HTMLInputElement>(`#${id}`)!, { value });
    // this DOM knows whether a field is valid, and not the selector for it
    Object.assign(target, { matches: (selector: string) => selector.startsWith(':valid') && target.validity.valid });
    page.fire('change', Object.defineProperty(new Event('change'), 'target', { value: target }));
  };
  return { page, over, hear, enter, trouble: () => scorer.add(givenSignal({ steps: ['checkout/cart'] }), 0), scores: () => rules.map((rule) => scorer.at(rule, 0).value) };
}

test('the rule’s own word for it ends the trouble', () => {
  const { over, hear } = setup([{ event: 'app:paid' }, { signal: 'help-seek' }]);
  hear(givenSignal({ name: 'dead-click' }), givenScore());
  expect(over).toEqual([]);
  hear(givenSignal({ name: 'app:paid' }), givenScore());
  hear(givenSignal({ name: 'help-seek' }), givenScore());
  hear(givenSignal({ name: 'app:paid' }), givenScore({ rule: 'other' }));
  hear(givenSignal({ name: 'app:paid' }), givenScore({ rule: 'nobody' }));
  expect(over).toEqual(['help', 'help']);
});

test('what made the score was a hiccup; what fades is none', () => {
  const { over, hear } = setup([{ event: 'app:paid' }]);
  hear(givenSignal({ strength: 0 }), givenScore({ value: 72 }));
  hear(givenSignal({ strength: 0.6 }), givenScore({ value: 10 }));
  expect(over).toEqual([]);
  hear(givenSignal({ strength: 0 }), givenScore({ value: 10 }));
  expect(over).toEqual(['help']);
});

test('a step that is reached ends the trouble, once', () => {
  const { page, over } = setup([{ step: 'pay' }]);
  page.goTo('/help');
  page.goTo('/pay');
  page.goTo('/pay?again');
  expect(over).toEqual(['help']);
});

test('what is over is forgotten, so that help that waits for its moment does not come', () => {
  const reached = setup([{ step: 'pay' }]);
  reached.trouble();
  reached.page.goTo('/pay');
  expect(reached.scores()).toEqual([0, expect.closeTo(72)]);

  const filled = setup([{ valid: 'card' }]);
  filled.trouble();
  filled.enter('card', '');
  expect(filled.scores()).toEqual([expect.closeTo(72), expect.closeTo(72)]);
  filled.enter('card', '4242');
  expect(filled.scores()).toEqual([0, expect.closeTo(72)]);
  filled.trouble();
  filled.enter('card', '4343');
  expect(filled.scores()[0]).toBeGreaterThan(0);
});

test('a field that was wrong and is right now ends the trouble', () => {
  const { over, enter } = setup([{ valid: 'card' }]);
  enter('card', '4242');
  expect(over).toEqual([]);
  enter('card', '');
  enter('voucher', 'x');
  enter('card', '4242');
  expect(over).toEqual(['help']);
});

test('a field of which nothing is asked was never wrong', () => {
  const { over, enter } = setup([{ valid: 'voucher' }]);
  enter('voucher', '');
  enter('voucher', 'x');
  expect(over).toEqual([]);
});
