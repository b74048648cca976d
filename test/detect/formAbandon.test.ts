// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { formAbandon } from '../../src/detect/formAbandon';
import { formScene } from './formScene';

const ORDER = '<main><form id="order"><input id="name" name="name"><input id="mail" type="email"><select id="land"></select><input id="gift" type="checkbox"><textarea id="notes"></textarea><button id="send">Send</button><a id="cancel" href="/">Cancel</a></form><a id="logo" href="/">Shop</a></main>';

function setup(html = ORDER) {
  const scene = formScene(formAbandon(), html);
  const { page, find, press, settle } = scene;
  return {
    ...scene,
    pressOn: (selector: string) => press({ target: find<Element>(selector) }),
    /** Pressed, and what there is to be seen has been seen. */
    pressAndLook(selector: string, response = {}) {
      settle(press({ target: find<Element>(selector) }), response);
    },
    askFor: (url: string, more: object = {}) => page.fire('navigate', { currentTarget: page.window.navigation, destination: { url, sameDocument: false }, downloadRequest: null, navigationType: 'push', formData: null, ...more } as never),
    comeBack: () => page.fire('pageshow', { persisted: true } as never),
  };
}

test('a name is written, and the page is closed', () => {
  const { type, page, told, find } = setup();
  page.advance(1000);
  type('#name', 'Sam');
  type('#mail', 's@x.io');
  page.leave();
  expect(told).toMatchObject([{ name: 'form-abandon', at: 1000, strength: 0.575, target: find('#order'), evidence: { n: 2, count: 4, errors: 0, index: 1, field: 'text' } }]);
});

test('another page is asked for: told while this one is still there', () => {
  const { type, askFor, told } = setup();
  type('#name', 'Sam');
  askFor('https://shop.test/');
  expect(told).toHaveLength(1);
});

test('it was only a file: the visitor is still here', () => {
  const { type, askFor, page, told } = setup();
  type('#name', 'Sam');
  askFor('https://shop.test/terms.pdf');
  page.advance(5000);
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
  page.leave();
  expect(told).toMatchObject([{ strength: 0.5125, evidence: expect.not.objectContaining({ hiccup: true }) as unknown }]);
});

test('the longer and the harder it was, the surer', () => {
  const { type, find, active, attempt, page, told } = setup();
  type('#name', 'Sam');
  active(30_001);
  type('#name', 'S');
  attempt(find('#order'), 'failed');
  page.leave();
  expect(told).toMatchObject([{ evidence: { errors: 1, ms: 30_001 } }]);
  expect(told[0]?.strength).toBeCloseTo(0.45 + 0.25 / 4 + 0.15 + 0.1);
});

test('fields in a box with a button are a form', () => {
  const { type, page, told } = setup('<main><section><p><input id="a"></p><p><input id="b"></p><button>Go</button></section></main>');
  type('#a', 'abc');
  page.leave();
  expect(told).toMatchObject([{ target: document.querySelector('section') }]);
});

test.each<[string, (scene: ReturnType<typeof setup>) => void]>([
  ['a slip of the finger', ({ type }) => type('#name', 'ab')],
  ['what was written and taken away', ({ type, clear }) => { type('#name', 'Sam'); clear('#name'); }],
  ['what a browser filled in', ({ autofill }) => { autofill('#name', 'Sam'); autofill('#mail', 's@x.io'); autofill('#land', ''); }],
  ['a form that was sent', ({ type, find, attempt }) => { type('#name', 'Sam'); attempt(find('#order'), 'begun'); }],
  ['a form that got through', ({ type, find, attempt, page }) => { type('#name', 'Sam'); attempt(find('#order'), 'done'); page.advance(60_000); }],
  ['a page that a button of the form asked for', ({ type, pressOn, page }) => { type('#name', 'Sam'); pressOn('#send'); page.advance(3000); }],
  ['a reload by key', ({ type, key }) => { type('#name', 'Sam'); key('F5'); }],
  ['a reload by the page', ({ type, askFor }) => { type('#name', 'Sam'); askFor('https://shop.test/', { navigationType: 'reload' }); }],
  ['where the host forgives', ({ type, ignored, find }) => { ignored.add(find('#name')); type('#name', 'Sam'); }],
])('%s is not abandoned', (_what, does) => {
  const scene = setup();
  does(scene);
  scene.page.leave();
  expect(scene.told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
  expect(scene.page.errors).toEqual([]);
});

test.each<[string, object]>([
  ['a mail', { destination: { url: 'mailto:a@b.c', sameDocument: false } }],
  ['a place in this page', { destination: { url: 'https://shop.test/#a', sameDocument: true } }],
  ['a download', { downloadRequest: 'terms.pdf' }],
  ['a form that a script sends', { formData: {} }],
  ['where a frame goes', { currentTarget: {} }],
])('%s leads nowhere else', (_what, more) => {
  const { type, askFor, told } = setup();
  type('#name', 'Sam');
  askFor('https://shop.test/', more);
  expect(told).toEqual([]);
});

test.each([
  ['login', '<form><input id="a"><input type="password"></form>'],
  ['search', '<form role="search"><input id="a"></form>'],
  ['newsletter', '<form><input id="a" type="email"></form>'],
])('a %s is left in passing', (_what, html) => {
  const { type, page, told } = setup(html);
  type('#a', 's@x.io');
  page.leave();
  expect(told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
});

test('what is looked for in one line, and found by the page', () => {
  const { type, askFor, told } = setup('<form><input id="a" name="s"><button>Go</button></form>');
  type('#a', 'lamp');
  askFor('https://shop.test/lamps');
  expect(told.filter(({ strength }) => strength >= 0.5)).toEqual([]);
});

test('one long text is a form', () => {
  const { type, page, told } = setup('<form><textarea id="a"></textarea><button>Send</button></form>');
  type('#a', 'It came broken');
  page.leave();
  expect(told).toMatchObject([{ strength: 0.7 }]);
});

test('choices alone are a form where they can be sent', () => {
  for (const [button, times] of [['', 0], ['<button type="button">More</button>', 0], ['<button>Send</button>', 1]] as const) {
    const { find, choose, askFor, page, told } = setup(`<form><input id="a" type="checkbox"><input id="b" type="checkbox">${button}</form>`);
    for (const id of ['#a', '#b']) {
      find(id).checked = true;
      choose(id);
    }
    askFor('https://shop.test/product');
    expect(told).toHaveLength(times);
    page.finish();
  }
});

const PARTS = '<form id="who"><input id="name"><input id="mail"></form><form id="pay"><input id="card"><button id="buy">Buy</button></form><a id="logo" href="/">Shop</a>';

test('going on to the next form of the page is no leaving', () => {
  const { type, active, pressOn, told } = setup(PARTS);
  type('#name', 'Sam');
  active(61_000);
  type('#card', '4242');
  pressOn('#card');
  expect(told).toEqual([]);
});

test('one button sends all the forms of a page', () => {
  const { type, attempt, find, page, told } = setup(PARTS);
  type('#name', 'Sam');
  type('#card', '4242');
  attempt(find('#pay'), 'begun');
  page.leave();
  expect(told).toEqual([]);
});

test('a search takes no other form along', () => {
  const { type, attempt, find, page, told } = setup(PARTS);
  type('#name', 'Sam');
  attempt(find('#pay'), 'begun', { kind: 'search' });
  page.leave();
  expect(told).toHaveLength(1);
});

test('sent, refused, and left by a link', () => {
  const { type, pressOn, attempt, find, page, told } = setup();
  type('#name', 'Sam');
  pressOn('#send');
  attempt(find('#order'), 'begun');
  attempt(find('#order'), 'failed');
  page.leave();
  expect(told).toMatchObject([{ evidence: { errors: 1 } }]);
});

test('a button that does nothing, and a link in the form, do not go on', () => {
  for (const does of [(s: ReturnType<typeof setup>) => s.pressAndLook('#send'), (s: ReturnType<typeof setup>) => s.pressOn('#cancel')]) {
    const scene = setup();
    scene.type('#name', 'Sam');
    does(scene);
    scene.page.leave();
    expect(scene.told).toHaveLength(1);
    scene.page.finish();
  }
});

test('put away by something outside it', () => {
  const { type, find, pressAndLook, told } = setup();
  type('#name', 'Sam');
  find('#order').remove();
  pressAndLook('#logo');
  expect(told).toHaveLength(1);
});

test('put away by a button of its own, as a wizard does with a step', () => {
  const { type, find, press, settle, page, told } = setup();
  type('#name', 'Sam');
  const next = press({ target: find<Element>('#send') });
  find('#order').remove();
  settle(next, { alive: true });
  page.leave();
  expect(told).toEqual([]);
});

test('the next step of a workflow in another path', () => {
  const { type, find, standing, page, told } = setup();
  standing.add('order/address');
  type('#name', 'Sam');
  find('#order').remove();
  standing.clear();
  standing.add('order/pay');
  page.goTo('/pay');
  page.paint();
  expect(told).toEqual([]);
});

test('another place in the site, without a page load', () => {
  const { type, find, page, told } = setup();
  type('#name', 'Sam');
  find('#order').remove();
  page.goTo('/news');
  page.paint();
  expect(told).toHaveLength(1);
});

test('a form that is rendered anew is the same', () => {
  const { type, find, pressAndLook, page, told } = setup();
  type('#name', 'Sam');
  find('#order').outerHTML = ORDER;
  pressAndLook('#logo');
  expect(told).toEqual([]);
  page.leave();
  expect(told).toMatchObject([{ target: find('#order') }]);
});

test('a minute of doing other things in the page, and back', () => {
  const { type, active, pressOn, told } = setup();
  type('#name', 'Sam');
  active(60_000);
  pressOn('#logo');
  expect(told).toEqual([]);
  active(1);
  pressOn('#logo');
  expect(told).toHaveLength(1);
  type('#name', ' Lee');
  expect(told).toMatchObject([{ strength: 0, evidence: { hiccup: true } }]);
});

test('a minute away, and on with the form', () => {
  const { type, page, pressOn, told } = setup();
  type('#name', 'Sam');
  page.advance(90_000);
  pressOn('#logo');
  expect(told).toEqual([]);
});

test('a page that comes back as it was takes it back, and is left only once', () => {
  const { type, page, comeBack, told } = setup();
  type('#name', 'Sam');
  page.leave();
  comeBack();
  expect(told).toMatchObject([{ strength: 0 }]);
  page.leave();
  page.leave();
  expect(told).toMatchObject([{ strength: 0.5125, amended: 2 }]);
});

test('only the last eight forms are followed', () => {
  const { type, page, told } = setup(Array.from({ length: 10 }, (_, i) => `<form><input id="f${i}"></form>`).join(''));
  for (let i = 0; i < 10; i++) type(`#f${i}`, 'abc');
  page.leave();
  expect(told).toHaveLength(8);
});
