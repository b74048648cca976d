// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsPath } from '../../src/browser/path';
import { createPlaces } from '../../src/browser/places';
import { safeUrl } from '../../src/nudge/safeUrl';
import { builtInRules } from '../../src/rules/builtIn';
import { parseRules, readRules } from '../../src/rules/read';
import type { RulesRead } from '../../src/parts';
import { createFakePage } from '../support/fakePage';
import { good } from './corpus';
import { waysInto } from './waysInto';

const everything = good[1]?.[1];

const withNudge = (nudge: object): object => ({ rules: [{ id: 'help', nudge: { template: 'tooltip', title: 'Stuck?', ...nudge } }] });

/** Refused: it says so, in few words, and what was wrong is nowhere in the rules. */
function expectRefused({ rules, problems }: RulesRead): void {
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(100);
  for (const { path, message } of problems) expect([path.length <= 300, message.length <= 1500]).toEqual([true, true]);
  expect(rules.rules.every(({ nudge }) => nudge?.title !== 'Stuck?')).toBe(true);
}

function without(value: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

// ---------------------------------------------------------------- keys of the prototype

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])('an own key %s is refused wherever keys are known, and changes no object', (key) => {
  const objects = waysInto({ everything }).map(({ value }) => value).filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  for (const index of objects.keys()) {
    const file = structuredClone({ everything });
    const copy = waysInto(file).map(({ value }) => value).filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))[index] as object;
    Object.defineProperty(copy, key, { value: { status: 'live', polluted: true }, enumerable: true, configurable: true, writable: true });
    const { problems } = parseRules(JSON.stringify(file.everything), 'f');
    expect(problems.map(({ path }) => path).filter((path) => path.includes(key)).length).toBeGreaterThan(0);
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a name that every object has by birth is nobody’s name until it is given', () => {
  const lines = (file: object) => readRules(file, 'f').problems.map(({ path }) => path);
  expect(lines({ rules: [{ id: 'a', who: { segment: 'constructor' } }, { id: 'b', where: { workflow: 'constructor' } }, { id: 'c', where: { page: 'constructor' } }] }))
    .toEqual(['rules[0].who.segment', 'rules[1].where.workflow', 'rules[2].where.page']);
  const { rules, problems } = readRules({ segments: { constructor: { attribute: 'constructor', is: 1 } }, rules: [{ id: 'constructor', who: { segment: 'constructor' } }] }, 'f');
  expect([problems, Object.keys(rules.segments), rules.rules[0]?.who]).toEqual([[], ['constructor'], { kind: 'all', segment: 'constructor', of: [rules.segments['constructor']] }]);
});

test('a page that adds to every object does not write the rules', () => {
  const plain = readRules(everything, 'f');
  const added = { status: 'paused', where: {}, unless: 7, extend: () => 1 };
  Object.assign(Object.prototype, added);
  try {
    expect(readRules(everything, 'f')).toEqual(plain);
  } finally {
    for (const key of Object.keys(added)) Reflect.deleteProperty(Object.prototype, key);
  }
});

// ---------------------------------------------------------------- numbers

/** Every number within a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(numbersIn) : [];
}

test('however huge or wrong a number is, none in the rules is: but for the limits that have no end', () => {
  const places = waysInto(everything);
  const huge = fc.constantFrom<unknown>(1e308, -1e308, NaN, Infinity, -Infinity, 2 ** 53, -0, 5e-324, 1e21, '999999w', '1e9s', '999999999s', '0.0001s', 10n);
  fc.assert(fc.property(fc.constantFrom(...places), huge, (place, value) => {
    const file = structuredClone(everything);
    place.put(file, value);
    const { rules } = readRules(file, 'f');
    const numbers = numbersIn([without(rules, 'limits', 'rules'), rules.rules.map((rule) => without(rule, 'limits'))]);
    expect(numbers.every((number) => Number.isFinite(number) && Math.abs(number) <= 1e15)).toBe(true);
    expect(numbersIn([rules.limits, rules.rules.map(({ limits }) => limits)]).every((number) => number >= 0 && !Number.isNaN(number))).toBe(true);
  }), { numRuns: 1000 });
  expectRefused(parseRules('{ "rules": [{ "id": "help", "help": { "score": 1e999 }, "nudge": { "template": "tooltip", "title": "Stuck?" } }] }', 'f'));
});

// ---------------------------------------------------------------- size and depth

const TEN_MB = 'x'.repeat(10_000_000);

test('ten million letters are refused, as a file and wherever text may stand in an object', () => {
  expectRefused(parseRules(TEN_MB, 'f'));
  expectRefused(parseRules(JSON.stringify(withNudge({ title: TEN_MB })), 'f'));
  for (const part of [{ title: TEN_MB }, { body: { en: TEN_MB } }, { ctas: [{ label: 'x', do: 'open-url', target: `/${TEN_MB}` }] }, { [TEN_MB]: 1 }]) expectRefused(readRules(withNudge(part), 'f'));
});

test('what is said of a long text is short', () => {
  const long = 'x'.repeat(200_000);
  expectRefused(readRules({ ...withNudge({ title: long }), [long]: 1 }, 'f'));
  expectRefused(readRules({ places: { pages: { [long]: { path: long } } }, rules: [{ id: 'a', where: { page: long } }] }, 'f'));
  expectRefused(readRules({ rules: Array.from({ length: 200 }, () => ({ id: long.slice(0, 900), [`${long.slice(0, 900)}${Math.random()}`]: { a: long.slice(0, 900) } })) }, 'f'));
});

test('what is said of a file does nothing to the terminal that prints it', () => {
  const acting = '\u001b]0;owned\u0007\u009b31m\r\n\u202eevil\u2066\u0000\u007f';
  const files = [{ [acting]: 1 }, { rules: [{ id: acting }] }, { rules: [{ id: 'a', [acting]: { [acting]: 1 } }] }, { rules: [{ id: 'a', who: { [acting]: 1 } }] }, { places: { pages: { [acting]: { path: acting } } }, rules: [{ id: 'a', where: { page: acting } }] }];
  const said = [...files.map((file) => readRules(file, 'f')), ...[...acting].map((sign) => parseRules(`{${sign}`, 'f'))].flatMap(({ problems }) => problems.flatMap(({ path, message }) => [path, message]));
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((text) => /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text))).toEqual([]);
});

const deepText = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

test.each([10, 1000, 3000, 10_000, 100_000])('%i levels of nesting are refused wherever they stand', (depth) => {
  for (const [open, close] of [['[', ']'], ['{"not":', '}'], ['{"all":[', ']}'], ['{"title":', '}']] as const) {
    const deep = deepText(open, close, depth);
    expectRefused(parseRules(deep, 'f'));
    for (const key of ['who', 'unless', 'note', 'where', 'nudge', 'then']) expectRefused(parseRules(`{"rules":[{"id":"help","nudge":{"template":"tooltip","title":"Stuck?"},"${key}":${deep}}]}`, 'f'));
    expectRefused(parseRules(`{"segments":{"a":${deep}},"rules":[{"id":"help","who":{"segment":"a"}}]}`, 'f'));
    expectRefused(parseRules(deep.slice(0, -1), 'f'));
  }
});

test('an object that is nested deep, or holds itself, is refused', () => {
  let deep: object = {};
  for (let level = 0; level < 10_000; level++) deep = { not: deep };
  expectRefused(readRules({ rules: [{ id: 'help', who: deep }] }, 'f'));
  const ring: Record<string, unknown> = { id: 'help' };
  ring['who'] = { all: [ring] };
  expectRefused(readRules({ rules: [ring] }, 'f'));
  const list: unknown[] = [];
  list.push(list);
  expectRefused(readRules(list, 'f'));
});

test('an object with traps is refused', () => {
  const thrown = () => { throw new Error('no'); };
  const traps = [
    { get rules() { return thrown(); } }, { rules: [{ get id() { return thrown(); } }] }, { rules: [{ id: 'help', toJSON: thrown }] },
    new Proxy({ rules: [{ id: 'help' }] }, { ownKeys: thrown }), new Proxy({}, { get: thrown }), { rules: new Proxy([{ id: 'help' }], { get: thrown }) },
    { rules: [{ id: 'help', nudge: { template: 'tooltip', title: { toString: thrown } } }] }, { rules: [{ id: 'help', nudge: { template: 'tooltip', title: () => 'Stuck?' } }] },
    { rules: [{ id: 'help', nudge: { template: 'tooltip', title: new String('Stuck?') } }] }, { rules: [{ id: Symbol('help') }] }, { rules: [{ id: 1n }] }, { rules: { length: 1, 0: { id: 'help' } } },
  ];
  for (const trap of traps) expectRefused(readRules(trap, 'f'));
});

test('segments that double with each other are refused before anybody asks them', () => {
  const doubling = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`s${index}`, index ? { all: [{ segment: `s${index - 1}` }, { segment: `s${index - 1}` }] } : { attribute: 'a', is: 1 }]));
  const { rules, problems } = readRules({ segments: doubling, rules: [{ id: 'help', who: { segment: 's39' } }] }, 'f');
  expect(rules.rules).toEqual([]);
  expect(problems[0]).toMatchObject({ path: 'segments.s5', message: expect.stringContaining('at most 100 tests') as unknown });
});

test('segments in a long chain, forwards or backwards, are read or refused', () => {
  for (const way of [1, -1]) {
    const chain = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`s${index}`, { segment: `s${index + way}` }]));
    expectRefused(readRules({ segments: chain, rules: [{ id: 'help', who: { segment: 's250' } }] }, 'f'));
  }
});

test('a thousand names for one thing are refused', () => {
  const many = (value: unknown) => Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`n${index}`, value]));
  for (const part of [{ places: { pages: many({ path: '/a' }) } }, { places: { elements: many({ find: 'a' }) } }, { places: { workflows: many({ steps: [{ id: 'a', page: '/a' }] }) } }, { segments: many({ attribute: 'a', is: 1 }) }]) {
    const { rules, problems } = readRules({ ...part, ...withNudge({}) }, 'f');
    expect([rules, problems.map(({ message }) => message.replace(/^{.*}/, ''))]).toEqual([builtInRules, expect.arrayContaining([expect.stringContaining('at most 500 entries')])]);
  }
});

test('two hundred rules that are wrong in every way are told of in a moment', () => {
  const names = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${'n'.repeat(36)}${index}`, { path: '/a' }]));
  const wrong = Array.from({ length: 200 }, (_, index) => ({ id: `r${index}`, where: { page: `${'n'.repeat(30)}x${index}` } }));
  const before = performance.now();
  expect(readRules({ places: { pages: names }, rules: wrong }, 'f').problems).toHaveLength(100);
  // a hundred times what it takes
  expect(performance.now() - before).toBeLessThan(5000);
});

// ---------------------------------------------------------------- selectors and patterns

test('a selector that nobody can parse finds nothing, keeps no other from finding, and says so', () => {
  document.body.innerHTML = '<form><button class="pay">Pay</button></form>';
  const find = [':::', 'a[', ':has(', ' >>> ', 'a >>> ', '*|', '[a="', '\\', '/*', '.pay'];
  const { rules, problems } = readRules({ places: { elements: { pay: { find } } }, rules: [{ id: 'help', where: { element: 'pay' } }] }, 'f');
  expect(problems).toEqual([]);
  const page = createFakePage();
  const places = createPlaces(page, rules);
  const button = document.querySelector('button')!;
  expect(places.find('pay')).toBe(button);
  expect(places.names(button)).toEqual(['pay']);
  expect(page.errors.length).toBeGreaterThan(0);
});

/** How many times as long it takes when there is so many times as much. The quickest of five counts, and what is too quick to be measured is taken as a fifth of a millisecond. */
function growth(work: (size: number) => void, small: number, large: number): number {
  const took = (size: number) => {
    const rounds = Array.from({ length: 5 }, () => {
      const before = performance.now();
      work(size);
      return performance.now() - before;
    });
    return Math.min(...rounds);
  };
  took(small);
  return took(large) / Math.max(0.2, took(small));
}

test('no pattern takes more than one pass over a path, however many stars it has', () => {
  const patterns = ['/*'.repeat(100), '/**'.repeat(66), `/${'*'.repeat(199)}`, '/:a*'.repeat(50), `${'/*'.repeat(99)}/x`, '/a*a*a*a*a*a*a*a*a*a*a*a*a*b', '/(a+)+$', '/a/'.repeat(66)];
  for (const pattern of patterns) {
    const { problems } = readRules({ rules: [{ id: 'help', where: { page: pattern } }] }, 'f');
    if (problems.length) continue;
    for (const part of ['/a', '/', 'a', '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!']) {
      // 16 times as much: 16 when it is one pass, 256 when it is one in the other
      expect(growth((size) => { fitsPath(pattern, `/${part.repeat(size)}`); }, 2000, 32_000)).toBeLessThan(100);
    }
  }
});

test('no text makes its own check slow', () => {
  const attacks = ['a', ' ', '<', '<a', '1', 'a-', 'a.', '*.', '/a', '-', 'app:', '20', ':', 'A/', '{', '\n', 'é', '😀', '"', '\\'];
  // what else stands there decides whether these are read at all
  const kept = ['open-url', 'app-event', 'focus-element', 'snooze', 'typing', 'tooltip'];
  const texts = waysInto(everything).filter(({ value }) => typeof value === 'string' && !kept.includes(value));
  const check = (attack: string) => (size: number) => {
    const file = structuredClone(everything);
    for (const { put } of texts) put(file, `${attack.repeat(size / attack.length)}!`);
    expect(readRules(file, 'f').problems.slice(0, 1)).not.toMatchObject([{ path: '' }]);
  };
  for (const attack of attacks) expect([attack, growth(check(attack), 160, 2560) < 100]).toEqual([attack, true]);
});

// ---------------------------------------------------------------- links

const TRICKS = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', '\tjavascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', 'java\u0000script:alert(1)', '\u0000javascript:alert(1)', '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)', '&#106;avascript:alert(1)', 'javascript&#58;alert(1)', '\\u006aavascript:alert(1)', 'javascript\u003aalert(1)', 'ｊavascript:alert(1)', 'javascript：alert(1)', 'view-source:javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>', 'DATA:text/html;base64,PHNjcmlwdD4=', ' data:text/html,x', 'da\nta:text/html,x', 'vbscript:msgbox(1)', 'blob:https://example.com/1', 'file:///etc/passwd', 'filesystem:https://a/b', 'about:blank',
  'chrome://settings', 'intent://scan/#Intent;end', 'feed:javascript:alert(1)', 'httpsx://example.com', 'https:example.com', 'http:/example.com', 'mailto', '', ' ', '.', '../a', 'help', '\u202e/help\tx',
];

test.each(TRICKS)('an address such as %j opens nothing', (target) => {
  expectRefused(readRules(withNudge({ ctas: [{ label: 'Go', do: 'open-url', target }] }), 'f'));
});

test('whatever address gets through leads to a page, a letter or a call', () => {
  const pieces = fc.constantFrom('java', 'script', 'script:', 'data:', ':', '/', '//', '\\', '#', '?', 'https://', 'http://', 'mailto:', 'tel:', '\t', '\n', '\r', '\u0000', '\u00a0', ' ', '&colon;', '%0a', '@', 'example.com', '.', '..', 'alert(1)', '[', ']');
  fc.assert(fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')), (target) => {
    const { rules } = readRules(withNudge({ ctas: [{ label: 'Go', do: 'open-url', target }] }), 'f');
    const taken = rules.rules[0]?.nudge?.ctas[0]?.target;
    if (taken === undefined) return;
    expect(taken).toBe(target);
    expect(['http:', 'https:', 'mailto:', 'tel:', undefined]).toContain(safeUrl(taken, 'https://shop.example.com/checkout')?.protocol);
    expect(protocolOf(taken)).toMatch(/^(https?|mailto|tel|none):?$/);
  }), { numRuns: 3000 });
});

/** As a browser takes it, without our own door before it. */
function protocolOf(target: string): string {
  try {
    return new URL(target, 'https://shop.example.com/checkout').protocol;
  } catch {
    return 'none';
  }
}

// ---------------------------------------------------------------- HTML

const HTML = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</p>', '<!-- -->', '<svg/onload=alert(1)>', 'a<b', '<A HREF=x>', 'x'.repeat(200) + '<b>', '\n<b', '<x-y>'];

test.each(HTML)('HTML such as %j is refused wherever a visitor would read it, and is nowhere in the rules where the team would', (html) => {
  const texts = waysInto(everything).filter(({ value }) => typeof value === 'string');
  let taken = 0;
  for (const { put } of texts) {
    const file = structuredClone(everything);
    put(file, html);
    const { rules, problems } = readRules(file, 'f');
    if (problems.length) continue;
    taken += 1;
    // it may stand where only the team or the page's own code reads it: notes, names, selectors, and what an attribute is compared with
    expect(JSON.stringify(rules.rules.map((rule) => without(rule, 'who', 'unless')))).not.toContain(JSON.stringify(html).slice(1, -1));
  }
  expect(taken).toBeLessThan(texts.length / 4);
});
