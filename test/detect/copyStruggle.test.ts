// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { copyStruggle } from '../../src/detect/copyStruggle';
import { watchWith } from './fakeWatch';

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.innerHTML = '';
});

const TEXT = '<p id="text">The order number is 2291-XK, please keep it.</p><p id="other">Another paragraph, with other words in it.</p>';

function setup(html = TEXT) {
  document.body.innerHTML = html;
  const scene = watchWith(copyStruggle());
  const find = (selector: string) => document.querySelector(selector)!;
  function tell(type: 'pointerup' | 'copy', target: Element): void {
    const event = new Event(type, { bubbles: true, composed: true });
    window.addEventListener(type, () => scene.page.fire(type, event as never), { capture: true, once: true });
    target.dispatchEvent(event);
    scene.page.paint();
  }
  function select(selector: string, from: number, to: number, gapMs = 1000): void {
    const target = find(selector);
    const text = target.firstChild!;
    document.getSelection()?.setBaseAndExtent(text, from, text, to);
    scene.page.fire('selectionchange');
    tell('pointerup', target);
    scene.page.advance(gapMs);
  }
  return { ...scene, find, select, tell, copy: (selector: string) => tell('copy', find(selector)) };
}

test('the same words selected four times within ten seconds, and not copied', () => {
  const { select, told, find } = setup();
  for (const from of [18, 20, 19]) select('#text', from, 30);
  expect(told).toEqual([]);
  select('#text', 20, 31);
  expect(told).toMatchObject([{ name: 'copy-struggle', at: 0, strength: 0.5, target: find('#text'), evidence: { kind: 'restart', n: 3, spanMs: 3000 } }]);
  select('#text', 20, 29);
  expect(told).toMatchObject([{ strength: 0.6, evidence: { n: 4 } }]);
});

test('copied after all, it was a hiccup', () => {
  const { select, copy, told } = setup();
  for (const from of [18, 20, 19, 21]) select('#text', from, 30);
  copy('#text');
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
  for (const from of [18, 20, 19]) select('#text', from, 30);
  expect(told).toHaveLength(1);
});

test('presses on other things leave what is selected as it is', () => {
  const { select, told, tell, find, page } = setup(`${TEXT}<button>More</button>`);
  select('#text', 18, 30);
  for (let times = 0; times < 6; times++) {
    tell('pointerup', find('button'));
    page.advance(1000);
  }
  expect(told).toEqual([]);
});

test('whoever marks what they read marks other words each time', () => {
  const { select, told } = setup();
  for (const from of [0, 8, 16, 24, 32]) select('#text', from, from + 7);
  for (const name of ['#text', '#other', '#text', '#other', '#text']) select(name, 0, 12);
  expect(told).toEqual([]);
});

test('a double or triple click is one selection', () => {
  const { select, told } = setup();
  for (let times = 0; times < 6; times++) select('#text', 0, 10 + times, 150);
  expect(told).toEqual([]);
});

test('slowly is reading, and a click that selects nothing is none', () => {
  const { select, told } = setup();
  for (let times = 0; times < 5; times++) select('#text', 0, 10, 4000);
  for (let times = 0; times < 5; times++) select('#text', 5, 5);
  expect(told).toEqual([]);
});

test('code is selected in pieces', () => {
  const { select, told } = setup('<pre id="text">npm install something-or-other</pre>');
  for (let times = 0; times < 5; times++) select('#text', 0, 20);
  expect(told).toEqual([]);
  select('#text', 0, 20);
  expect(told).toMatchObject([{ strength: 0.5, evidence: { n: 5 } }]);
});

test('editors are for selecting', () => {
  const { select, told } = setup('<div contenteditable="true" id="text">Write here, and again</div>');
  for (let times = 0; times < 6; times++) select('#text', 0, 10);
  expect(told).toEqual([]);
});

test('an error message copied is about to be searched for', () => {
  const { select, copy, told, find } = setup('<div role="alert" id="box"><p id="text" style="color: rgb(179, 38, 30)">Error 0x80070057 at line 1</p></div>');
  select('#text', 0, 16);
  copy('#text');
  expect(told).toMatchObject([{ strength: 0.7, target: find('#box'), evidence: { kind: 'error', n: 1 } }]);
});

test.each([['a message that is not dressed as an error', '<p role="status" id="text" style="color: rgb(20, 90, 40)">Your code is SAVE20, enjoy</p>'], ['plain text', TEXT]])('%s may be copied', (_what, html) => {
  const { select, copy, told } = setup(html);
  select('#text', 0, 16);
  copy('#text');
  expect(told).toEqual([]);
});

test('a place may be ignored', () => {
  const { select, copy, told, ignored, find } = setup('<p role="alert" id="text" style="color: red">Error 0x80070057 at line 1</p>');
  ignored.add(find('#text'));
  for (let times = 0; times < 5; times++) select('#text', 0, 10);
  copy('#text');
  expect(told).toEqual([]);
});
