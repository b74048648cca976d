// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { tabAway } from '../../src/detect/tabAway';
import { formScene } from './formScene';

afterEach(() => { Object.defineProperty(document, 'hidden', { value: false, configurable: true }); });

function setup(html = '<form><input id="a"><button></button></form><input id="free">') {
  const scene = formScene(tabAway(), html);
  const { page } = scene;
  function show(hidden: boolean): void {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    page.fire('visibilitychange');
  }
  return {
    ...scene, show,
    away(ms: number, thenMs = 5000) {
      show(true);
      page.advance(ms);
      show(false);
      page.advance(thenMs);
    },
  };
}

test('twice away for ten seconds in the middle of a form', () => {
  const { type, away, told } = setup();
  type('#a', 'Sam');
  away(10_000);
  expect(told).toEqual([]);
  away(20_000);
  expect(told[0]).toMatchObject({ name: 'tab-away', at: 15_000, evidence: { n: 2, ms: 20_000, errors: 0 } });
  expect(told[0]?.strength).toBeCloseTo(0.6);
});

test('in the middle of a step', () => {
  const { standing, away, told } = setup();
  standing.add('order/pay');
  away(10_000);
  away(10_000);
  expect(told).toHaveLength(1);
});

test('once, right after something failed', () => {
  const { type, press, fail, page, away, told } = setup();
  type('#a', 'Sam');
  fail({ press: press() });
  page.advance(20_000);
  away(10_000);
  expect(told[0]).toMatchObject({ evidence: { n: 1, errors: 1 } });
  expect(told[0]?.strength).toBeCloseTo(0.7);
});

test.each<[string, (scene: ReturnType<typeof setup>) => void]>([
  ['a glance', ({ type, away }) => { type('#a', 'x'); away(9999); away(9999); }],
  ['being away for the evening', ({ type, away }) => { type('#a', 'x'); away(1_800_001); away(1_800_001); }],
  ['now and then', ({ type, away }) => { type('#a', 'x'); away(20_000, 170_000); away(20_000, 170_000); }],
  ['having nothing to do here', ({ away }) => { away(20_000); away(20_000); }],
  ['a field without a form', ({ type, away }) => { type('#free', 'x'); away(20_000); away(20_000); }],
  ['a field that is empty again', ({ type, clear, away }) => { type('#a', 'x'); clear('#a'); away(20_000); away(20_000); }],
  ['a form that got through', ({ type, attempt, find, away }) => { type('#a', 'x'); attempt(find('form'), 'done'); away(20_000); away(20_000); }],
  ['a form that is gone', ({ type, find, away }) => { type('#a', 'x'); find('form').remove(); away(20_000); away(20_000); }],
  ['what a press opened', ({ type, press, away }) => { type('#a', 'x'); for (let i = 0; i < 3; i++) { press(); away(20_000); } }],
  ['a failure of nobody', ({ type, fail, away }) => { type('#a', 'x'); fail(); away(20_000); }],
  ['a failure long ago', ({ type, press, fail, page, away }) => { type('#a', 'x'); fail({ press: press() }); page.advance(30_000); away(20_000); }],
  ['leaving for good', ({ type, show, page }) => { type('#a', 'x'); for (let i = 0; i < 3; i++) { show(true); page.leave(); page.advance(20_000); show(false); } }],
  ['going back, and forward again', ({ type, show, page }) => { type('#a', 'x'); for (let i = 0; i < 3; i++) { page.leave(); show(true); page.advance(20_000); show(false); } }],
  ['where the host forgives', ({ type, ignored, away }) => { ignored.add(document.body); type('#a', 'x'); away(20_000); away(20_000); }],
])('%s is not going away', (_what, does) => {
  const scene = setup();
  does(scene);
  expect(scene.told).toEqual([]);
  expect(scene.page.errors).toEqual([]);
});

test('a code has to be fetched', () => {
  const { type, away, told } = setup('<form><input id="a"><input autocomplete="one-time-code"></form>');
  type('#a', 'x');
  away(20_000);
  away(20_000);
  expect(told).toEqual([]);
});
