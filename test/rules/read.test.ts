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
    pages: [{ name: '/checkout/*', path: ['/checkout/*'], notPath: [], host: [] }],
    limits: { perPage: 1, perSession: 2, perDay: 3, perWeek: Infinity, ever: Infinity, gapMs: 300_000, afterDismissMs: 2_592_000_000, stopAfterDismissals: 2, afterHelpedMs: 2_592_000_000 },
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
  expect(rules.hash).toMatch(/^[0-9a-f]{8}$/);
  expect(rules.pages.map(({ name }) => name)).toEqual(['payment', 'thanks', '/checkout/*', '/help', '/cart', '/returns']);
  expect(rules.pages[0]).toEqual({ name: 'payment', path: ['/checkout/pay', '/pay/:id'], notPath: ['/pay/help'], host: ['shop.example.com', '*.example.org'] });
  expect(rules.elements).toEqual([
    { name: 'card', find: ['[data-furrow=card]', 'pay-form >>> input[name=card]'], near: '.card-box', private: true }, { name: 'pay', find: ['.pay'], near: undefined, private: false },
  ]);
  expect(rules.workflows).toEqual([
    { id: 'checkout', steps: [{ id: 'cart', page: '/cart', typicalMs: undefined }, { id: 'payment', page: 'payment', typicalMs: 90_000 }], done: 'app:order-placed' },
    { id: 'returns', steps: [{ id: 'form', page: '/returns', typicalMs: undefined }], done: 'thanks' },
  ]);
  expect(rules.limits).toMatchObject({ perPage: 2, ever: 100, gapMs: 0, afterDismissMs: 5_400_000, stopAfterDismissals: 5, afterHelpedMs: 604_800_000 });
  expect(rules.quiet).toEqual({
    hours: [{ from: 1350, to: 420, days: [] }, { from: 0, to: 1440, days: [6, 0] }], timeZone: 'Europe/Zurich', holidays: ['2026-12-25', '2028-02-29'], except: ['tooltip', 'inline'], firstMs: 8000,
  });
  expect(rules.holdout).toEqual({ percent: 2.5, salt: '2026q4' });
  expect(rules.policy).toEqual([
    { risk: 'high', impact: 'high', confidence: 'high', urgency: 'critical', action: 'person', channel: 'chat-invite', review: 'yes' },
    { risk: 'any', impact: 'any', confidence: 'low', urgency: 'any', action: 'watch', channel: 'none', review: 'no' },
    { risk: 'high', impact: 'any', confidence: 'any', urgency: 'any', action: 'offer', channel: 'banner', review: 'no' },
    { risk: 'any', impact: 'any', confidence: 'any', urgency: 'any', action: 'hint', channel: 'tooltip', review: 'no' },
  ]);
  expect(rules.model).toEqual({ base: -2.5, weights: { 'rage-click': 40, 'app:card-refused': 12.5 }, within: 15, calibration: [[0, 0.1], [60, 0.55], [100, 0.9]], id: 'm-2026-11' });
  const { experiment, nudge, resolved, then, who, unless, ...rule } = rules.rules[0]!;
  expect(rule).toEqual({
    id: 'card-trouble', status: 'watch', from: '2026-12-01', until: '2027-06-30', intent: 'card-help', impact: 'high', urgency: 'critical',
    why: { en: 'It was refused.', 'pt-BR': 'Foi recusado.' },
    where: { page: ['payment', '/checkout/*'], workflow: 'checkout', step: ['cart', 'payment'], element: ['card', 'bare-name'], device: 'touch' },
    signals: [
      { signal: 'error-loop', on: 'pay', atLeast: 2, withinMs: 120_000, longerThanMs: 8000, points: 40.5, fadesMs: 604_800_000, max: 80 },
      { signal: 'app:card-accepted', on: undefined, atLeast: 1, withinMs: 90_000, longerThanMs: 0, points: -100, fadesMs: 90_000, max: 100 },
    ],
    help: { score: 55.5, confidence: 0.75, forMs: 1000, pauseMs: 1500, waitMs: 60_000 },
    limits: { ...rules.limits, perSession: 1, afterDismissMs: 604_800_000 },
    quiet: { ...rules.quiet, firstMs: 20_000 },
  });
  const guests = { kind: 'all', of: [rules.segments['guests']], segment: 'guests' };
  expect(who).toEqual({ kind: 'any', of: [guests, { kind: 'attribute', attribute: 'plan', test: 'is', values: ['team'] }] });
  expect(unless).toEqual([
    { kind: 'while', doing: 'typing' }, { kind: 'signal', signal: 'slow-page', withinMs: 30_000 }, { kind: 'signal', signal: 'app:busy', withinMs: 15_000 },
    { kind: 'page', page: 'thanks' }, { kind: 'page', page: '/help' }, { kind: 'who', who: { kind: 'all', of: [rules.segments['new-teams']], segment: 'new-teams' } },
  ]);
  expect(experiment).toEqual({ id: 'wording', control: 10, variants: [{ id: 'short', share: 33.3, nudge: undefined }, { id: 'long', share: 33.3, nudge: expect.objectContaining({ title: 'Just the 16 digits' }) as unknown }, { id: 'third', share: 33.4, nudge: undefined }] });
  expect(nudge).toEqual({
    template: 'chat-invite', at: 'pay', side: 'start', title: { en: 'Trouble?', fr: 'Un souci ?' }, body: 'Is 1 < 2 & 3 > 2?',
    ctas: [
      { label: 'Pay later', do: 'app-event', target: 'app:pay-later', forMs: undefined, style: 'primary' },
      { label: 'Help', do: 'open-url', target: '/help#card', forMs: undefined, style: 'plain' },
      { label: 'Go there', do: 'focus-element', target: 'card', forMs: undefined, style: 'plain' },
    ],
    steps: [],
  });
  expect(resolved).toEqual([
    { kind: 'signal', signal: 'app:card-accepted' }, { kind: 'signal', signal: 'quick-back' }, { kind: 'step', step: 'checkout/payment' }, { kind: 'step', step: 'returns/form' }, { kind: 'valid', element: 'card' },
  ]);
  expect(then).toMatchObject([
    { afterMs: 60_000, if: 'still-struggling', only: undefined, nudge: { template: 'steps', ctas: [{ do: 'snooze', forMs: 3_600_000 }], steps: [{ at: 'card', title: 'Here they go', body: undefined }, { at: undefined, title: { en: 'Then', fr: 'Puis' }, body: 'Press Pay.' }] } },
    { afterMs: 120_000, if: 'not-dismissed', only: guests, nudge: { template: 'chat-invite' } },
  ]);
});

test('a segment keeps its name, through all that it is made of', () => {
  const { segments } = readRules(good[1]?.[1], 'furrow.json').rules;
  expect(Object.keys(segments)).toEqual(['guests', 'new-teams', 'teams', 'elsewhere']);
  expect(segments['new-teams']).toEqual({
    kind: 'all', of: [
      { kind: 'all', segment: 'teams', of: [{ kind: 'attribute', attribute: 'seats', test: 'atLeast', values: [2] }] },
      { kind: 'attribute', attribute: 'days.since-signup', test: 'atMost', values: [14.5] },
      { kind: 'none', of: [{ kind: 'any', of: [{ kind: 'attribute', attribute: 'staff', test: 'exists', values: [true] }, { kind: 'attribute', attribute: 'role', test: 'noneOf', values: ['admin', 7, true] }] }] },
    ],
  });
});

test('a segment that is wrong costs the rules that use it, and no others', () => {
  const read = readRules({
    segments: { guests: { attribute: 'signedIn', iss: false }, teams: { attribute: 'seats', atLeast: 2 } },
    rules: [{ id: 'a', who: { segment: 'guests' } }, { id: 'b', who: { segment: 'teams' } }, { id: 'c', unless: [{ who: { not: { segment: 'guests' } } }] }, { id: 'd' }],
  }, 'furrow.json');
  expect(read.rules.rules.map(({ id }) => id)).toEqual(['b', 'd']);
  expect(Object.keys(read.rules.segments)).toEqual(['teams']);
});

test.each([
  ['quiet times', { quiet: { hours: [{ from: '20:00', to: '8:00' }] } }], ['a holdout', { holdout: { percent: '5' } }], ['a policy', { policy: [{ action: 'wait' }] }], ['a model', { model: {} }],
])('%s that is not understood leaves nothing to say: without it furrow would speak more than its author wanted', (_, part) => {
  const { rules } = readRules({ ...part, rules: [{ id: 'help' }] }, 'furrow.json');
  expect(rules).toBe(builtInRules);
});

test('what no row of a policy answers is only watched', () => {
  const policyOf = (...policy: readonly object[]) => readRules({ policy, rules: [{ id: 'help' }] }, 'f').rules.policy;
  expect(policyOf({ risk: 'high', action: 'offer' })).toMatchObject([{ action: 'offer', channel: 'chat-invite' }, { risk: 'any', impact: 'any', confidence: 'any', urgency: 'any', action: 'watch', channel: 'none' }]);
  expect(policyOf({ action: 'passive' })).toHaveLength(1);
});

test('each file has a name of its own, however it is laid out', () => {
  const hashOf = (text: string) => parseRules(text, 'f').rules.hash;
  expect(hashOf('{"rules":[{"id":"help"}]}')).toBe(hashOf('{ "rules": [\n  { "id": "help" }\n] }'));
  expect(hashOf('{"rules":[{"id":"help"}]}')).not.toBe(hashOf('{"rules":[{"id":"helq"}]}'));
  expect(builtInRules.hash).toBe('built-in');
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
    'places.pages.cart.paths: "paths" is not one of the keys; did you mean "path"?',
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
  expect(lines(readRules(hostile, 'rules'))).toEqual([': cannot be read; write plain JSON, nested no deeper than rules need']);
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
