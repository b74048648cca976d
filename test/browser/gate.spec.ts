import { expect, test, type Page } from 'playwright/test';
import { pageWith, serve, type Site } from '../support/serve';

/** Wraps everything by which a script can listen, wait, look, ask or keep, before any script of the page runs. */
function countThePlatform(): void {
  const calls: string[] = [];
  Object.assign(window, { calls });
  const wrap = (owner: object, key: string, name: string, tell: (self: unknown, args: readonly unknown[]) => string | undefined = () => name): void => {
    const native = Reflect.get(owner, key) as (...args: unknown[]) => unknown;
    Reflect.set(owner, key, function (this: unknown, ...args: unknown[]) {
      const call = tell(this, args);
      if (call) calls.push(call);
      return Reflect.apply(native, this, args);
    });
  };
  const construct = (key: string): void => {
    const Native = Reflect.get(window, key) as new (...args: unknown[]) => object;
    Reflect.set(window, key, class extends Native { constructor(...args: unknown[]) { calls.push(`new ${key}`); super(...args); } });
  };
  wrap(EventTarget.prototype, 'addEventListener', 'listener', (self, [type]) => {
    const root = self instanceof Node ? self.getRootNode() : undefined;
    const own = root instanceof ShadowRoot ? root.host : self instanceof ShadowRoot ? self.host : self;
    return own instanceof Element && own.localName === 'furrow-prompt' ? undefined : self instanceof AbortSignal ? undefined : `listener ${String(type)}`;
  });
  for (const key of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'fetch']) wrap(window, key, key);
  for (const key of ['MutationObserver', 'PerformanceObserver', 'IntersectionObserver', 'ResizeObserver', 'XMLHttpRequest', 'WebSocket', 'BroadcastChannel', 'Worker', 'EventSource']) construct(key);
  for (const key of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) wrap(Storage.prototype, key, `storage ${key}`, (_self, [name]) => `storage ${key} ${String(name)}`);
  for (const key of ['open', 'deleteDatabase', 'databases']) wrap(IDBFactory.prototype, key, `indexedDB ${key}`);
  wrap(navigator, 'sendBeacon', 'sendBeacon');
  for (const key of ['pushState', 'replaceState']) wrap(history, key, key);
  for (const key of ['open', 'match', 'keys']) wrap(CacheStorage.prototype, key, `caches ${key}`);
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', { get() { calls.push('cookie read'); return cookie?.get?.call(this) as string; }, set(value) { calls.push('cookie write'); cookie?.set?.call(this, value); } });
}

const callsOf = (page: Page) => page.evaluate(() => (window as unknown as { calls: string[] }).calls);
const HELLO = `<script>errors=[];consents=[];furrow('on','error',e=>errors.push(e.message));furrow('on','consent',c=>consents.push(c.because+' '+c.granted))</script>`;
const STUB_AND_LISTEN = `<script>window.furrow||=Object.assign((...c)=>furrow.q.push(c),{q:[]})</script>${HELLO}`;

let site: Site;
test.beforeAll(async () => {
  const csp = "default-src 'none'; img-src data:; script-src 'nonce-abc'; require-trusted-types-for 'script'; trusted-types 'none'";
  site = await serve({
    '/': pageWith('data-automated="allow"'),
    '/collects': pageWith('data-automated="allow" data-collect="/collect"'),
    '/manual': pageWith('data-automated="allow" data-ask="manual"'),
    '/automated': pageWith(''),
    '/no-stub': pageWith('data-automated="allow" data-ask="manual"', { before: '' }),
    '/twice': pageWith('data-automated="allow"', { body: '<main><h1>Two tags</h1></main><script async src="/furrow/furrow.js" data-automated="allow"></script>' }),
    '/typo': pageWith('data-automated="allow" data-ask="manual" data-colect="/collect"', { before: STUB_AND_LISTEN }),
    '/verb': pageWith('data-automated="allow" data-ask="manual"', { before: `${STUB_AND_LISTEN}<script>furrow('grannt')</script>` }),
    '/strict': { body: pageWith('data-automated="allow" data-rules="/rules.json"', { nonce: 'abc', before: '' }), headers: { 'content-security-policy': csp } },
    '/strict-with-rules': { body: pageWith('data-automated="allow" data-rules="/rules.json"', { nonce: 'abc', before: '' }), headers: { 'content-security-policy': `${csp}; connect-src 'self'` } },
    '/rules.json': { type: 'application/json', body: '{"rules":[{"id":"help","where":{"page":"/*"},"nudge":{"template":"tooltip","title":"Stuck?"}}]}' },
    '/collect': { type: 'application/json', body: '{"ok":true}' },
  });
});
test.afterAll(() => site.close());

async function beBusy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Press' }).click({ clickCount: 3 });
  await page.getByLabel('Name').fill('Sam');
  await page.keyboard.press('Tab');
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(2500);
}

test('before a yes furrow reads its receipt once and does nothing else, however busy the visitor is', async ({ page }) => {
  await page.addInitScript(countThePlatform);
  await page.goto(`${site.url}/collects`);
  await expect(page.getByRole('button', { name: 'No thanks' })).toBeVisible();
  await beBusy(page);
  expect(await callsOf(page)).toEqual(['storage getItem furrow.receipt']);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname).sort())).toEqual(['/furrow/furrow.js', '/furrow/furrow.prompt.en.js', '/furrow/furrow.prompt.js']);
});

test('a no writes the no and leaves nothing behind', async ({ page }) => {
  await page.addInitScript(countThePlatform);
  await page.goto(`${site.url}/collects`);
  await page.getByRole('button', { name: 'No thanks' }).click();
  await beBusy(page);
  expect(await callsOf(page)).toEqual(['storage getItem furrow.receipt', 'storage setItem furrow.receipt']);
  expect(await page.locator('furrow-prompt').count()).toBe(0);
  await page.reload();
  await page.waitForTimeout(500);
  expect(await page.locator('furrow-prompt').count()).toBe(0);
});

test('whoever has said no before anybody was asked is left alone', async ({ browser }) => {
  const other = await serve({ '/': { body: `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><iframe src="${site.url}/" width="600" height="400"></iframe>` } });
  const says = (name: string, value: unknown) => ({ script: `Object.defineProperty(navigator, '${name}', { value: ${JSON.stringify(value)} })` });
  const visits: readonly { readonly url: string; readonly script?: string; readonly userAgent?: string }[] = [
    { url: site.url, ...says('globalPrivacyControl', true) },
    { url: site.url, ...says('globalPrivacyControl', '1') },
    { url: site.url, ...says('doNotTrack', '1') },
    { url: site.url, userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    { url: `${site.url}/automated` },
    { url: other.url },
  ];
  await Promise.all(visits.map(async ({ url, script = '', userAgent }) => {
    const context = await browser.newContext(userAgent ? { userAgent } : {});
    const page = await context.newPage();
    await page.addInitScript(script);
    await page.addInitScript(countThePlatform);
    await page.goto(url);
    const frame = page.frames().at(-1) ?? page.mainFrame();
    await expect.poll(() => frame.evaluate(() => 'withdraw' in (window.furrow ?? {}))).toBe(true);
    await page.waitForTimeout(800);
    const left = await frame.evaluate(async () => ({ calls: Reflect.get(window, 'calls') as unknown, prompts: document.querySelectorAll('furrow-prompt').length, consent: (await furrow.explain()).status.consent }));
    // of GPC and DNT, an answer that was given before would have to be taken back
    const reads = /globalPrivacy|doNotTrack/.test(script) ? ['storage getItem furrow.receipt'] : [];
    expect(left, `${url} ${script} ${userAgent}`).toEqual({ calls: reads, prompts: 0, consent: 'signal' });
    await context.close();
  }));
  await other.close();
});

test('a yes is written with the words it was given to; to more it is asked for anew, and a browser that says no later ends it', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => page.evaluate(async () => (await furrow.explain()).status.running)).toBe(true);
  const receipt = await page.evaluate(() => furrow.receipt());
  expect(receipt).toMatchObject({ v: 1, decision: 'granted', purposes: ['notice', 'help'], surface: 'prompt', locale: 'en', textHash: expect.stringMatching(/^sha256-[\w+/]{43}=$/) });
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('furrow.receipt') ?? '') as unknown)).toEqual(receipt);
  await page.goto(`${site.url}/collects`);
  await expect(page.getByText('You said yes before. Since then this has changed:')).toBeVisible();
  expect(await page.evaluate(async () => (await furrow.explain()).status.running)).toBe(false);
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await page.goto(site.url);
  await expect.poll(() => page.evaluate(() => furrow.receipt()?.decision)).toBe('signal');
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([['furrow.receipt'], []]);
});

test('withdrawing ends everything in every tab within a second and leaves only the no', async ({ context }) => {
  const here = await context.newPage();
  await here.goto(`${site.url}/collects`);
  await here.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => here.evaluate(async () => (await furrow.explain()).status.running)).toBe(true);
  const there = await context.newPage();
  await there.addInitScript(countThePlatform);
  await there.goto(`${site.url}/collects`);
  await expect.poll(() => there.evaluate(async () => (await furrow.explain()).status.running)).toBe(true);
  await there.evaluate(() => furrow.signal('app:something'));
  await here.evaluate(() => furrow.withdraw());
  await expect.poll(() => there.evaluate(async () => (await furrow.explain()).status.running), { timeout: 1000 }).toBe(false);
  await there.waitForTimeout(300);
  await there.evaluate(() => { (window as unknown as { calls: string[] }).calls.length = 0; });
  await there.bringToFront();
  await beBusy(there);
  expect((await callsOf(there)).filter((call) => !call.startsWith('listener'))).toEqual([]);
  for (const page of [here, there]) {
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['furrow.receipt']);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('furrow.receipt'))).toContain('withdrawn');
    expect(await page.evaluate(leftInIndexedDB)).toEqual([]);
  }
});

/** Everything that furrow's databases hold. */
async function leftInIndexedDB(): Promise<unknown[]> {
  const left: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => { const open = indexedDB.open(name); open.onsuccess = () => resolve(open.result); open.onerror = () => reject(open.error ?? new Error(name)); });
    for (const store of db.objectStoreNames) left.push(...await new Promise<unknown[]>((resolve) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => resolve(all.result as unknown[]); }));
    db.close();
  }
  return left;
}

test('the tag works without the stub, and then takes both forms', async ({ page }) => {
  await page.goto(`${site.url}/no-stub`);
  await page.waitForFunction(() => 'withdraw' in (window.furrow ?? {}));
  expect(await page.evaluate(() => [typeof furrow, typeof furrow.grant, (furrow as unknown as (verb: string) => unknown)('receipt')])).toEqual(['function', 'function', undefined]);
});

test('the tag standing twice works once and says so', async ({ page }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.goto(`${site.url}/twice`);
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
  await page.waitForTimeout(300);
  expect(await page.locator('furrow-prompt').count()).toBe(1);
  expect(lines).toEqual([expect.stringContaining('stands twice')]);
});

test('an unknown attribute is named to the developer, with the yes', async ({ page }) => {
  await page.goto(`${site.url}/typo`);
  await page.evaluate('furrow.grant()');
  await expect.poll(() => page.evaluate('errors')).toEqual([expect.stringMatching(/no option “colect”.*collect/)]);
});

test('an unknown verb is named to the developer, with those that there are', async ({ page }) => {
  await page.goto(`${site.url}/verb`);
  await expect.poll(() => page.evaluate('errors')).toEqual([expect.stringMatching(/no verb “grannt”.*ask, grant, refuse/)]);
});

const noteViolations = () => document.addEventListener('securitypolicyviolation', (event) => Reflect.set(window, 'violated', [...((Reflect.get(window, 'violated') as string[] | undefined) ?? []), event.violatedDirective]));

test('under the strictest policy that lets the rules through, a visitor is asked and helped without one violation', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(noteViolations);
  await page.goto(`${site.url}/strict-with-rules`);
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
  await page.waitForTimeout(300);
  for (let times = 0; times < 5; times++) await page.getByRole('button', { name: 'Press' }).click();
  await expect(page.locator('furrow-ui').getByRole('dialog')).toContainText('Stuck?');
  expect(await page.evaluate('window.violated')).toBeUndefined();
  expect(errors).toEqual([]);
});

test('a policy that forbids fetching costs the visitor nothing and tells the developer', async ({ page }) => {
  const violations: string[] = [];
  const lines: string[] = [];
  page.on('pageerror', (error) => violations.push(String(error)));
  page.on('console', (message) => lines.push(message.text()));
  await page.addInitScript(noteViolations);
  await page.goto(`${site.url}/strict`);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => page.evaluate(async () => (await furrow.explain()).status.running)).toBe(true);
  // the policy forbids fetching the rules: the developer is told, and furrow goes on watching
  expect(await page.evaluate(async () => (await furrow.explain()).problems)).toMatchObject([{ file: '/rules.json', message: expect.stringContaining('could not be loaded') }]);
  expect(lines.some((line) => line.startsWith('furrow:') && line.includes('/rules.json'))).toBe(true);
  expect(await page.evaluate('window.violated')).toEqual(['connect-src']);
  expect(violations).toEqual([]);
});
