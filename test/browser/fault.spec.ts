import { expect, test as base, type Page } from 'playwright/test';
import { startCollector, type Collector, type Conduct } from '../support/collector';
import { pageWith, serve, STUB, type Site } from '../support/serve';

/** What goes wrong around furrow costs the visitor nothing, loses nothing, and is told to the developer. */
interface Fixtures {
  readonly collector: Collector;
  /** What reached the page that should not have: errors and rejections that nobody caught. A host's own are called “host”. */
  readonly uncaught: readonly string[];
  /** What furrow wrote to the console. */
  readonly lines: readonly string[];
}

const test = base.extend<Fixtures>({
  collector: async ({}, use) => {
    const collector = await startCollector();
    await use(collector);
    await collector.stop();
  },
  uncaught: [async ({ context }, use) => {
    const uncaught: string[] = [];
    context.on('weberror', (web) => uncaught.push(web.error().message));
    await use(uncaught);
    expect(uncaught.filter((message) => message !== 'host')).toEqual([]);
  }, { auto: true }],
  lines: [async ({ context }, use) => {
    const lines: string[] = [];
    context.on('console', (message) => { if (message.text().startsWith('furrow')) lines.push(message.text()); });
    await use(lines);
  }, { auto: true }],
});

const NAMES = ['app:one', 'app:two', 'app:three', 'app:four'] as const;
const helpful = (id: string, title: string) => ({ id, signals: [{ signal: `app:${id}`, points: 100 }], limits: { perPage: 9 }, nudge: { template: 'chat-invite', title } });
const counts = { id: 'counts', status: 'watch', signals: NAMES.map((signal) => ({ signal })) };
const RULES = JSON.stringify({ limits: { perPage: 9, perSession: 9, perDay: 9, gap: '0s' }, rules: [helpful('stuck', 'Stuck?'), helpful('lost', 'Lost?'), counts] });

/** Says yes at once; with `?deaf` nobody listens for errors, with `?asks` furrow asks. */
const HEAD = `${STUB}<script>
errors = []; told = []; outcomes = [];
furrow('on', 'signal', (signal) => told.push(signal.name));
furrow('on', 'outcome', (outcome) => outcomes.push(outcome.answer));
if (!location.search.includes('deaf')) furrow('on', 'error', (error) => errors.push(error.during + ': ' + error.message));
if (!location.search.includes('asks')) furrow('grant');
</script>`;
const BODY = '<main><h1>A page</h1><button id="dead">Dead</button><button id="count" onclick="sum.textContent = Number(sum.textContent) + 1">Count</button><output id="sum">0</output></main>';
const tagged = (attributes: string, before = HEAD) => pageWith(`data-automated="allow" ${attributes}`, { before, body: BODY });
const ruled = (rules: string, attributes = '') => tagged(`data-ask="manual" data-rules="${rules}" ${attributes}`);

let site: Site;
let nobodyThere = '';
test.beforeAll(async () => {
  const gone = await serve({});
  nobodyThere = gone.url;
  await gone.close();
  const json = { type: 'application/json' };
  site = await serve({
    '/rules.json': { ...json, body: RULES },
    '/html.json': '<!doctype html><title>Sign in</title>',
    '/syntax.json': { ...json, body: '{\n  "rules": [\n    { "id": "help", }\n  ]\n}' },
    '/unknown.json': { ...json, body: JSON.stringify({ rules: [{ ...helpful('lost', 'Lost?'), wehre: { page: '/*' } }, helpful('stuck', 'Stuck?')] }) },
    '/': ruled('/rules.json'),
    '/asks': tagged('data-rules="/rules.json"'),
    '/missing': ruled('/missing.json'),
    '/refused': ruled(`${nobodyThere}/rules.json`),
    '/hangs': ruled('/hangs.json'),
    '/html': ruled('/html.json'),
    '/syntax': ruled('/syntax.json'),
    '/unknown': ruled('/unknown.json'),
    '/collects': (request) => ruled('/rules.json', `data-collect="${new URL(request.url ?? '', 'http://site').searchParams.get('to')}"`),
    '/blocking': `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"><script src="/furrow/furrow.js" data-automated="allow"></script><script src="/slow.js"></script></head><body>${BODY}</body></html>`,
  });
});
test.afterAll(() => site.close());

const ready = (page: Page) => expect.poll(() => page.evaluate(async () => (await furrow.explain()).status.running), { timeout: 15_000 }).toBe(true);
const errorsOf = (page: Page) => page.evaluate<string[]>('errors');
const toldOf = (page: Page) => page.evaluate<string[]>('told');
const help = (page: Page) => page.locator('furrow-ui').getByRole('dialog');
const tell = (page: Page, ...names: readonly `app:${string}`[]) => page.evaluate((all) => { for (const name of all) furrow.signal(name); }, names);

async function pageWorks(page: Page): Promise<void> {
  const before = Number(await page.locator('#sum').innerText());
  await page.locator('#count').click();
  await expect(page.locator('#sum')).toHaveText(String(before + 1));
}

/** With real clicks: furrow sees what the visitor does. */
async function furrowWatches(page: Page): Promise<void> {
  await ready(page);
  for (let times = 0; times < 4; times++) await page.locator('#dead').click({ delay: 30 });
  await expect.poll(() => toldOf(page)).toContain('rage-click');
}

async function helpComes(page: Page, name: 'app:stuck' | 'app:lost' = 'app:stuck', title = 'Stuck?'): Promise<void> {
  await tell(page, name);
  await expect(help(page)).toContainText(title);
}

// ---------------------------------------------------------------- rules

const FAULTY_RULES = [
  ['missing', 'rules that are not there', /^reading the rules: \/missing\.json: could not be loaded: it answered 404$/],
  ['refused', 'rules at an address where nobody is', /^reading the rules: http:\/\/127\.0\.0\.1:\d+\/rules\.json: could not be loaded: Failed to fetch$/],
  ['html', 'a sign-in page in place of the rules', /^reading the rules: \/html\.json: is not JSON; line 1, column 1: < stands where a value should be$/],
  ['syntax', 'rules with a comma too many', /^reading the rules: \/syntax\.json: is not JSON; line 3, column 21: } stands where a key in double quotes should be$/],
] as const;

for (const [path, title, message] of FAULTY_RULES) {
  test(`${title}: the developer is told where and what, and furrow watches`, async ({ page, lines }) => {
    await page.goto(`${site.url}/${path}?deaf`);
    await furrowWatches(page);
    expect(lines.map((line) => line.replace('furrow: ', ''))).toEqual([expect.stringMatching(message)]);
    await page.goto(`${site.url}/${path}`);
    await furrowWatches(page);
    expect(await errorsOf(page)).toEqual([expect.stringMatching(message)]);
    expect(await page.evaluate(async () => (await furrow.explain()).problems.length)).toBe(1);
    expect(lines).toHaveLength(1);
    await pageWorks(page);
  });
}

test('rules that never come are waited for 8 s, and then furrow watches without them', async ({ page }) => {
  await page.route('**/hangs.json', () => undefined);
  await page.goto(`${site.url}/hangs`);
  await pageWorks(page);
  await furrowWatches(page);
  expect(await errorsOf(page)).toEqual([expect.stringMatching(/^reading the rules: \/hangs\.json: could not be loaded: it did not come within 8 s$/)]);
});

test('a visitor who withdraws while the rules are waited for leaves nothing, and nobody is told of rules', async ({ page, lines }) => {
  await page.route('**/hangs.json', () => undefined);
  const asked = page.waitForRequest('**/hangs.json');
  await page.goto(`${site.url}/hangs?deaf`);
  await asked;
  await page.evaluate(() => furrow.withdraw());
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([['furrow.receipt'], []]);
  expect(lines).toEqual([]);
  await pageWorks(page);
});

test('a rule with a key that nobody knows is refused with the key that was meant, and the other helps', async ({ page, lines }) => {
  const message = /^reading the rules: \/unknown\.json: rules\[0\]\.wehre: "wehre" is not one of the keys; did you mean "where"\?$/;
  await page.goto(`${site.url}/unknown?deaf`);
  await ready(page);
  expect(lines.map((line) => line.replace('furrow: ', ''))).toEqual([expect.stringMatching(message)]);
  await page.goto(`${site.url}/unknown`);
  await furrowWatches(page);
  await helpComes(page);
  expect(await errorsOf(page)).toEqual([expect.stringMatching(message)]);
  await pageWorks(page);
});

// ---------------------------------------------------------------- the collector

/** A page that sends to the collector, with a clock that a test can move. */
async function openCollecting(page: Page, { url }: Collector, search = ''): Promise<void> {
  await page.clock.install();
  await page.goto(`${site.url}/collects?to=${encodeURIComponent(url)}${search}`);
  await ready(page);
}

/** Moves the clock on until something holds: a batch is sealed after 5 s, and tried again after seconds. */
async function inTime(pages: readonly Page[], holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(async () => {
    for (const page of pages) await page.clock.runFor(2000);
    return holds();
  }, { timeout: 20_000, intervals: [50] }).toBe(true);
}

/** Batches that the browser keeps. */
const batchesOf = (page: Page) => page.evaluate(async () => (await furrow.explain()).status.stored.filter((key) => /^\d/.test(key)).length);
const nothingWaits = (page: Page) => page.evaluate(async () => (await furrow.explain()).status.waiting === 0);

/** All told signals are in the store, each once, and nothing waits. */
async function allArrive(pages: readonly Page[], collector: Collector, names: readonly string[]): Promise<void> {
  const [first] = pages;
  await inTime(pages, async () => collector.signals().length >= names.length && !!first && nothingWaits(first));
  expect(collector.signals()).toEqual([...names].sort());
}

test('what is told while nobody is at the collector’s address arrives once when somebody is', async ({ page, collector, lines }) => {
  await openCollecting(page, collector, '&deaf');
  await tell(page, 'app:one');
  await allArrive([page], collector, ['app:one']);
  await collector.stop();
  await tell(page, 'app:two');
  await inTime([page], () => lines.length > 0);
  await tell(page, 'app:three');
  await helpComes(page);
  await pageWorks(page);
  for (let times = 0; times < 10; times++) await page.clock.runFor(2000);
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^furrow: sending facts: ${collector.url} took nothing: Failed to fetch$`))]);
  await collector.start();
  await allArrive([page], collector, ['app:one', 'app:two', 'app:three', 'app:stuck']);
});

const NONSENSE: readonly (readonly [title: string, conduct: Conduct, message: string])[] = [
  ['answers 500', { status: 500 }, 'it answered 500'],
  ['asks to wait', { status: 503, headers: { 'retry-after': '4' } }, 'it answered 503'],
  ['is a sign-in page of a hotel', { type: 'text/html', body: '<!doctype html><title>Welcome</title>' }, 'it answered 200 without {"ok":true}'],
  ['never answers', 'hang', 'no answer within 15 s'],
];

for (const [title, conduct, message] of NONSENSE) {
  test(`a collector that ${title} loses nothing: all arrives once when it is well again`, async ({ page, collector }) => {
    collector.conduct = conduct;
    await openCollecting(page, collector);
    await tell(page, 'app:one');
    await inTime([page], async () => (await errorsOf(page)).length > 0);
    await tell(page, 'app:two');
    await pageWorks(page);
    expect((await errorsOf(page))[0]).toBe(`sending facts: ${collector.url} took nothing: ${message}`);
    expect(collector.signals()).toEqual([]);
    collector.conduct = 'keep';
    await allArrive([page], collector, ['app:one', 'app:two']);
  });
}

test('a collector that answers with nothing at all has taken the facts', async ({ page, collector }) => {
  collector.conduct = { status: 204 };
  await openCollecting(page, collector);
  await tell(page, 'app:one');
  await inTime([page], () => collector.came() > 0);
  await inTime([page], () => nothingWaits(page));
  await page.clock.runFor(60_000);
  expect([collector.came(), await errorsOf(page)]).toEqual([1, []]);
});

test('a page that is loaded anew while the collector is away loses nothing and counts nothing twice', async ({ page, collector }) => {
  await openCollecting(page, collector);
  await collector.stop();
  await tell(page, 'app:one', 'app:two');
  await inTime([page], async () => (await errorsOf(page)).length > 0);
  await tell(page, 'app:three');
  await expect.poll(() => batchesOf(page)).toBe(2);
  await page.reload();
  await ready(page);
  await tell(page, 'app:four');
  await collector.start();
  await allArrive([page], collector, NAMES);
});

test('two tabs whose collector comes back count each fact once', async ({ context, collector }) => {
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openCollecting(tab, collector);
  collector.conduct = { status: 502 };
  for (const tab of tabs) await tell(tab, 'app:one', 'app:two');
  await inTime(tabs, () => collector.came() > 1);
  collector.conduct = 'keep';
  await allArrive(tabs, collector, ['app:one', 'app:one', 'app:two', 'app:two']);
});

test('a tab that is closed in the moment of trouble leaves its facts to the collector or to the next page', async ({ context, collector }) => {
  const page = await context.newPage();
  await openCollecting(page, collector);
  await tell(page, 'app:one');
  await page.close({ runBeforeUnload: true });
  const next = await context.newPage();
  await openCollecting(next, collector);
  await allArrive([next], collector, ['app:one']);
});

test('a withdrawal while the collector hangs: nothing is sent after it, and nothing stays', async ({ page, collector }) => {
  collector.conduct = 'hang';
  await openCollecting(page, collector);
  await tell(page, 'app:one');
  await inTime([page], () => collector.came() > 0);
  await tell(page, 'app:two');
  await page.evaluate(() => furrow.withdraw());
  collector.conduct = 'keep';
  await tell(page, 'app:three');
  for (let times = 0; times < 10; times++) await page.clock.runFor(6000);
  expect(collector.came()).toBe(1);
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([['furrow.receipt'], []]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  await pageWorks(page);
});

// ---------------------------------------------------------------- storage

const refuseIndexedDb = () => { indexedDB.open = () => { throw new DOMException('Access is denied', 'SecurityError'); }; };
const silenceIndexedDb = () => { indexedDB.open = () => new EventTarget() as IDBOpenDBRequest; };

for (const [title, breakIt, why] of [
  ['refused', refuseIndexedDb, 'Access is denied'],
  ['never ready', silenceIndexedDb, 'no answer within 3 s'],
] as const) {
  test(`a page whose IndexedDB is ${title} delivers from memory, and says so once`, async ({ page, collector, lines }) => {
    await page.addInitScript(breakIt);
    await openCollecting(page, collector, '&deaf');
    await tell(page, 'app:one', 'app:two');
    await allArrive([page], collector, ['app:one', 'app:two']);
    await tell(page, 'app:three');
    await helpComes(page);
    await pageWorks(page);
    await allArrive([page], collector, ['app:one', 'app:stuck', 'app:three', 'app:two']);
    expect(lines).toEqual([`furrow: keeping facts: IndexedDB failed, memory does instead: ${why}`]);
  });
}

test('a browser that keeps nothing at all: furrow asks, helps, and asks again on the next page', async ({ page, lines }) => {
  await page.addInitScript(() => {
    for (const key of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, key, { get() { throw new DOMException('Access is denied', 'SecurityError'); } });
  });
  for (let pages = 0; pages < 2; pages++) {
    await page.goto(`${site.url}/asks?asks`);
    await page.getByRole('button', { name: 'Allow' }).click();
    await furrowWatches(page);
    await helpComes(page);
    await pageWorks(page);
    expect(await errorsOf(page)).toEqual([]);
  }
  expect(lines).toEqual([]);
});

// ---------------------------------------------------------------- a file of furrow's that does not come

const NOT_LOADED = (part: string) => new RegExp(`Failed to fetch dynamically imported module: .*/furrow\\.${part}\\.js`);

test('without its core furrow does nothing, and says what it misses', async ({ page, lines }) => {
  await page.route('**/furrow.core.js*', (route) => route.abort());
  await page.goto(`${site.url}/?deaf`);
  await expect.poll(() => lines).toEqual([expect.stringMatching(`^furrow: starting: ${NOT_LOADED('core').source}`)]);
  await pageWorks(page);
  await tell(page, 'app:stuck');
  expect(await page.evaluate(async () => (await furrow.explain()).status)).toMatchObject({ consent: 'granted', running: false });
  await page.unroute('**/furrow.core.js*');
  await page.evaluate(() => furrow.grant());
  await furrowWatches(page);
  expect(lines).toHaveLength(1);
});

test('without the file that reads rules furrow watches, and says what it misses', async ({ page, lines }) => {
  await page.route('**/furrow.rules.js*', (route) => route.abort());
  await page.goto(`${site.url}/?deaf`);
  await furrowWatches(page);
  await pageWorks(page);
  expect(lines).toEqual([expect.stringMatching(`^furrow: reading the rules: ${NOT_LOADED('rules').source}`)]);
});

test('without the file that reports furrow helps and tells nobody, and says what it misses', async ({ page, collector, lines }) => {
  await page.route('**/furrow.report.js*', (route) => route.abort());
  await openCollecting(page, collector, '&deaf');
  await helpComes(page);
  await pageWorks(page);
  expect(lines).toEqual([expect.stringMatching(NOT_LOADED('report'))]);
  expect(collector.came()).toBe(0);
});

test('a question that cannot be loaded is no answer, and is put when it is asked again', async ({ page, lines }) => {
  await page.route('**/furrow.prompt.js*', (route) => route.abort());
  await page.goto(`${site.url}/asks?asks&deaf`);
  await expect.poll(() => lines).toEqual([expect.stringMatching(`^furrow: asking for consent: ${NOT_LOADED('prompt').source}`)]);
  await pageWorks(page);
  expect(await page.evaluate(() => [furrow.receipt(), Object.keys(localStorage)])).toEqual([undefined, []]);
  await page.unroute('**/furrow.prompt.js*');
  await page.evaluate(() => void furrow.ask());
  await page.getByRole('button', { name: 'Allow' }).click();
  await furrowWatches(page);
});

test('help that cannot be loaded is tried again with the next help', async ({ page, lines }) => {
  await page.route('**/furrow.nudge.js*', (route) => route.abort());
  await page.goto(`${site.url}/?deaf`);
  await ready(page);
  await tell(page, 'app:stuck');
  await expect.poll(() => lines).toEqual([expect.stringMatching(`^furrow: showing help: ${NOT_LOADED('nudge').source}`)]);
  await pageWorks(page);
  await page.unroute('**/furrow.nudge.js*');
  await helpComes(page, 'app:lost', 'Lost?');
  expect(await page.evaluate('outcomes')).toEqual([]);
});

// ---------------------------------------------------------------- the host

test('a listener of the host that throws stops neither furrow nor the other listeners', async ({ page, lines }) => {
  await page.goto(`${site.url}/?deaf`);
  await page.evaluate(() => {
    for (const type of ['consent', 'signal', 'score', 'decision', 'nudge', 'outcome'] as const) furrow.on(type, () => { throw new Error('host'); });
  });
  await furrowWatches(page);
  await helpComes(page);
  await pageWorks(page);
  expect([...new Set(lines)].sort()).toEqual(['decision', 'nudge', 'score', 'signal'].map((type) => `furrow: a listener for “${type}”: host`));
  expect(lines).toHaveLength(4);
});

test('a page whose every click throws is watched all the same', async ({ page, uncaught }) => {
  await page.goto(site.url);
  await page.evaluate(() => {
    for (const type of ['pointerdown', 'mousedown', 'click']) {
      window.addEventListener(type, () => { throw new Error('host'); }, true);
      document.addEventListener(type, () => { throw new Error('host'); });
    }
  });
  await furrowWatches(page);
  await helpComes(page);
  await pageWorks(page);
  expect(await errorsOf(page)).toEqual([]);
  expect(uncaught.length).toBeGreaterThan(0);
});

test('a page that takes the question away has no answer, and is asked again when it is loaded', async ({ page }) => {
  await page.goto(`${site.url}/asks?asks`);
  for (let pages = 0; pages < 2; pages++) {
    await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
    await page.locator('furrow-prompt').evaluate((host) => host.remove());
    await pageWorks(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.reload();
  }
  expect(await errorsOf(page)).toEqual([]);
});

test('help that the page takes away stands again; where the page insists, it is gone', async ({ page }) => {
  await page.goto(site.url);
  await ready(page);
  await helpComes(page);
  await page.locator('furrow-ui').evaluate((host) => host.remove());
  await expect(help(page)).toContainText('Stuck?');
  await page.evaluate(() => {
    let times = 0;
    new MutationObserver(() => {
      for (const host of document.querySelectorAll('furrow-ui')) { host.remove(); Reflect.set(window, 'removed', ++times); }
    }).observe(document.body, { childList: true });
  });
  await page.locator('furrow-ui').evaluate((host) => host.remove());
  await expect.poll(() => page.evaluate('outcomes')).toEqual(['gone']);
  expect(await page.evaluate('removed')).toBeLessThan(10);
  await tell(page, 'app:lost');
  await expect.poll(() => page.evaluate('outcomes')).toEqual(['gone', 'gone']);
  expect(await errorsOf(page)).toEqual([]);
  await pageWorks(page);
});

test('a tag that runs before the page has a body asks and watches all the same', async ({ page, lines }) => {
  let release = () => {};
  await page.route('**/slow.js', async (route) => {
    await new Promise<void>((resolve) => { release = resolve; });
    await route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  /** Opens the page; its body comes when a part of furrow has been there for a while. */
  async function open(part: string): Promise<void> {
    const loaded = page.waitForResponse(`**/furrow.${part}.js*`);
    await page.goto(`${site.url}/blocking`, { waitUntil: 'commit' });
    await loaded;
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.querySelector('main'))).toBeNull();
    release();
  }
  await open('prompt');
  await page.getByRole('button', { name: 'Allow' }).click();
  await ready(page);
  expect(await page.evaluate(() => [...document.documentElement.children].map((child) => child.localName))).toEqual(['head', 'body']);
  await open('core');
  await ready(page);
  await pageWorks(page);
  for (let times = 0; times < 4; times++) await page.locator('#dead').click({ delay: 30 });
  await expect.poll(() => page.evaluate(async () => (await furrow.explain()).signals.map(({ name }) => name))).toContain('rage-click');
  expect(lines).toEqual([]);
});
