import { expect, type BrowserContextOptions } from 'playwright/test';
import { type Chromium, startChromium } from '../support/chromium';
import { createPageHands } from '../support/pageHands';
import { pageTest } from '../support/pageTest';
import { serve, type Site } from '../support/serve';
import { createVisitor, type Visitor } from '../support/visitor';
import { environments } from './fixture/environments';

/** Ways in which a page is met that the other tests do not have. */
const test = pageTest.extend<{ chromium: Chromium }>({
  chromium: async ({}, use) => {
    const chromium = await startChromium();
    await use(chromium);
    await chromium.close();
  },
});

let site: Site;
test.beforeAll(async () => { site = await serve(environments); });
test.afterAll(() => site.close());

/** Longer than any verdict: 2 s, and 1.5 s more where a change elsewhere has to be confirmed. */
const VERDICT_MS = 4200;
/** A press within a second of the page's waking up was meant to wake it. */
const AWAKE_MS = 1200;
/** Longer than anybody is given for a first field: 8 s and half as much again. */
const FROZEN_MS = 12_500;
const DEAD = { name: 'rage-click', target: 'dead', evidence: { n: 5, dead: true } };

interface Told {
  readonly id: string;
  readonly name: string;
}

async function open(visitor: Visitor): Promise<void> {
  await visitor.open(`${site.url}/`);
  await visitor.sees('!!ready', true);
}

/** The last word on each signal, when all is settled. */
async function told(visitor: Visitor): Promise<readonly Told[]> {
  await visitor.wait(VERDICT_MS);
  expect(await visitor.ask('errors')).toEqual([]);
  const all = await visitor.ask<readonly Told[]>('told');
  return [...new Map(all.map((signal) => [signal.id, signal])).values()];
}

test('five presses with a pen', async ({ page, visitor }) => {
  await open(visitor);
  const box = await page.locator('#dead').boundingBox();
  const cdp = await page.context().newCDPSession(page);
  for (let i = 0; i < 5; i++) {
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      await cdp.send('Input.dispatchMouseEvent', { type, x: (box?.x ?? 0) + 9, y: (box?.y ?? 0) + 9, button: 'left', clickCount: 1, pointerType: 'pen' });
      await visitor.wait(60);
    }
  }
  expect(await told(visitor)).toMatchObject([{ ...DEAD, evidence: { ...DEAD.evidence, input: 'pen' } }]);
});

test.describe('a page that is swiped with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } });
  test('scrolls, and has no trouble', async ({ page, visitor }) => {
    await open(visitor);
    const cdp = await page.context().newCDPSession(page);
    for (let swipe = 0; swipe < 3; swipe++) {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 60, y: 600 }] });
      for (let y = 560; y >= 200; y -= 40) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 60, y }] });
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    expect(await told(visitor)).toEqual([]);
  });
});

test('a shadow root in a shadow root, made after furrow began', async ({ page, visitor }) => {
  await open(visitor);
  await page.evaluate(() => {
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    outer.id = 'outer';
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).innerHTML = '<button id="deep">Deep</button><button id="lively">0</button>';
    inner.shadowRoot?.querySelector<HTMLElement>('#lively')?.addEventListener('click', ({ target }) => { (target as HTMLElement).textContent += '1'; });
    document.querySelector('#roots')?.append(outer);
  });
  await visitor.press('#outer >> div >> #lively', 6);
  await visitor.wait(VERDICT_MS);
  await visitor.press('#outer >> div >> #deep');
  expect(await told(visitor)).toMatchObject([{ name: 'dead-click', target: 'deep' }]);
});

test('a closed shadow root, into which nobody can see', async ({ page, visitor }) => {
  await open(visitor);
  await page.evaluate(() => {
    const host = document.createElement('x-closed');
    host.style.cssText = 'display:inline-block;width:80px;height:20px';
    host.attachShadow({ mode: 'closed' }).innerHTML = '<button style="width:80px">Closed</button>';
    document.querySelector('#roots')?.append(host);
  });
  await visitor.press('x-closed', 5);
  expect(await told(visitor)).toEqual([]);
});

test('a frame that is taken away, put back, and loaded with another page', async ({ page, visitor }) => {
  await open(visitor);
  await visitor.press('#frame >> input');
  await page.evaluate(() => {
    const frame = document.querySelector('#frame');
    frame?.remove();
    document.querySelector('#frames')?.append(...(frame ? [frame] : []));
  });
  await page.frameLocator('#frame').locator('#share').waitFor();
  await visitor.wait(AWAKE_MS);
  await visitor.press('#frame >> #share');
  expect(await told(visitor)).toMatchObject([{ name: 'dead-click', target: 'share' }]);
  await page.evaluate(() => document.querySelector('#frame')?.setAttribute('src', '/other-frame'));
  await page.frameLocator('#frame').locator('#save').waitFor();
  await visitor.wait(AWAKE_MS);
  await visitor.press('#frame >> #save', 5);
  expect((await told(visitor)).at(-1)).toMatchObject({ name: 'rage-click', target: 'save', evidence: { n: 5, dead: true } });
});

test('from a frame back into the page', async ({ visitor }) => {
  await open(visitor);
  await visitor.press('#frame >> #share');
  await visitor.wait(VERDICT_MS);
  await visitor.press('#dead', 5);
  expect(await told(visitor)).toMatchObject([{ name: 'dead-click', target: 'share' }, DEAD]);
});

test('a button that goes to another view, though nothing else changes, whichever way it goes', async ({ visitor }) => {
  await open(visitor);
  for (const [id, route] of [['push', '/sizes/:n'], ['replace', '/sorted/:n'], ['intercept', '/view/:n']] as const) {
    await visitor.press(`#${id}`, 4);
    await visitor.wait(VERDICT_MS);
    await visitor.ask(`furrow.signal('app:${id}')`);
    await visitor.sees('told.map(({ name, route }) => `${name} ${route}`).at(-1)', `app:${id} ${route}`);
  }
  expect((await told(visitor)).map(({ name }) => name)).toEqual(['app:push', 'app:replace', 'app:intercept']);
});

test('a visitor who lies asleep for an hour in a field has not wavered', async ({ page, visitor }) => {
  await page.clock.install();
  await open(visitor);
  await visitor.press('#card');
  await page.clock.fastForward('01:00:00');
  expect(await told(visitor)).toEqual([]);
});

/** 400 %: a window of 1280 × 1024 shows 320 × 256 CSS px. */
for (const [what, context] of [
  ['the browser’s zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ['the page’s own zoom', { viewport: { width: 1280, height: 1024 } }],
] as const satisfies readonly (readonly [string, BrowserContextOptions])[]) {
  test.describe(`at 400 % by ${what}`, () => {
    test.use(context);
    test('presses are seen as ever', async ({ page, visitor }) => {
      await open(visitor);
      if (!('deviceScaleFactor' in context)) await page.evaluate(() => { document.documentElement.style.setProperty('zoom', '4'); });
      await visitor.press('#more', 6);
      await visitor.wait(VERDICT_MS);
      await visitor.press('#dead', 5);
      // the page jumps as it is zoomed, which is told for what it is
      expect((await told(visitor)).filter(({ name }) => name !== 'slow-page')).toMatchObject([DEAD]);
    });
  });
}

test('coming back to a page that the browser has kept as it was', async ({ chromium }) => {
  const page = await chromium.tab();
  const visitor = createVisitor(createPageHands(page));
  await open(visitor);
  await visitor.press('#more');
  await page.evaluate(() => { location.href = '/elsewhere'; });
  await page.waitForURL('**/elsewhere');
  await page.evaluate(() => { setTimeout(() => history.back()); });
  await page.waitForURL(`${site.url}/`, { waitUntil: 'commit' });
  await visitor.sees('shows.at(-1)', true);
  await visitor.wait(AWAKE_MS);
  await visitor.press('#dead', 5);
  expect(await told(visitor)).toMatchObject([{ name: 'quick-back' }, DEAD]);
});

test('a tab that was hidden and frozen while the visitor stood in a field, and woke again', async ({ chromium }) => {
  const page = await chromium.tab();
  const visitor = createVisitor(createPageHands(page));
  await open(visitor);
  await visitor.press('#more');
  await visitor.press('#card');
  const other = await chromium.tab();
  await other.bringToFront();
  await visitor.sees('document.hidden', true);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await other.waitForTimeout(FROZEN_MS);
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await visitor.sees('document.hidden', false);
  await visitor.wait(AWAKE_MS);
  expect(await visitor.ask('told')).toEqual([]);
  await visitor.press('#dead', 5);
  expect(await told(visitor)).toMatchObject([DEAD]);
});
