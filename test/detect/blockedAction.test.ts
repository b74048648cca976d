// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { blockedAction } from '../../src/detect/blockedAction';
import { deadClick } from '../../src/detect/deadClick';
import { watchWith } from './fakeWatch';

afterEach(() => { document.body.innerHTML = ''; });

function setup(html = '<form><button disabled>Go</button></form>', detector = blockedAction()) {
  document.body.innerHTML = html;
  const scene = watchWith(detector);
  const target = document.querySelector('button,input,a')!;
  const pressBlocked = (response = {}) => scene.settle(scene.press({ target, control: 'blocked' }), response);
  return { ...scene, target, pressBlocked };
}

test('one press on a disabled button is told, and is worth more where no reason is given', () => {
  const { pressBlocked, told, target } = setup();
  pressBlocked();
  expect(told).toMatchObject([{ name: 'blocked-action', at: 0, strength: 0.65, target, evidence: { count: 1, blocked: true, input: 'mouse' } }]);
});

test.each([
  ['a title', '<form><button disabled title="Choose a size first">Go</button></form>'],
  ['a described reason', '<form aria-describedby="why"><button disabled>Go</button></form>'],
  ['a field marked as wrong', '<fieldset><input aria-invalid="true"><button disabled>Go</button></fieldset>'],
])('a reason to be read (%s) is worth less', (_what, html) => {
  const { told, press, settle } = setup(html);
  settle(press({ target: document.querySelector('button')!, control: 'blocked' }));
  expect(told).toMatchObject([{ strength: 0.5 }]);
});

test('each further try within ten seconds is surer, and the same trouble', () => {
  const { pressBlocked, told, page } = setup();
  for (let times = 0; times < 3; times++) {
    pressBlocked();
    page.advance(3000);
  }
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ evidence: { count: 3 } });
  expect(told[0]?.strength).toBeCloseTo(0.85);
  page.advance(10_000);
  pressBlocked();
  expect(told).toHaveLength(2);
});

test('typing into a read-only field is a press on something disabled, though it was clicked before', () => {
  const { press, settle, told, page, target } = setup('<input readonly>');
  press({ target, control: 'text' });
  page.advance(400);
  settle(press({ target, control: 'blocked', kind: 'key' }));
  expect(told).toMatchObject([{ evidence: { input: 'key' } }]);
});

test.each([['says why', { alive: true }], ['cannot be seen into', { unknown: true }], ['says that it is busy', { pending: true }]])('a press that %s is forgiven', (_why, response) => {
  const { pressBlocked, told } = setup();
  pressBlocked(response);
  expect(told).toEqual([]);
});

test('a button that its own press disabled is not blocked: the second half of a double click', () => {
  const { press, pressBlocked, told, target, page } = setup();
  press({ target, control: 'effectful' });
  page.advance(150);
  pressBlocked();
  expect(told).toEqual([]);
  page.advance(1500);
  pressBlocked();
  expect(told).toHaveLength(1);
});

test.each([['enabled', (target: Element) => target.removeAttribute('disabled')], ['gone', (target: Element) => target.remove()]])('a control that is %s two seconds later was only waiting', (_what, change) => {
  const { press, settle, told, target } = setup();
  const made = press({ target, control: 'blocked' });
  change(target);
  settle(made);
  expect(told).toEqual([]);
});

test('where the host asks to be forgiven, and for presses that woke the page, nothing is told', () => {
  const { press, settle, pressBlocked, told, ignored, target } = setup();
  settle(press({ target, control: 'blocked', excused: true }));
  ignored.add(target);
  pressBlocked();
  expect(told).toEqual([]);
});

test('a press that rage has taken is not told again', () => {
  const { press, settle, told, watch, target } = setup();
  const made = press({ target, control: 'blocked' });
  watch.claim([made]);
  settle(made);
  expect(told).toEqual([]);
});

test('answered after all, it was a hiccup', () => {
  const { press, settle, answerLate, told, target } = setup();
  const made = press({ target, control: 'blocked' });
  settle(made);
  answerLate(made);
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('what is disabled is no dead click', () => {
  const { pressBlocked, told } = setup(undefined, deadClick());
  pressBlocked();
  expect(told).toEqual([]);
});
