import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODES } from '../../cli/lint/codes';
import { lintText } from '../../cli/lint/lintText';
import { locator } from '../../cli/lint/locate';
import { NEEDS_POINTER, NEEDS_TOUCH, WITHOUT_PLACE, WITHOUT_TIME } from '../../cli/lint/place';
import { BUILT_IN_SIGNALS } from '../../src/rules/defaults';
import { lint, rule, said, TODAY } from './given';

const nudge = { template: 'tooltip', title: 'Stuck here?' };
const source = (text: string) => lintText({ name: 'test.json', text }, { host: undefined, today: TODAY });

test('a file that nobody wrote by hand is not looked into', () => {
  expect(source(JSON.stringify({ rules: [rule({ note: 'x'.repeat(1_000_000) })] })).map(({ code, line, column }) => [code, line, column])).toEqual([['too-large', 1, 1]]);
});

test('ten thousand levels are told of and not gone into', () => {
  expect(source(`${'['.repeat(10_000)}${']'.repeat(10_000)}`).map(({ code }) => code)).toEqual(['too-deep']);
  expect(source(`{"rules":[{"id":"deep","who":${'{"not":'.repeat(10_000)}1${'}'.repeat(10_000)}}]}`).map(({ code }) => code)).toEqual(['too-deep']);
});

test('brackets inside of words are no levels', () => {
  expect(said({ note: '[{'.repeat(200), rules: [rule()] })).toEqual([]);
});

test('whatever JSON says, it is looked at without a fall, and everything told has its place', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), fc.json({ maxDepth: 4 }), (any, inner) => {
    for (const text of [any, `{"rules":[${any},{"id":"a","nudge":${inner}}],"places":${inner},"segments":${any}}`]) {
      for (const { line, column, file } of source(text)) expect([line > 0, column > 0, file]).toEqual([true, true, 'test.json']);
    }
  }), { numRuns: 300 });
});

test('whatever text there is, lint says something of it and does not fall', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'a', '\\', '\n', ' ') }), (text) => {
    expect(source(text)).not.toEqual([]);
  }), { numRuns: 500 });
});

test('names of another world are only names', () => {
  const text = '{"__proto__": {"x": 1}, "rules": [{"id": "constructor", "owner": "a", "nudge": {"template": "tooltip", "title": "Hi", "constructor": 1}}], "segments": {"toString": {"attribute": "__proto__", "exists": true}}}';
  expect(source(text).map(({ code, path }) => `${code} ${path}`)).toEqual(expect.arrayContaining(['unknown-key __proto__', 'unknown-key rules[0].nudge.constructor']));
});

test.each([
  'a:has(> img)', ':is(h1, h2) > b', '[data-x="a b" i]', '[data-x=""]', 'li:nth-child(2n+1 of .x)', '#\\31 23', '.a\\:b', 'form[action="/pay?x=1"] button', 'dialog[open] :focus-visible', 'x-y ~ z + w', 'pay-form >>> input[name=card]', '*',
])('%s is a selector', (find) => {
  expect(said({ places: { elements: { e: { find } } }, rules: [rule({ where: { element: 'e' } })] })).toEqual([]);
});

test.each(['a,,b', 'a >', '> a', 'div:nth-child(', 'a b]', '.', '.a..b', '[x=]', ':not(', '12ab', 'a || b', 'a >>>', '>>> a', 'p::first-line', 'a >>> > b'])('%s is none', (find) => {
  expect(said({ places: { elements: { e: { find } } }, rules: [rule({ where: { element: 'e' } })] })).toEqual(['bad-selector places.elements.e.find']);
});

test('a model may lift a rule over its bar', () => {
  const signals = [{ signal: 'dead-click', points: 50, max: 50 }];
  expect(said({ rules: [rule({ signals })] })).toEqual(['unreachable-bar rules[0].help.score']);
  expect(said({ model: { id: 'm', base: 0, weights: {}, within: 10 }, rules: [rule({ signals })] })).toEqual([]);
});

test('many of one signal reach a bar that one of it does not', () => {
  expect(said({ rules: [rule({ signals: [{ signal: 'dead-click', points: 5 }] })] })).toEqual([]);
});

test('hours that leave one minute are no fault', () => {
  expect(said({ quiet: { hours: [{ from: '00:00', to: '23:59' }] }, rules: [rule()] })).toEqual([]);
});

test('hours over midnight on each day leave the day', () => {
  expect(said({ quiet: { hours: [{ from: '08:01', to: '08:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }] }, rules: [rule()] })).toEqual([]);
});

test('a template that passes quiet hours is not silenced by them', () => {
  const always = { hours: [{ from: '00:00', to: '24:00' }] };
  expect(said({ rules: [rule({ quiet: always })] })).toEqual(['always-quiet rules[0].quiet']);
  expect(said({ rules: [rule({ quiet: { ...always, except: ['tooltip'] } })] })).toEqual([]);
});

test('two rules at one element are no matter where pages, devices, steps, visitors, dates or priorities tell them apart', () => {
  const at = (more: object, where: object = {}) => rule({ where: { element: 'pay', ...where }, ...more });
  const pair = (a: object, b: object) => said({ rules: [a, b] }).filter((each) => each.startsWith('same-element'));
  expect(pair(at({}), at({ id: 'other' }))).toEqual(['same-element rules[1].id']);
  expect(pair(at({}, { page: '/a' }), at({ id: 'other' }, { page: '/b' }))).toEqual([]);
  expect(pair(at({}, { device: 'touch' }), at({ id: 'other' }, { device: 'pointer' }))).toEqual([]);
  expect(pair(at({ priority: 'high' }), at({ id: 'other' }))).toEqual([]);
  expect(pair(at({ until: '2026-12-31' }), at({ id: 'other', from: '2027-01-01' }))).toEqual([]);
  expect(pair(at({ status: 'watch' }), at({ id: 'other' }))).toEqual([]);
  expect(pair(at({ who: { attribute: 'new', is: true } }), at({ id: 'other', who: { attribute: 'new', is: false } }))).toEqual([]);
});

test('one intent may be said in the same steps at other elements', () => {
  const leads = (id: string, ...places: readonly string[]) => rule({ id, intent: 'import', nudge: { template: 'steps', title: 'Two things', steps: places.map((at, index) => ({ at, title: `Thing ${index}` })) } });
  expect(said({ rules: [leads('a', 'file', 'send'), leads('b', 'upload', 'go')] })).toEqual([]);
});

test('one intent may be said in two places, and a draft may say it better', () => {
  const says = (title: string, more: object) => rule({ intent: 'pay', nudge: { ...nudge, title }, ...more });
  expect(said({ rules: [says('Stuck?', {}), says('Stuck?', { id: 'b', nudge: { ...nudge, title: 'Stuck?', side: 'top' } })] })).toEqual([]);
  expect(said({ rules: [says('Stuck?', {}), says('Lost?', { id: 'b', status: 'draft' })] })).toEqual([]);
  expect(said({ rules: [says('Stuck?', {}), says('Lost?', { id: 'b' })] })).toEqual(['intent-two-answers rules[1].intent']);
});

test('places are used by whatever may name them', () => {
  const find = { find: '#x' };
  expect(said({
    places: { pages: { a: { path: '/a' }, b: { path: '/b' }, c: { path: '/c' }, d: { path: '/d' } }, elements: { e: find, f: find, g: find, h: find }, workflows: { w: { steps: [{ id: 's', page: 'b' }], done: 'c' } } },
    segments: { s: { attribute: 'x', is: 1 }, t: { all: [{ segment: 's' }] }, u: { attribute: 'y', is: 1 } },
    rules: [rule({
      where: { page: 'a', element: 'e' }, signals: [{ signal: 'rage-click', on: 'f' }], unless: [{ page: 'd' }, { who: { not: { segment: 'u' } } }], who: { segment: 't' },
      nudge: { ...nudge, at: 'g', ctas: [{ label: 'Go', do: 'focus-element', target: 'h' }] }, resolved: [{ step: 'w/s' }],
    })],
  })).toEqual([]);
});

test('a rule that is refused may use any place', () => {
  expect(said({ places: { elements: { e: { find: '#e' } } }, rules: [rule({ where: { elemnt: 'e' } })] })).toEqual(['unknown-key rules[0].where.elemnt']);
});

test('who reads Portuguese of Brazil reads Portuguese', () => {
  const file = (title: object) => ({ locales: { default: 'pt', also: ['pt-BR', 'en'] }, rules: [rule({ nudge: { ...nudge, title } })] });
  expect(said(file({ pt: 'Precisa de ajuda?', en: 'Stuck?' }))).toEqual([]);
  expect(said(file({ 'pt-BR': 'Precisa de ajuda?', en: 'Stuck?' }))).toEqual(['missing-translation rules[0].nudge.title']);
});

test('letters are counted as a visitor sees them', () => {
  expect(said({ rules: [rule({ nudge: { ...nudge, title: '👩‍👩‍👧‍👦'.repeat(20) } })] })).toEqual([]);
});

test('what lint warns of does not depend on the order of the rules', () => {
  const rules = [rule(), rule({ id: 'b', until: '2020-01-01' }), rule({ id: 'c', owner: undefined, where: { page: '/c' } })];
  const codes = (list: readonly object[]) => lint({ rules: list }).map(({ code }) => code).sort();
  expect(codes(rules.toReversed())).toEqual(codes(rules));
});

test('a host that says nothing of a limit allows it, and its defaults are those that hold', () => {
  const host = { limits: { perDay: 3, gapMs: 0 }, chat: undefined, purposes: undefined };
  expect(said({ rules: [rule()] }, host)).toEqual([]);
  expect(said({ limits: { perDay: 4 }, rules: [rule()] }, host)).toEqual(['looser-than-host limits.perDay']);
  expect(said({ limits: { perDay: 2 }, rules: [rule()] }, host)).toEqual([]);
});

test.each(WITHOUT_PLACE)('%s tells no element', (signal) => {
  const file = signal.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const [told = ''] = /emit(?:\(|, amend, )\{ name: [^]*?\}\)/.exec(readFileSync(`src/detect/${file}.ts`, 'utf8')) ?? [];
  expect(told).toContain('strength');
  expect(told).not.toContain('target');
});

test('signals without a time are those whose evidence has none', () => {
  const doc = readFileSync('docs/signals.md', 'utf8');
  const timeless = BUILT_IN_SIGNALS.filter((signal) => {
    const section = doc.split(`\n### ${signal}\n`)[1]?.split('\n### ')[0] ?? '';
    return !/`(?:ms|spanMs)`/.test(section.slice(section.lastIndexOf('Evidence:')).split('\n')[0] ?? '');
  });
  expect([...WITHOUT_TIME].sort()).toEqual([...timeless].sort());
});

test('devices are those that the signals need', () => {
  const doc = readFileSync('docs/signals.md', 'utf8');
  for (const signal of NEEDS_POINTER) expect(doc).toMatch(new RegExp(`\\| \`${signal}\` \\|[^|]*mouse[^|]*\\|[^|]*touch`));
  for (const signal of NEEDS_TOUCH) expect(doc).toMatch(new RegExp(`\\| \`${signal}\` \\|[^|]*finger`));
});

test('docs/cli.md says of every code what it means, and how heavy it is', () => {
  const rows = [...readFileSync('docs/cli.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| (error|warning|hint) \|/gm)].map((match) => [match[1], match[2]]);
  expect(Object.fromEntries(rows)).toEqual(CODES);
});

test.each(['we are watching ', 'you ', '. ', 'frustrated? ', 'sie wirken ', 'vous semblez ', 'está ', 'a-', 'in debt', '\u200b'])('a text made of “%s” costs no more than its length', (piece) => {
  const cost = (characters: number): number => {
    const file = { rules: [rule({ name: piece.repeat(characters / piece.length), nudge: { ...nudge, body: piece.repeat(characters / piece.length) } })] };
    const text = JSON.stringify(file);
    const runs = Array.from({ length: 5 }, () => {
      const from = performance.now();
      source(text);
      return performance.now() - from;
    });
    return Math.min(...runs);
  };
  // ten times the length: ten times the time, and not a hundred
  expect(cost(300_000) / (cost(30_000) + 1)).toBeLessThan(40);
});

test('every path of a file leads to what stands there, whatever the keys are called', () => {
  const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean());
  const json = fc.object({ key: fc.string({ unit: fc.constantFrom('a', 'b', '.', '[', ']', '0', '"', ' '), maxLength: 3 }), values: [leaf], maxDepth: 3, withNullPrototype: false });
  fc.assert(fc.property(json, (value) => {
    const text = JSON.stringify({ in: value }, undefined, 2);
    const { path } = locator(text);
    const lines = text.split('\n');
    const nodes = nodesOf(value, 'in');
    for (const [at, found] of nodes) {
      // keys that hold dots and brackets can spell the path of another; and what is long is known by its key
      if (typeof found === 'object' || nodes.filter(([other]) => other === at).length > 1) continue;
      const { line, column, length } = path(at);
      expect(lines[line - 1]?.slice(column - 1, column - 1 + length)).toBe(JSON.stringify(found));
    }
  }), { numRuns: 300 });
});

function nodesOf(value: unknown, at: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return [[at, value], ...value.flatMap((item: unknown, index) => nodesOf(item, `${at}[${index}]`))];
  if (typeof value === 'object' && value) return [[at, value], ...Object.entries(value).flatMap(([key, inner]) => nodesOf(inner, `${at}.${key}`))];
  return [[at, value]];
}
