// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { deadClick } from '../../src/detect/deadClick';
import { errorClick } from '../../src/detect/errorClick';
import { errorLoop } from '../../src/detect/errorLoop';
import type { Detector } from '../../src/types';
import { watchWith } from './fakeWatch';

afterEach(() => { document.body.innerHTML = ''; });

const SHOP = '<button id="go">Go</button><p id="red" role="alert" style="color: rgb(179, 38, 30)">Declined</p>'
  + '<form><input id="field" aria-invalid="true" style="color: rgb(179, 38, 30)"><button id="send">Send</button><p id="advice" role="alert" style="color: rgb(179, 38, 30)">Too short</p></form>';

function setup(detector: Detector = errorClick()) {
  document.body.innerHTML = SHOP;
  const find = (selector: string) => document.querySelector(selector)!;
  const scene = watchWith(detector);
  const pressed = (response = {}, selector = '#go') => scene.press({ target: find(selector) }, response);
  const failing = (failure: Parameters<typeof scene.fail>[0], response = {}, selector = '#go') => {
    const press = pressed(response, selector);
    scene.fail({ press, ...failure });
    scene.settle(press);
  };
  return { failing, ...scene, find, pressed };
}

test('a press that a script fails at is told at once, and takes the press from dead-click', () => {
  const { pressed, fail, told, claimed, find } = setup();
  const press = pressed({ errors: 1 });
  fail({ kind: 'js', sign: 'js 1', press });
  expect(told).toMatchObject([{ name: 'error-click', at: 0, strength: 0.95, target: find('#go'), evidence: { kind: 'js', errors: 1, input: 'mouse' } }]);
  expect(claimed).toContain(press);
});

test('the later it fails, the less sure it is that the press did it', () => {
  const { pressed, fail, told, page } = setup();
  const press = pressed();
  page.advance(1500);
  fail({ kind: 'promise', press });
  expect(told[0]?.strength).toBeCloseTo(0.8);
});

test('a script that fails though the page went on troubles the visitor less', () => {
  const { told, failing } = setup();
  failing({ kind: 'js' }, { productive: true, alive: true });
  expect(told[0]?.strength).toBeCloseTo(0.65);
});

test.each([['http', 500], ['network', 0], ['http', 404]] as const)('a request that fails instead of an answer (%s %i)', (kind, status) => {
  const { failing, told } = setup();
  failing({ kind, status });
  expect(told).toMatchObject([{ strength: 0.7, evidence: { kind } }]);
});

test('a request that fails beside an answer, or beside what nobody can see, is nothing to the visitor', () => {
  const { pressed, fail, told, settle, failing } = setup();
  failing({}, { alive: true, productive: true });
  failing({}, { unknown: true });
  const press = pressed();
  fail({ press });
  settle(press, { alive: true, productive: true });
  expect(told).toEqual([]);
});

test('a message that an answer follows was advice', () => {
  const { pressed, fail, told, settle, find } = setup();
  const press = pressed({ alive: true });
  fail({ kind: 'message', target: find('#red'), press });
  settle(press, { alive: true, productive: true });
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('a request that never got out, to another origin', () => {
  const { pressed, request, settle, told, page } = setup();
  const press = pressed();
  page.advance(10);
  request({ responseStatus: 0, duration: 3, startTime: 5 });
  settle(press);
  expect(told).toMatchObject([{ strength: 0.7, evidence: { kind: 'network', dead: true } }]);
});

test('a counter that the visitor blocks takes nothing from a press that was answered, were it by advice', () => {
  const { pressed, request, settle, told, page } = setup();
  const press = pressed();
  page.advance(10);
  request({ responseStatus: 0, duration: 3, startTime: 5 });
  settle(press, { alive: true });
  expect(told).toEqual([]);
});

test.each([
  ['answered in private', { responseStatus: 0, duration: 80 }],
  ['of a browser that tells no status', { responseStatus: undefined, duration: 3 }],
  ['answered', { responseStatus: 200, duration: 3 }],
  ['for a picture', { responseStatus: 0, duration: 3, initiatorType: 'img' }],
])('a request %s is no failure', (_what, entry) => {
  const { pressed, request, settle, told } = setup();
  const press = pressed();
  request({ startTime: 0, ...entry });
  settle(press);
  expect(told).toEqual([]);
});

test('an error message as the answer', () => {
  const { pressed, fail, told, find } = setup();
  fail({ kind: 'message', target: find('#red'), press: pressed({ alive: true }) });
  expect(told).toMatchObject([{ strength: 0.7, evidence: { kind: 'message' } }]);
});

test('a form that says what is wrong with what was entered does what it should', () => {
  const { pressed, fail, told, find, failing } = setup();
  const press = pressed({ alive: true }, '#send');
  fail({ kind: 'message', target: find('#advice'), press });
  fail({ kind: 'message', target: find('#field'), press: pressed({ alive: true }) });
  fail({ kind: 'invalid', target: find('#field'), press });
  failing({ kind: 'http', status: 422 }, {}, '#send');
  expect(told).toEqual([]);
  failing({ kind: 'http', status: 503 }, {}, '#send');
  expect(told).toHaveLength(1);
});

test('a switch that snaps back was not saved', () => {
  const { press, settle, told } = setup();
  settle(press({ control: 'stateful' }), { alive: true });
  settle(press({ control: 'stateful' }), { alive: true, productive: true });
  settle(press({ control: 'stateful' }), { alive: true, unknown: true });
  settle(press({ control: 'effectful' }), { alive: true });
  expect(told).toMatchObject([{ strength: 0.6, evidence: { kind: 'undone' } }]);
});

test('several failures of one press are one signal, as sure as the surest', () => {
  const { pressed, fail, told, settle } = setup();
  const press = pressed();
  fail({ kind: 'js', sign: 'js 1', press });
  fail({ kind: 'http', sign: 'http 1', status: 500, press });
  settle(press);
  expect(told).toMatchObject([{ strength: 0.95, evidence: { kind: 'js' } }]);
});

test('a failure that comes again by itself was not the press’s doing', () => {
  const { pressed, fail, told } = setup();
  fail({ kind: 'js', sign: 'js 1' });
  expect(told).toEqual([]);
  fail({ kind: 'js', sign: 'js 2', press: pressed() });
  fail({ kind: 'js', sign: 'js 2' });
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('a failing press that nothing answers is one signal that says both', () => {
  const both: Detector = { name: 'error-click', family: 'pointer', start: (watch, emit) => [errorClick(), deadClick()].forEach((each) => each.start(watch, emit)) };
  const { pressed, fail, told, settle } = setup(both);
  const press = pressed();
  fail({ kind: 'js', press });
  settle(press);
  expect(told).toMatchObject([{ name: 'error-click', evidence: { dead: true } }]);
});

test('the third into the same failure is the loop’s, and hammering is rage’s', () => {
  const both: Detector = { name: 'error-click', family: 'pointer', start: (watch, emit) => [errorLoop(), errorClick()].forEach((each) => each.start(watch, emit)) };
  const { pressed, fail, told, page, watch, failing, settle } = setup(both);
  for (let times = 0; times < 3; times++) {
    failing({});
    page.advance(3000);
  }
  expect(told.map(({ name }) => name)).toEqual(['error-click', 'error-click', 'error-loop']);
  const press = pressed();
  watch.claim([press]);
  fail({ sign: 'http 2', press });
  settle(press);
  expect(told).toHaveLength(3);
});

test('text, fields and ignored places promise nothing', () => {
  const { press, fail, told, ignored, find } = setup();
  for (const control of ['text', 'decor', 'editable'] as const) fail({ kind: 'js', press: press({ control }) });
  ignored.add(find('#go'));
  fail({ kind: 'js', press: press({ target: find('#go') }) });
  expect(told).toEqual([]);
});
