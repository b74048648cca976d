import { expect, test } from 'vitest';
import { scrollHunt } from '../../src/detect/scrollHunt';
import { element, watchWith } from './fakeWatch';

const setup = () => {
  const made = watchWith(scrollHunt());
  const target = element();
  /** From one end to the other, in so many ms. */
  const through = (ms = 3000, change: object = {}) => {
    made.scroll({ target, turned: true, legPx: 300, ...change });
    made.page.advance(ms);
    made.scroll({ target, legPx: 4500, ...change });
  };
  made.scroll({ target });
  return { ...made, through, target };
};

test('down, up and down again through the whole page', () => {
  const { through, told, target } = setup();
  for (let times = 0; times < 3; times++) through();
  expect(told).toMatchObject([{ name: 'scroll-hunt', at: 0, strength: 0.5, target, evidence: { n: 3, spanMs: 9000 } }]);
  through();
  expect(told).toHaveLength(1);
  expect(told[0]?.strength).toBeCloseTo(0.6);
});

test.each([
  ['reading it through', 12_000, {}],
  ['a page of one and a half screens', 3000, { rangePx: 1000, legPx: 900 }],
  ['half of it', 3000, { legPx: 2500 }],
  ['what scrolls by itself', 3000, { byHand: false }],
])('%s is no search', (_why, ms, change) => {
  const { through, told } = setup();
  for (let times = 0; times < 6; times++) through(ms, change);
  expect(told).toEqual([]);
});

test('a list that grows has no end to look at', () => {
  const { through, told } = setup();
  for (let times = 0; times < 6; times++) through(3000, { rangePx: 5000 + times * 100 });
  expect(told).toEqual([]);
});

test('who read down slowly and looks something up again', () => {
  const { through, told } = setup();
  through(60_000);
  through();
  through();
  expect(told).toEqual([]);
});

test('who presses things has found something', () => {
  const { through, told, press } = setup();
  through();
  press();
  through();
  press();
  through();
  expect(told).toEqual([]);
});

test('one press on the way is still a search', () => {
  const { through, told, press } = setup();
  through();
  press();
  through();
  through();
  expect(told).toHaveLength(1);
});

test('another part of the page is another search, and one may ask to be forgiven', () => {
  const { through, told, scroll, ignored, target } = setup();
  through();
  through();
  scroll();
  through();
  expect(told).toEqual([]);
  ignored.add(target);
  through();
  through();
  expect(told).toEqual([]);
});
