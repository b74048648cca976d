// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Help } from '../../src/parts';
import type { CallToAction } from '../../src/types';
import { actionsOf } from '../../src/nudge/actions';
import { givenCta, givenHelp, givenHuman } from '../support/givenHelp';

const contact = (url: string) => givenHuman({ contact: url });
const chat = givenHuman({ chat: () => Promise.resolve('opened'), contact: '/contact' });

function setup(ctas: readonly CallToAction[], human?: Help['human'], text: Partial<Help['text']> = {}) {
  const answers: string[] = [];
  const besides: unknown[] = [];
  const actions = actionsOf(givenHelp({ human }, { ...text, ctas }), {
    base: 'https://shop.test/pay', anchor: () => undefined, onHuman: () => answers.push('asks for a person'),
    answer: (answer, more) => { answers.push(more?.event ? `${answer} ${more.event}` : answer); besides.push(more ?? {}); },
  });
  const named = (list: typeof actions.main) => list.map(({ label }) => label);
  return { actions, answers, besides, main: named(actions.main), human: named(actions.human) };
}

test('without buttons of the rule, a person is what helps', () => {
  const { actions, main, human } = setup([], contact('https://shop.test/contact'));
  expect([main, human]).toEqual([['Talk to a human'], []]);
  expect(actions.main[0]?.primary).toBe(true);
});

test('where something else comes first, a person is one quiet press away', () => {
  expect(setup([givenCta('close')], chat)).toMatchObject({ main: ['close'], human: ['Talk to a human'] });
  const steps = [{ at: undefined, title: 'First', body: undefined }];
  expect(setup([], chat, { steps })).toMatchObject({ main: [], human: ['Talk to a human'] });
});

test('where nobody can be reached, nobody is promised', () => {
  expect(setup([givenCta('talk-to-human')])).toMatchObject({ main: [], human: [] });
  expect(setup([], contact('javascript:alert(1)'))).toMatchObject({ main: [], human: [] });
});

test('a person is not offered twice', () => {
  expect(setup([givenCta('talk-to-human')], contact('tel:+49123'))).toMatchObject({ main: ['talk-to-human'], human: [] });
});

test('a chat is asked for before it opens, a contact page is a link', () => {
  const { actions, answers } = setup([], chat);
  actions.main[0]?.press();
  expect([actions.main[0]?.url, answers]).toEqual([undefined, ['asks for a person']]);
  const other = setup([givenCta('talk-to-human')], contact('https://shop.test/contact'));
  other.actions.main[0]?.press();
  expect([other.actions.main[0]?.url?.href, other.answers]).toEqual(['https://shop.test/contact', ['human']]);
});

test('a link that leads nowhere safe is not offered', () => {
  expect(setup([givenCta('open-url', { target: 'javascript:alert(1)' }), givenCta('open-url')]).main).toEqual([]);
});

test('each button gives its answer', () => {
  const { actions, answers } = setup([givenCta('close'), givenCta('snooze'), givenCta('open-url', { target: '/cards' }), givenCta('app-event', { target: 'app:other' }), givenCta('focus-element')]);
  for (const action of actions.main) action.press();
  expect(answers).toEqual(['closed', 'not-now', 'action', 'action app:other', 'action']);
});

test('“Got it” takes the help, “No thanks” does not', () => {
  const { actions, answers } = setup([givenCta('close', { style: 'primary' }), givenCta('close')]);
  for (const action of actions.main) action.press();
  expect(answers).toEqual(['action', 'closed']);
});

for (const [where, target, id] of [['the place', undefined, 'card'], ['another place', 'voucher', 'code'], ['the place, when the other is not there', 'nowhere', 'card']] as const) {
  test(`a button can take the visitor to ${where}, once the help is out of the way`, () => {
    document.body.innerHTML = '<input id="card"><input id="code">';
    const found = (selector: string) => document.querySelector(selector) ?? undefined;
    const focused: (Element | null)[] = [];
    const help = givenHelp({ anchor: () => found('#card'), find: (name) => (name === 'voucher' ? found('#code') : undefined) }, { ctas: [givenCta('focus-element', { target })] });
    actionsOf(help, { base: 'https://shop.test/', anchor: help.anchor, onHuman: () => undefined, answer: () => focused.push(document.activeElement) }).main[0]?.press();
    expect(focused).toEqual([document.body]);
    expect(document.activeElement?.id).toBe(id);
  });
}

test('a rule’s own “later” says how long, or nothing of it', () => {
  const { actions, besides } = setup([givenCta('snooze', { forMs: 86_400_000 }), givenCta('snooze')]);
  for (const { press } of actions.main) press();
  expect(besides).toEqual([{ forMs: 86_400_000 }, {}]);
});

test('an event that is not the page’s own is not passed on', () => {
  const { actions, answers } = setup([givenCta('app-event', { target: 'rage-click' })]);
  actions.main[0]?.press();
  expect(answers).toEqual(['action']);
});
