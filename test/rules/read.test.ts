import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInRules } from '../../src/rules/builtIn';
import { BUILT_IN_SIGNALS } from '../../src/rules/defaults';
import { loadRules } from '../../src/rules/load';
import { parseRules, readRules } from '../../src/rules/read';
import { bad, dangling, good } from './corpus';

const lines = ({ problems }: ReturnType<typeof readRules>): readonly string[] => problems.map(({ path, message }) => `${path}: ${message}`);

test.each(good)('nothing is wrong with %s', (_, file) => {
  const read = readRules(file, 'furrow.json');
  expect(lines(read)).toEqual([]);
  expect(read.rules.rules).not.toEqual([]);
});

test.each([...bad, ...dangling])('%s is told of', (_, file, ...problems) => {
  expect(lines(readRules(file, 'furrow.json'))).toEqual(problems);
});

test('ten lines are a whole rule', () => {
  const { rules } = readRules(good[0]?.[1], 'furrow.json');
  expect(rules).toMatchObject({
    file: 'furrow.json',
    pages: [{ name: '/checkout/*', path: ['/checkout/*'], notPath: [] }],
    limits: { perPage: 1, perSession: 2, perDay: 3, perWeek: Infinity, ever: Infinity, gapMs: 300_000, afterDismissMs: 2_592_000_000, stopAfterDismissals: 2 },
    rules: [{
      id: 'checkout-help', status: 'live', where: { page: ['/checkout/*'], element: [], step: [] },
      help: { score: 60, confidence: 0.6 }, limits: { perSession: 2 },
      nudge: { template: 'tooltip', side: 'auto', title: 'Stuck? We can help.', ctas: [] }, resolved: [],
    }],
  });
  expect(rules.rules[0]?.signals).toEqual(builtInRules.rules[0]?.signals);
});

test('everything that is written is taken', () => {
  const { rules } = readRules(good[1]?.[1], 'furrow.json');
  expect(rules.pages.map(({ name }) => name)).toEqual(['payment', 'thanks', '/checkout/*', '/cart', '/returns']);
  expect(rules.elements).toEqual([{ name: 'card', find: ['[data-furrow=card]', 'pay-form >>> input[name=card]'] }, { name: 'pay', find: ['.pay'] }]);
  expect(rules.workflows).toEqual([
    { id: 'checkout', steps: [{ id: 'cart', page: '/cart', typicalMs: undefined }, { id: 'payment', page: 'payment', typicalMs: 90_000 }], done: 'app:order-placed' },
    { id: 'returns', steps: [{ id: 'form', page: '/returns', typicalMs: undefined }], done: 'thanks' },
  ]);
  expect(rules.limits).toMatchObject({ perPage: 2, ever: 100, gapMs: 0, afterDismissMs: 5_400_000, stopAfterDismissals: 5 });
  expect(rules.rules).toEqual([{
    id: 'card-trouble', status: 'watch', why: { en: 'It was refused.', 'pt-BR': 'Foi recusado.' },
    where: { page: ['payment', '/checkout/*'], workflow: 'checkout', step: ['cart', 'payment'], element: ['card', 'bare-name'] },
    signals: [
      { signal: 'error-loop', on: 'pay', atLeast: 2, withinMs: 120_000, points: 40.5, fadesMs: 604_800_000, max: 80 },
      { signal: 'app:card-accepted', on: undefined, atLeast: 1, withinMs: 90_000, points: -100, fadesMs: 90_000, max: 100 },
    ],
    help: { score: 55.5, confidence: 0.75 },
    limits: { ...rules.limits, perSession: 1, afterDismissMs: 604_800_000 },
    nudge: {
      template: 'chat-invite', at: 'pay', side: 'start', title: { en: 'Trouble?', fr: 'Un souci ?' }, body: 'Is 1 < 2 & 3 > 2?',
      ctas: [
        { label: 'Pay later', do: 'app-event', target: 'app:pay-later', style: 'primary' },
        { label: 'Help', do: 'open-url', target: '/help#card', style: 'plain' },
        { label: 'Go there', do: 'focus-element', target: 'card', style: 'plain' },
      ],
    },
    resolved: [{ event: 'app:card-accepted' }],
  }]);
});

test('a bad rule is refused, and the others run', () => {
  const { rules, problems } = readRules({ rules: [{ id: 'one' }, { id: 'two', wher: {} }, { id: 'three' }] }, 'furrow.json');
  expect(rules.rules.map(({ id }) => id)).toEqual(['one', 'three']);
  expect(problems).toEqual([{ file: 'furrow.json', path: 'rules[1].wher', message: expect.stringContaining('did you mean "where"?') as string }]);
});

test('a place that is wrong costs the rules that use it, and no others', () => {
  const read = readRules({
    places: { pages: { cart: { paths: '/cart' }, pay: { path: '/pay' } }, elements: { card: {}, coupon: { find: '.coupon' } } },
    rules: [{ id: 'a', where: { page: 'cart' } }, { id: 'b', where: { page: 'pay' } }, { id: 'c', where: { element: 'card' } }, { id: 'd', where: { element: 'coupon' } }, { id: 'e', signals: [{ signal: 'rage-click', on: 'card' }] }],
  }, 'furrow.json');
  expect(read.rules.rules.map(({ id }) => id)).toEqual(['b', 'd']);
  expect(read.rules.pages.map(({ name }) => name)).toEqual(['pay']);
  expect(lines(read)).toEqual([
    'places.pages.cart.path: is missing; it is a path; write it as in "/checkout/*", without query',
    'places.pages.cart.paths: "paths" is not one of the keys: path, notPath; did you mean "path"?',
    'places.elements.card.find: is missing; it is a CSS selector',
    'rules[0].where.page: "cart" is not a path, or one of places.pages: pay',
    'rules[2].where.element: "card" is not usable; mend places.elements.card first',
    'rules[4].signals[0].on: "card" is not usable; mend places.elements.card first',
  ]);
});

test('limits of the file that are not understood leave nothing to say', () => {
  const { rules } = readRules({ limits: { perDay: '1' }, rules: [{ id: 'help' }] }, 'furrow.json');
  expect(rules).toBe(builtInRules);
});

test('what a rule leaves open of its limits is as in the file', () => {
  const { rules } = readRules({ limits: { perDay: 7, gap: '1m' }, rules: [{ id: 'help', limits: { perPage: 0 } }] }, 'furrow.json');
  expect(rules.rules[0]?.limits).toEqual({ ...rules.limits, perPage: 0 });
});

test('a pause counts once, unless the rule says otherwise', () => {
  const terms = (...signals: readonly object[]) => readRules({ rules: [{ id: 'a', signals }] }, 'f').rules.rules[0]?.signals.map(({ max }) => max);
  expect(terms({ signal: 'field-hesitation' }, { signal: 'field-hesitation', points: 70 }, { signal: 'field-hesitation', max: 90 }, { signal: 'dead-click' })).toEqual([45, 70, 90, 100]);
});

test('without a file furrow watches everything and says nothing', () => {
  expect(builtInRules.rules).toMatchObject([{ status: 'watch', nudge: undefined, where: { page: [], element: [] } }]);
  expect(builtInRules.rules[0]?.signals.map(({ signal }) => signal)).toEqual(BUILT_IN_SIGNALS);
  expect(builtInRules.rules[0]?.signals.slice(0, 2)).toMatchObject([{ signal: 'rage-click', points: 90, fadesMs: 90_000 }, { signal: 'dead-click', points: 72, fadesMs: 90_000 }]);
});

test('a file that is no JSON says where', () => {
  expect(parseRules('{\n  "rules": [\n    { "id": "help", }\n  ]\n}', 'furrow.json')).toEqual({
    rules: builtInRules,
    problems: [{ file: 'furrow.json', path: '', message: 'is not JSON; line 3, column 21: } stands where a key in double quotes should be' }],
  });
});

test('a file that nobody wrote by hand is not read at all', () => {
  const { problems } = parseRules(' '.repeat(1_000_001), 'furrow.json');
  expect(problems).toEqual([{ file: 'furrow.json', path: '', message: 'has 1000001 characters; the most is 1000000' }]);
});

test('a file made to be slow is told of, in no time', () => {
  const before = performance.now();
  const keys = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`wher${index}`, 1]));
  expect(parseRules(JSON.stringify({ rules: [keys] }), 'f').problems).toHaveLength(100);
  expect(performance.now() - before).toBeLessThan(1000);
});

test('a file that cannot be had leaves the built-in rules, and says why', async () => {
  expect(await loadRules('/furrow.json', () => Promise.reject(new Error('answered 404')))).toEqual({
    rules: builtInRules, problems: [{ file: '/furrow.json', path: '', message: 'answered 404' }],
  });
});

test('rules come from an address, or as they are', async () => {
  const file = { rules: [{ id: 'help' }] };
  const fetched = await loadRules('/furrow.json', () => Promise.resolve(JSON.stringify(file)));
  const given = await loadRules(file, () => Promise.reject(new Error('not asked')));
  expect(fetched.rules).toEqual({ ...given.rules, file: '/furrow.json' });
  expect(given.rules).toMatchObject({ file: 'rules', rules: [{ id: 'help' }] });
});

test('an object that cannot be looked at is told of', () => {
  const hostile = { get rules(): never { throw new Error('no'); } };
  expect(lines(readRules(hostile, 'rules'))).toEqual([': cannot be read; write plain JSON']);
});

test('whatever is given, reading never throws, and there are always rules', () => {
  fc.assert(fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, withObjectString: true }), (source) => {
    expect(readRules(source, 'f').problems.length).toBeGreaterThan(0);
    expect(readRules({ rules: [source] }, 'f').rules.rules.length).toBeLessThanOrEqual(1);
    expect(readRules({ places: source, rules: [{ id: 'a', where: source, nudge: source, signals: [source] }] }, 'f').rules.limits).toBeDefined();
  }));
});

test('whatever text is fetched, reading never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    expect(parseRules(text, 'f').problems.length).toBeGreaterThan(0);
  }));
});

/** Every object within a value, with the way to put a key into it. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(objectsIn)];
}

test('no key that nobody knows gets through, wherever it stands', () => {
  const count = objectsIn(good[1]?.[1]).length;
  fc.assert(fc.property(fc.nat({ max: count - 1 }), fc.string({ minLength: 1, maxLength: 30 }).map((key) => `?${key}`), (which, key) => {
    const file = structuredClone(good[1]?.[1]);
    const object = objectsIn(file)[which]!;
    object[key] = 1;
    const { problems } = readRules(file, 'f');
    expect(problems.some(({ path }) => path.endsWith(key.slice(0, 30)))).toBe(true);
  }));
});
