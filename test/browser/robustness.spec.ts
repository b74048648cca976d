import { expect, test, type Page } from 'playwright/test';
import { serve, type Site } from '../support/serve';
import { routes } from './fixture/routes';

let site: Site;
test.beforeAll(async () => { site = await serve(routes); });
test.afterAll(() => site.close());

/** Longer than an answer may take to be awaited: after it furrow waits for nothing. */
const REST_MS = 11_000;

async function open(page: Page): Promise<void> {
  await page.goto(site.url);
  await page.waitForFunction('ready');
}

/** What a visitor does in a view: presses what works and what does not, types, goes into a shadow root and a frame. */
async function use(page: Page): Promise<void> {
  await page.locator('#works').click();
  await page.locator('#dead').click();
  await page.locator('#name').fill('x');
  await page.locator('x-card button').click();
  await page.frameLocator('#frame').locator('#inside').click();
}

test('fifty routes later, nothing of the views that are gone is held', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  for (let n = 1; n <= 50; n++) {
    await use(page);
    await page.evaluate(`goTo(${n})`);
  }
  await page.waitForTimeout(REST_MS);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  expect(await page.evaluate('gone.length')).toBeGreaterThan(2000);
  // the engine itself keeps what it last focused, hovered or hit
  expect(await page.evaluate('alive()')).toBeLessThan(100);
  expect(await page.evaluate('errors')).toEqual([]);
});

test('ten thousand changes a second neither make trouble of what works nor trouble furrow', async ({ page }) => {
  await open(page);
  await page.evaluate('storm(6000)');
  for (let times = 0; times < 6; times++) await page.locator('#works').click({ delay: 120 });
  await page.waitForTimeout(2500);
  expect(await page.evaluate('told')).toEqual([]);
  expect(await page.evaluate('errors')).toEqual([]);
});

test('a frame that goes while it is pressed, a target that goes with its press, a form that throws: nothing of it is furrow’s error', async ({ page }) => {
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  await open(page);
  await page.evaluate(`document.getElementById('frame').contentDocument.getElementById('inside').onpointerdown = () => frame.remove();
    works.onpointerdown = () => works.remove(); name.focus`);
  await page.frameLocator('#frame').locator('#inside').click({ force: true, noWaitAfter: true, timeout: 2000 }).catch(() => undefined);
  const box = await page.locator('#works').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await page.locator('#name').fill('x');
  await page.locator('#send').click();
  await page.evaluate('goTo(1)');
  await use(page);
  await page.waitForTimeout(2500);
  expect(await page.evaluate('errors')).toEqual([]);
  expect(new Set(uncaught)).toEqual(new Set(['form']));
});
