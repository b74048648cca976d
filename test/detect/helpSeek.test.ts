// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { helpSeek } from '../../src/detect/helpSeek';
import { watchWith } from './fakeWatch';

beforeEach(() => {
  history.replaceState({}, '', '/cart');
  document.body.innerHTML = '';
});

const setup = (html = '<button></button>') => {
  document.body.innerHTML = html;
  return { ...watchWith(helpSeek()), target: document.body.firstElementChild! };
};

test.each([
  '<a href="/help"></a>', '<a href="https://help.shop.test/"></a>', '<a href="/faq.html"></a>', '<a href="/contact-us"></a>', '<a href="/de/hilfe#versand"></a>', '<a href="/es/ayuda/"></a>',
  '<a href="/support-center/topics"></a>', '<a href="mailto:support@shop.test"></a>', '<a href="/page?help"></a>', '<a rel="help" href="/x"></a>', '<button>?</button>', '<button> ？ </button>',
])('%s leads to help', (html) => {
  const { press, told, target } = setup(html);
  press({ target });
  expect(told).toMatchObject([{ name: 'help-seek', strength: 0.5, target, evidence: { kind: 'help', input: 'mouse' } }]);
});

test.each([
  '<a href="/contact-lenses"></a>', '<a href="/search?q=help"></a>', '<a href="/shop/helpful-tools"></a>', '<a href="/supporters"></a>', '<button>Really?</button>', '<p>Do you need help?</p>', '<a href="/cart"></a>',
])('%s does not', (html) => {
  const { press, told, target } = setup(html);
  press({ target });
  expect(told).toEqual([]);
});

test('cards that all say “?” are a game', () => {
  const cards = '<li><button>?</button></li>'.repeat(6);
  const { press, told } = setup(`<ul>${cards}</ul>`);
  press({ target: document.querySelector('button')! });
  expect(told).toEqual([]);
});

test('what the host names help is help', () => {
  const { press, told, target, names } = setup();
  names.set(target, ['footer', 'help-button']);
  press({ target });
  expect(told).toHaveLength(1);
});

test('writing and sending in a form for questions is no search for help', () => {
  const { press, told, names } = setup('<form><input><button>Send</button></form>');
  names.set(document.querySelector('form')!, ['contact-form']);
  for (const [selector, control] of [['input', 'editable'], ['button', 'effectful']] as const) {
    const target = document.querySelector(selector)!;
    names.set(target, ['contact-form']);
    press({ target, control });
  }
  const text = document.body.appendChild(document.createElement('p'));
  names.set(text, ['help']);
  press({ target: text, control: 'text' });
  expect(told).toEqual([]);
});

test('a press on what stands in a link is a press on the link', () => {
  const { press, told, target } = setup('<a href="/help"><svg></svg></a>');
  press({ target: target.firstElementChild! });
  expect(told).toMatchObject([{ target }]);
});

test('in the middle of a step it is surer, and after trouble surer still', () => {
  const { press, settle, told, target, standing, page } = setup('<a href="/help"></a>');
  standing.add('order/pay');
  settle(press());
  page.advance(1000);
  press({ target });
  expect(told[0]?.strength).toBeCloseTo(0.9);
});

test('trouble of a minute ago is over, and a failure that nobody caused is nobody\'s', () => {
  const { press, fail, told, target, page } = setup('<a href="/help"></a>');
  fail({ press: press() });
  page.advance(60_001);
  fail();
  press({ target });
  expect(told[0]?.strength).toBe(0.5);
});

test('the key for help', () => {
  const { page, told } = setup();
  page.fire('keydown', { key: 'F1', composedPath: () => [document.body] } as never);
  expect(told).toMatchObject([{ strength: 0.5, evidence: { kind: 'help', input: 'key' } }]);
});

test('looking for a word in the page is worth telling in the middle of a step', () => {
  const { page, told, standing } = setup();
  const find = (change: object = {}) => page.fire('keydown', { key: 'f', ctrlKey: true, composedPath: () => [document.body], ...change } as never);
  find();
  find({ repeat: true });
  find({ shiftKey: true });
  expect(told).toMatchObject([{ strength: 0.35, evidence: { kind: 'find' } }]);
  standing.add('order/pay');
  find({ ctrlKey: false, metaKey: true });
  expect(told[1]?.strength).toBeCloseTo(0.55);
});

test('the focus that goes into a chat', () => {
  const { page, told } = setup();
  const frame = document.createElement('iframe');
  frame.setAttribute('src', 'about:blank#/chat/');
  Object.defineProperty(document, 'activeElement', { value: frame, configurable: true });
  page.fire('blur');
  page.paint();
  Reflect.deleteProperty(document, 'activeElement');
  expect(told).toMatchObject([{ target: frame, evidence: { kind: 'help' } }]);
});

test.each(['/help/orders', '/docs/start'])('browsing in %s is no search for help', (path) => {
  history.replaceState({}, '', path);
  const { press, told, target } = setup('<a href="/help"></a>');
  press({ target });
  expect(told).toEqual([]);
});

test('a link that asks to be forgiven', () => {
  const { press, told, target, ignored } = setup('<a href="/help"></a>');
  ignored.add(target);
  press({ target });
  expect(told).toEqual([]);
});
