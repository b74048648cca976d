import { expect, test, type Page } from 'playwright/test';
import { pageWith, serve, type Site } from '../support/serve';

const RULES = {
  rules: [
    { id: 'pay-help', where: { page: '/pay' }, help: { score: 30, confidence: 'low' }, nudge: { template: 'tooltip', title: { en: 'Stuck with paying?', de: 'Klemmt das Bezahlen?' } } },
    { id: 'search-help', where: { page: '/search' }, nudge: { template: 'tooltip', title: 'Not found?' } },
    { id: 'typo', wehre: {} },
  ],
};
const BODY = '<main><h1>Pay</h1><p>Some text.</p><button data-furrow="pay" id="pay">Pay now</button></main>';

let site: Site;
test.beforeAll(async () => {
  const attributes = 'data-rules="/rules.json" data-ask="manual" data-automated="allow"';
  site = await serve({
    '/pay': pageWith(`${attributes} data-inspect="allow"`, { body: BODY }),
    '/closed': pageWith(attributes, { body: BODY }),
    '/rules.json': { type: 'application/json', body: JSON.stringify(RULES) },
  });
});
test.afterAll(() => site.close());

/** What was noticed, as the host hears it. */
async function hear(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const names: string[] = [];
    Object.assign(window, { names });
    furrow.on('signal', ({ name }) => names.push(name));
  });
  return () => page.evaluate('names');
}

/** The root is closed, so the tests press where things stand. From the panel's own corner, in px. */
async function pressInPanel(page: Page, right: number, top: number, times = 1): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  for (let n = 0; n < times; n++) await page.mouse.click(width - 16 - right, 16 + top, { delay: 20 });
}

test('a visitor never loads it: the address alone does not open it, nor the page’s leave alone', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/pay', '/pay?furrow=other', '/closed?furrow=inspect']) {
    await page.goto(site.url + path);
    await page.waitForFunction(() => 'receipt' in furrow);
    await page.evaluate(() => furrow.grant());
    await page.waitForTimeout(600);
    await expect(page.locator('furrow-inspect')).toHaveCount(0);
  }
  expect(asked).toContain('/furrow/furrow.core.js');
  expect(asked.filter((path) => path.includes('inspect'))).toEqual([]);
});

test('hammering on the overlay is no trouble of the visitor’s; hammering on the page is', async ({ page }) => {
  await page.goto(`${site.url}/pay?furrow=inspect`);
  await expect(page.locator('furrow-inspect')).toBeAttached();
  expect(await page.evaluate(() => document.querySelector('furrow-inspect')?.shadowRoot)).toBeNull();
  const rules = page.waitForResponse(/rules\.json/);
  await page.evaluate(() => furrow.grant());
  await rules;
  await page.waitForTimeout(800); // that it has started by then, the page's own button proves in the end
  const names = await hear(page);
  await pressInPanel(page, 300, 500, 6); // the empty part of the page of the panel
  await page.waitForTimeout(2500);
  await pressInPanel(page, 310, 62, 6); // a tab
  for (let n = 0; n < 8; n++) await page.keyboard.press('Enter', { delay: 60 });
  await page.waitForTimeout(3000);
  expect(await names()).toEqual([]);
  for (let n = 0; n < 6; n++) await page.locator('#pay').click({ delay: 20 });
  await expect.poll(names, { timeout: 8000 }).toContain('rage-click');
});

test('before a yes the overlay starts nothing of furrow, and its button gives the yes', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/pay?furrow=inspect`);
  await expect(page.locator('furrow-inspect')).toBeAttached();
  await page.waitForTimeout(1500);
  expect(asked.filter((path) => path.startsWith('/furrow/')).sort()).toEqual(['desk', 'inspect', 'js', 'preact'].map((part) => `/furrow/furrow.${part}${part === 'js' ? '' : '.js'}`));
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await pressInPanel(page, 290, 200);
  await expect.poll(() => page.evaluate(() => furrow.receipt()?.decision)).toBe('granted');
});
