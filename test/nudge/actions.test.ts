// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Help } from '../../src/parts';
import type { CallToAction } from '../../src/types';
import { actionsOf } from '../../src/nudge/actions';

const cta = (does: CallToAction['do'], target?: string, forMs?: number): CallToAction => ({ label: does, do: does, target, forMs, style: 'plain' });

function setup(ctas: readonly CallToAction[], human?: Help['human']) {
  const answers: string[] = [];
  const besides: unknown[] = [];
  const help: Help = {
    id: 'n1', why: undefined, reasons: [], counterfactual: undefined, channel: 'tooltip', locale: 'en', human, anchor: () => undefined, find: () => undefined,
    text: { template: 'tooltip', at: undefined, side: 'auto', title: 'Stuck?', body: undefined, ctas },
  };
  const actions = actionsOf(help, { reasons: ['You pressed it.'], base: 'https://shop.test/pay', anchor: () => undefined, answer: (answer, more) => { answers.push(more?.event ? `${answer} ${more.event}` : answer); besides.push(more ?? {}); } });
  const named = (list: typeof actions.main) => list.map(({ label }) => label);
  return { actions, answers, besides, main: named(actions.main), quiet: named(actions.quiet) };
}

test('without buttons of the rule, a person is what helps', () => {
  const { main, quiet } = setup([], 'https://shop.test/contact');
  expect(main).toEqual(['Talk to a human']);
  expect(quiet).toEqual(['Not now', 'Don’t show this again']);
});

test('where nobody can be reached, nobody is promised', () => {
  const { main, quiet } = setup([cta('talk-to-human')]);
  expect([...main, ...quiet]).toEqual(['Not now', 'Don’t show this again']);
});

test('nothing is offered twice', () => {
  const { main, quiet } = setup([cta('snooze'), cta('talk-to-human')], 'tel:+49123');
  expect(main).toEqual(['snooze', 'talk-to-human']);
  expect(quiet).toEqual(['Don’t show this again']);
});

test('a link that leads nowhere safe is not offered', () => {
  expect(setup([cta('open-url', 'javascript:alert(1)'), cta('open-url')]).main).toEqual([]);
  expect(setup([], 'javascript:alert(1)').main).toEqual([]);
});

test('each button gives its answer', () => {
  const { actions, answers } = setup([cta('close'), cta('snooze'), cta('open-url', '/cards'), cta('app-event', 'app:other'), cta('focus-element')]);
  for (const action of [...actions.main, ...actions.quiet]) action.press();
  expect(answers).toEqual(['closed', 'not-now', 'action', 'action app:other', 'action', 'never']);
});

test('“Got it” takes the help, “No thanks” does not', () => {
  const { actions, answers } = setup([{ ...cta('close'), style: 'primary' }, cta('close')]);
  for (const action of actions.main) action.press();
  expect(answers).toEqual(['action', 'closed']);
});

for (const [where, target, id] of [['the place', undefined, 'card'], ['another place', 'voucher', 'code'], ['the place, when the other is not there', 'nowhere', 'card']] as const) {
  test(`a button can take the visitor to ${where}, once the help is out of the way`, () => {
    document.body.innerHTML = '<input id="card"><input id="code">';
    const found = (selector: string) => document.querySelector(selector) ?? undefined;
    const focused: (Element | null)[] = [];
    const help: Help = {
      id: 'n1', why: undefined, reasons: [], counterfactual: undefined, channel: 'tooltip', locale: 'en', human: undefined, anchor: () => found('#card'), find: (name) => (name === 'voucher' ? found('#code') : undefined),
      text: { template: 'tooltip', at: undefined, side: 'auto', title: 'Stuck?', body: undefined, ctas: [cta('focus-element', target)] },
    };
    actionsOf(help, { reasons: [], base: 'https://shop.test/', anchor: help.anchor, answer: () => focused.push(document.activeElement) }).main[0]?.press();
    expect(focused).toEqual([document.body]);
    expect(document.activeElement?.id).toBe(id);
  });
}

test('who wants to be asked again tomorrow says so, and “Not now” says nothing of when', () => {
  const { actions, besides } = setup([cta('snooze', undefined, 86_400_000), cta('snooze')]);
  for (const { press } of actions.main) press();
  const plain = setup([]);
  plain.actions.quiet[0]?.press();
  expect([...besides, ...plain.besides]).toEqual([{ forMs: 86_400_000 }, {}, {}]);
});

test('an event that is not the page’s own is not passed on', () => {
  const { actions, answers } = setup([cta('app-event', 'rage-click')]);
  actions.main[0]?.press();
  expect(answers).toEqual(['action']);
});

test('help closes before a person’s tool opens, and the person learns the reasons', () => {
  const order: string[] = [];
  const { actions, answers } = setup([], (reasons) => order.push(`${answers.join()} then ${reasons.join()}`));
  actions.main[0]?.press();
  expect(order).toEqual(['human then You pressed it.']);
});
