// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { looksWrong } from '../../src/watch/looksWrong';

afterEach(() => { document.body.innerHTML = ''; });

test.each([
  ['red words', '<p style="color: rgb(179, 38, 30)">No</p>', true],
  ['dark red words on a pale ground', '<p style="color: rgb(88, 21, 28); background-color: rgb(248, 215, 218)">No</p>', true],
  ['white words on red', '<p style="color: rgb(255, 255, 255); background-color: rgb(211, 47, 47)">No</p>', true],
  ['a red box inside the region', '<p style="color: rgb(0, 0, 0)"><b style="border-top-color: rgb(220, 38, 38)">No</b></p>', true],
  ['black words', '<p style="color: rgb(33, 37, 41)">Saved</p>', false],
  ['white words on green', '<p style="color: rgb(255, 255, 255); background-color: rgb(46, 125, 50)">Saved</p>', false],
  ['blue words', '<p style="color: rgb(5, 81, 96)">Note</p>', false],
  ['a red that cannot be seen', '<p style="color: rgb(33, 37, 41); background-color: rgba(255, 0, 0, 0)">Saved</p>', false],
])('%s', (_what, html, wrong) => {
  document.body.innerHTML = html;
  expect(looksWrong(document.body.firstElementChild!)).toBe(wrong);
});

test.each([['oklch(0.577 0.245 27.325)', true], ['oklch(0.627 0.194 149.214)', false], ['oklch(0.2 0.01 27)', false], ['oklch(0.577 0.245 27.325 / 0)', false],
  ['oklab(0.577 0.218 0.112 / 0.8)', true], ['oklab(0.52 -0.14 0.108 / 0.5)', false], ['oklab(0.373 -0.00544 -0.0301 / 0.8)', false], ['oklab(0.5 2.98e-8 0)', false],
  ['color(display-p3 0.84 0.2 0.17)', true], ['color(display-p3 0 0.5 0.2)', false], ['color(srgb 1 0 0 / 0.8)', true], ['lab(50 -20 10)', false],
])('%s, as newer style sheets write it', (color, wrong) => {
  const region = { firstElementChild: null, ownerDocument: { defaultView: { getComputedStyle: () => ({ color }) } } } as unknown as Element;
  expect(looksWrong(region)).toBe(wrong);
});
