/** Makes the README's pictures from the demo: `node docs/images/make.mjs`, after `npm run build`. */
import { join } from 'node:path';
import { chromium } from 'playwright';
import { startDemo } from '../../demo/demo.js';
import { findBrowser } from '../../test/findBrowser.mjs';

const here = import.meta.dirname;
const demo = await startDemo({ port: 0, data: ':memory:' });
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1100, height: 760 }, deviceScaleFactor: 1.5 });

await page.goto(`${demo.shopUrl}product/radish?automated=allow`);
await page.evaluate(() => document.querySelector('shop-panel')?.remove());
await page.getByRole('button', { name: 'Allow' }).waitFor();
await page.waitForTimeout(400);
await page.screenshot({ path: join(here, 'prompt.png'), clip: { x: 0, y: 420, width: 1100, height: 340 } });

await page.getByRole('button', { name: 'Allow' }).click();
await page.getByRole('button', { name: 'Reserve in store' }).scrollIntoViewIfNeeded();
await page.waitForFunction(async () => (await furrow.explain()).status.running);
await page.waitForTimeout(1500);
for (let times = 0; times < 4; times++) await page.getByRole('button', { name: 'Reserve in store' }).click();
const help = page.locator('furrow-ui').getByRole('dialog');
await help.waitFor();
await help.getByRole('button', { name: 'Why am I seeing this?' }).click();
// a screenshot adds a style to the page, which counts as an answer while one is waited for
await page.waitForTimeout(2600);
await page.screenshot({ path: join(here, 'nudge.png'), clip: { x: 0, y: 100, width: 1100, height: 660 } });

await browser.close();
await demo.close();
