// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { watchAttempts } from '../../src/watch/attempts';
import type { Attempt, Detector } from '../../src/types';
import { watchWith } from '../detect/fakeWatch';

function setup(html = '<form><input id="a"><input id="b" required><button>Send</button><a href="/terms">Terms</a></form><p id="p" role="alert" style="color: rgb(200, 0, 0)"></p>') {
  document.body.innerHTML = html;
  const told: Attempt[] = [];
  const detector: Detector = { name: 'repeated-failure', family: 'forms', start: (watch) => watchAttempts(watch, (attempt) => told.push(attempt)) };
  const scene = watchWith(detector);
  window.addEventListener('submit', (event) => scene.page.fire('submit', event), { capture: true, signal: scene.page.end });
  const find = (selector: string) => document.querySelector(selector)!;
  return {
    ...scene, told, find,
    states: () => told.map(({ state }) => state),
    submit: () => void find('form').dispatchEvent(new Event('submit', { bubbles: true })),
    pressOn: (selector: string) => scene.press({ target: find(selector) }),
  };
}

const mark = (field: Element): void => field.setAttribute('aria-invalid', 'true');

test('a form that was sent, and nothing speaks against it for three seconds', () => {
  const { submit, page, told, find, states } = setup();
  submit();
  page.advance(2999);
  expect(states()).toEqual(['begun']);
  page.advance(1);
  expect(told).toMatchObject([{ state: 'begun', kind: 'submit', at: 0 }, { state: 'done', at: 0 }]);
  expect(told[1]?.form).toBe(find('form'));
});

test('a form that was sent and refused, and says where', () => {
  const { submit, pressOn, fail, page, told, find, states } = setup();
  submit();
  const press = pressOn('button');
  mark(find('#a'));
  fail({ kind: 'message', press, target: find('#p') });
  fail({ kind: 'http', press });
  page.advance(10_000);
  expect(states()).toEqual(['begun', 'failed']);
  expect(told[1]?.wrong).toContain(find('#a'));
});

test('a server that is slow to refuse', () => {
  const { submit, fail, page, states, pressOn } = setup();
  submit();
  const press = pressOn('button');
  page.advance(9000);
  fail({ press });
  expect(states()).toEqual(['begun', 'done', 'failed']);
});

test('what the browser refuses is never sent, and is an attempt all the same', () => {
  const { pressOn, fail, find, told } = setup();
  fail({ kind: 'invalid', press: pressOn('button'), target: find('#b') });
  expect(told).toMatchObject([{ state: 'begun' }, { state: 'failed' }]);
  expect(told[1]?.wrong).toEqual([find('#b')]);
});

test('sent by a key in a field, where no press is known', () => {
  const { submit, fail, find, states } = setup();
  submit();
  mark(find('#a'));
  fail({ kind: 'message', target: find('#a') });
  expect(states()).toEqual(['begun', 'failed']);
});

test('a button that asks the server, in a box that nobody called a form', () => {
  const { pressOn, request, page, states } = setup('<div><input><input><button type="button">Send</button></div>');
  pressOn('button');
  page.advance(300);
  request({ startTime: 50 });
  page.advance(3000);
  expect(states()).toEqual(['begun', 'done']);
});

test('a request of a button that sent its form already is no second attempt', () => {
  const { submit, pressOn, request, states } = setup();
  submit();
  pressOn('button');
  request({ startTime: 10 });
  expect(states()).toEqual(['begun']);
});

test.each<[string, (scene: ReturnType<typeof setup>) => void]>([
  ['an error of a script', ({ fail, pressOn }) => fail({ kind: 'js', press: pressOn('button') })],
  ['a link in the form', ({ fail, pressOn }) => fail({ press: pressOn('a') })],
  ['a press elsewhere', ({ fail, pressOn }) => fail({ press: pressOn('#p') })],
  ['a field left wrong for another', ({ fail, press, find }) => mark(find('#a')) ?? fail({ kind: 'message', press: press({ target: find('#b'), control: 'editable' }), target: find('#a') })],
  ['a message that came by itself', ({ fail, find }) => mark(find('#a')) ?? fail({ kind: 'message', target: find('#a') })],
  ['a failed request of nobody', ({ fail }) => fail()],
  ['a request without a press', ({ request }) => request()],
  ['a request long after the press', ({ request, pressOn }) => { pressOn('button'); request({ startTime: 1001 }); }],
  ['a picture that the press loads', ({ request, pressOn }) => { pressOn('button'); request({ initiatorType: 'img' }); }],
])('%s is no attempt', (_what, does) => {
  const scene = setup();
  does(scene);
  scene.page.advance(10_000);
  expect(scene.told).toEqual([]);
});

test('a page that goes elsewhere has taken it', () => {
  const { submit, page, states } = setup();
  submit();
  page.advance(100);
  page.goTo('/thanks');
  expect(states()).toEqual(['begun', 'done']);
  expect(page.errors).toEqual([]);
});

test('who sends again has given up waiting for the first', () => {
  const { submit, page, told } = setup();
  submit();
  page.advance(2000);
  submit();
  page.advance(10_000);
  expect(told).toMatchObject([{ at: 0, state: 'begun' }, { at: 2000, state: 'begun' }, { at: 2000, state: 'done' }]);
});

test('where the browser refuses a form, each press on its button is an attempt, however quickly they follow', () => {
  const { pressOn, page, fail, find, states } = setup();
  for (let times = 0; times < 3; times++) {
    const press = pressOn('button');
    fail({ kind: 'invalid', press, target: find('#b') });
    fail({ kind: 'invalid', press, target: find('#a') });
    page.advance(2000);
  }
  expect(states()).toEqual(['begun', 'failed', 'begun', 'failed', 'begun', 'failed']);
});
