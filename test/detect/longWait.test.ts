// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { longWait } from '../../src/detect/longWait';
import { watchWith } from './fakeWatch';

let animations: object[];

beforeEach(() => {
  animations = [];
  document.body.innerHTML = '<form><button>Pay</button><i>…</i></form><p>text</p>';
  Object.assign(document, { getAnimations: () => animations });
});

const setup = () => {
  const made = watchWith(longWait());
  const target = document.querySelector('button')!;
  const form = document.querySelector('form')!;
  return { ...made, target, form, press: (change: object = {}) => made.press({ target, ...change }) };
};

/** Something turns since then, so far away from the press. */
const spinner = ({ startTime = 50, iterations = Infinity, px = 100, transform = 'rotate(360deg)', at = document.querySelector<Element>('i')! } = {}) => {
  Object.assign(at, { getBoundingClientRect: () => ({ left: px, right: px + 20, top: 10, bottom: 30, width: 20, height: 20 }) });
  return { playState: 'running', startTime, effect: { target: at, getComputedTiming: () => ({ iterations }), getKeyframes: () => [{}, { transform }] } };
};

test('a button that says that it is busy, for more than four seconds', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(4900);
  expect(told).toEqual([]);
  page.advance(100);
  expect(told).toMatchObject([{ name: 'long-wait', at: 0, strength: 0.5, target, evidence: { ms: 5000, limitMs: 4000 } }]);
});

test('ten seconds are surer', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(11_000);
  expect(told).toHaveLength(1);
  expect(told).toMatchObject([{ strength: 0.8, evidence: { ms: 11_000 } }]);
});

test('over before ten seconds, it was a hiccup', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(6000);
  target.removeAttribute('aria-busy');
  page.advance(1000);
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
  expect(page.timers()).toBe(0);
});

test('over after ten seconds, it was a wait all the same', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(12_000);
  target.removeAttribute('aria-busy');
  page.advance(1000);
  expect(told).toMatchObject([{ strength: 0.8 }]);
});

test('leaving meanwhile says how long it was', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(6000);
  page.leave();
  expect(told).toMatchObject([{ strength: 0.6 }]);
});

test('a bar without an end, in the form', () => {
  const { press, told, page, form } = setup();
  form.append(document.createElement('progress'));
  press();
  page.advance(5000);
  expect(told).toHaveLength(1);
});

test('something turns beside the press', () => {
  const { press, told, page } = setup();
  animations = [spinner()];
  press();
  page.advance(5000);
  expect(told).toHaveLength(1);
});

test('far away, what says by its role that something goes on', () => {
  const { press, told, page } = setup();
  const at = document.querySelector('p')!;
  at.setAttribute('role', 'status');
  animations = [spinner({ at, px: 900, transform: 'scale(2)' })];
  press();
  page.advance(5000);
  expect(told).toHaveLength(1);
});

test.each([
  ['far away', { px: 300 }],
  ['turned before', { startTime: -1000 }],
  ['comes to an end', { iterations: 3 }],
  ['beats and does not turn', { transform: 'scale(2)' }],
])('what turns is not waited for: it %s', (_why, change) => {
  const { press, told, page } = setup();
  animations = [spinner(change)];
  press();
  page.advance(20_000);
  expect(told).toEqual([]);
  expect(page.timers()).toBe(0);
});

test('nothing to wait for leaves no timer behind', () => {
  const { press, page } = setup();
  press();
  page.advance(1000);
  expect(page.timers()).toBe(0);
});

test('progress that can be seen', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(3000);
  target.textContent = 'Paid 40 %';
  page.advance(20_000);
  expect(told).toEqual([]);
});

test('a bar that moves beside something that turns', () => {
  const { press, told, page, form } = setup();
  animations = [spinner()];
  form.insertAdjacentHTML('beforeend', '<b aria-valuenow="10"></b>');
  press();
  page.advance(3000);
  form.querySelector('b')!.setAttribute('aria-valuenow', '20');
  page.advance(20_000);
  expect(told).toEqual([]);
});

test.each([
  ['a file was chosen', (page: ReturnType<typeof setup>['page']) => page.fire('change', { composedPath: () => [Object.assign(document.createElement('input'), { type: 'file' })] } as never)],
  ['a file was dropped', (page: ReturnType<typeof setup>['page']) => page.fire('drop')],
])('an upload takes as long as it takes: %s', (_how, upload) => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  upload(page);
  press();
  page.advance(20_000);
  expect(told).toEqual([]);
});

test('a player that turns while it plays', () => {
  const { press, told, page } = setup();
  animations = [spinner()];
  press();
  page.fire('play');
  page.advance(20_000);
  expect(told).toEqual([]);
});

test('pressing again and again while it turns is the same wait', () => {
  const { press, told, page } = setup();
  press();
  animations = [spinner()];
  for (let times = 0; times < 4; times++) {
    page.advance(500);
    press();
  }
  page.advance(20_000);
  expect(told).toMatchObject([{ strength: 0.8 }]);
});

test('where it usually takes eight seconds, eight seconds are usual', () => {
  const { press, told, page, target, watch } = setup();
  for (let times = 0; times < 5; times++) watch.baseline('wait other').add(8000);
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(8900);
  expect(told).toEqual([]);
  page.advance(200);
  expect(told).toMatchObject([{ evidence: { limitMs: 8000 } }]);
});

test('a text, a field and a control that asks to be forgiven', () => {
  const { press, told, page, target, ignored } = setup();
  target.setAttribute('aria-busy', 'true');
  press({ control: 'text' });
  press({ control: 'editable' });
  ignored.add(target);
  press();
  page.advance(20_000);
  expect(told).toEqual([]);
});

test('another route, or a page that is not seen, ends the waiting', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(2000);
  page.goTo('/next');
  page.advance(20_000);
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  press();
  page.advance(20_000);
  Reflect.deleteProperty(document, 'hidden');
  expect(told).toEqual([]);
});

test('a control that was taken away meanwhile', () => {
  const { press, told, page, target } = setup();
  target.setAttribute('aria-busy', 'true');
  press();
  page.advance(2000);
  target.remove();
  target.removeAttribute('aria-busy');
  page.advance(20_000);
  expect([told, page.errors]).toEqual([[], []]);
});
