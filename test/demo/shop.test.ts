import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '../../demo/shop/public/faults.js';
import { tries } from '../../demo/shop/public/tries.js';
import { createShop } from '../../demo/shop/shop.js';
import { detectors } from '../../src/detect/registry';
import { problemsOf } from '../../src/optionProblems';
import { readRules } from '../../src/rules/read';
import { STUB } from '../support/serve';

const shop = createShop({ collect: () => 'http://127.0.0.1:8041/collect' });
const get = (path: string): Promise<Response> => shop(new Request(`http://127.0.0.1:8040${path}`));
const { rules, problems } = readRules(JSON.parse(readFileSync('demo/shop/public/furrow.json', 'utf8')), 'furrow.json');

/** Every page that can be reached by links and forms, and what it says. */
async function walk(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const queue = ['/', '/checkout/thanks'];
  for (let path = queue.shift(); path; path = queue.shift()) {
    if (found.has(path)) continue;
    const html = await (await get(path)).text();
    found.set(path, html);
    queue.push(...[...html.matchAll(/(?:href|action)="(\/[^"#?]*)/g)].flatMap(([, link = '']) => (link.includes('.') ? [] : [link])));
  }
  return found;
}

const pages = await walk();

test('every link in the shop leads somewhere', () => {
  const broken = [...pages].filter(([, html]) => html.includes('There is no page at this address.')).map(([path]) => path);

  expect(broken).toEqual([]);
  expect(pages.size).toBeGreaterThan(15);
});

test('every drawing, style and script that a page asks for is there', async () => {
  const asked = new Set([...pages.values()].flatMap((html) => [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:svg|css|js))"/g)].map(([, path = '']) => path)));
  asked.delete('/furrow/furrow.js');

  for (const path of asked) expect([path, (await get(path)).status]).toEqual([path, 200]);
});

test('the shop uses furrow as any site would: the stub, one tag, options that exist', () => {
  const [, tag = ''] = /<script async src="\/furrow\/furrow\.js"([^>]*)>/.exec(pages.get('/') ?? '') ?? [];
  const options = Object.fromEntries([...tag.matchAll(/data-([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

  expect(pages.get('/')).toContain(STUB);
  expect(options).toMatchObject({ rules: '/furrow.json', collect: 'http://127.0.0.1:8041/collect' });
  expect(problemsOf(options)).toEqual([]);
});

test('every look of help can be met somewhere', () => {
  expect(new Set(rules.rules.flatMap(({ nudge, then }) => [nudge, ...then.map((stage) => stage.nudge)]).flatMap((nudge) => nudge?.template ?? []))).toEqual(new Set(['inline', 'steps', 'tooltip', 'banner', 'chat-invite']));
});

test('furrow speaks the language that was asked for once, and a page mirrors with Arabic', async () => {
  const first = await get('/cart?locale=ar');
  expect(first.headers.getSetCookie()).toEqual(['locale=ar; Path=/; SameSite=Lax']);
  expect(await first.text()).toMatch(/<html lang="en" dir="rtl">[^]* data-locale="ar"/);
  const next = await shop(new Request('http://127.0.0.1:8040/', { headers: { cookie: 'automated=allow; locale=ar' } }));
  expect(await next.text()).toMatch(/dir="rtl"[^]* data-locale="ar" data-automated="allow"/);
  const evil = await get(`/cart?locale=${encodeURIComponent('"><script>')}`);
  expect([evil.headers.getSetCookie(), (await evil.text()).includes('data-locale')]).toEqual([[], false]);
});

test('a known problem is told of at a place that stands in the shop', () => {
  const html = [...pages.values()].join('');
  const places = faults.flatMap(({ place }) => place ?? []);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !html.includes(`data-furrow="${place}"`))).toEqual([]);
});

test('a visitor is only asked to run furrow in a driven browser by a test', async () => {
  expect(pages.get('/')).not.toContain('data-automated');
  expect(await (await get('/?automated=allow')).text()).toContain('data-automated="allow"');
});

test('the rules file has nothing wrong', () => {
  expect(problems).toEqual([]);
});

test('every place that a rule names stands in the shop', () => {
  const html = [...pages.values()].join('');
  const places = rules.rules.flatMap(({ where, signals, nudge }) => [
    ...where.element, nudge?.at, ...(nudge?.steps ?? []).map(({ at }) => at), ...signals.map(({ on }) => on), ...(nudge?.ctas ?? []).flatMap((call) => (call.do === 'focus-element' ? [call.target] : [])),
  ]).filter((place) => place !== undefined);

  expect(places.filter((place) => !html.includes(`data-furrow="${place}"`))).toEqual([]);
});

test('every way out that a nudge offers leads to a heading that answers it', () => {
  const ways = rules.rules.flatMap(({ nudge }) => nudge?.ctas ?? []).flatMap((call) => (call.do === 'open-url' && call.target?.startsWith('/') ? [call.target] : []));

  for (const way of ways) {
    const [path = '', heading] = way.split('#');
    expect([...pages.keys()]).toContain(path);
    if (heading) expect(pages.get(path)).toContain(`id="${heading}"`);
  }
});

test('every fault can be met where the panel says', () => {
  expect(faults.map(({ path }) => path.split('#')[0] ?? '').filter((path) => !pages.has(path))).toEqual([]);
});

test('everything that the panel says one can try has a place to go, and a signal that furrow knows', () => {
  const ways = [...faults, ...tries.flatMap(({ list }) => list)];
  const known = new Set<string>(detectors.map(({ name }) => name));

  expect(ways.filter(({ path }) => !pages.has(path.split('#')[0] ?? ''))).toEqual([]);
  expect(ways.flatMap(({ signals }) => signals).filter((name) => !known.has(name))).toEqual([]);
});

test('the panel and the README name the same signals', () => {
  const told = new Set([...faults, ...tries.flatMap(({ list }) => list)].flatMap(({ signals }) => signals));
  const table = readFileSync('demo/README.md', 'utf8').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1] ?? '');
  const written = new Set(table.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)));

  expect([...written].sort()).toEqual([...told].sort());
});
