import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { servePreview, type Preview } from '../../cli/preview/serve';
import { shownOf } from '../../cli/preview/shown';
import { findingsOf } from '../support/surfacePage';

const dist = resolve(import.meta.dirname, '../../dist');
const scripts = new Map(readdirSync(dist).filter((name) => /^furrow\.(nudge|why|besides|preact).*\.js$/.test(name)).map((name) => [`/${name}`, readFileSync(join(dist, name), 'utf8')]));

const file = (title: string): string => JSON.stringify({
  rules: [{ id: 'card-help', where: { element: 'card' }, nudge: { template: 'tooltip', title: { en: title, ar: 'هل تحتاج مساعدة؟' } }, then: [{ after: '2m', nudge: { template: 'chat-invite', title: 'Shall we talk?' } }] }],
});

let preview: Preview;
let text: string;

test.beforeEach(async () => {
  text = file('Stuck at the card?');
  preview = await servePreview({ port: 0, scripts, shown: () => Promise.resolve(shownOf('furrow.json', text, '2026-11-20')) });
});
test.afterEach(() => preview.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the ${colorScheme} preview has nothing that axe complains of`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme });
    for (const path of ['', 'rule?id=card-help']) {
      await page.goto(preview.url + path);
      expect(await findingsOf(page)).toEqual([]);
    }
    await page.close();
  });
}

test('visitors’ own nudges stand in the frames, as wide and in the direction that they say', async ({ page }) => {
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (said) => { if (said.type() !== 'info') wrong.push(said.text()); });
  await page.goto(`${preview.url}rule?id=card-help`);
  const frame = page.frameLocator('[title="The rule’s own, en, light, ltr, 320 px wide"]');
  await expect(frame.getByRole('dialog', { name: 'Stuck at the card?' })).toBeVisible();
  expect(await frame.locator('html').evaluate((html) => [html.clientWidth, html.getAttribute('dir'), getComputedStyle(html).colorScheme])).toEqual([320, 'ltr', 'light']);
  const arabic = page.locator('[title="The rule’s own, ar, dark, rtl, 1280 px wide"]');
  await arabic.scrollIntoViewIfNeeded();
  await expect(arabic.contentFrame().getByRole('dialog', { name: 'هل تحتاج مساعدة؟' })).toBeVisible();
  expect(await arabic.contentFrame().locator('html').evaluate((html) => [html.clientWidth, html.getAttribute('dir'), getComputedStyle(html).colorScheme])).toEqual([1280, 'rtl', 'dark']);
  expect(wrong).toEqual([]);
});

test('a nudge that was closed comes again when its place is pressed', async ({ page }) => {
  await page.goto(`${preview.url}frame?rule=card-help&sight=0&locale=en`);
  const nudge = page.getByRole('dialog', { name: 'Stuck at the card?' });
  await nudge.getByRole('button', { name: 'Close' }).click();
  await expect(nudge).toHaveCount(0);
  await page.getByRole('button', { name: 'card', exact: true }).click();
  await expect(nudge).toBeVisible();
});

test('the keyboard chooses what is shown', async ({ page }) => {
  await page.goto(`${preview.url}rule?id=card-help`);
  await page.getByRole('radio', { name: 'both', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.row.dark').first()).toBeHidden();
  await expect(page.locator('.row.light').first()).toBeVisible();
  await page.getByRole('radio', { name: '1280' }).check();
  expect(await page.locator('iframe:visible').evaluateAll((frames) => new Set(frames.map((frame) => frame.getBoundingClientRect().width)).size)).toBe(1);
});

test('the page follows the file', async ({ page }) => {
  await page.goto(preview.url);
  await expect(page.getByText('Stuck at the card?')).toBeVisible();
  text = file('Does the card not work?');
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/reload.js')));
  await page.waitForTimeout(300); // until the page listens
  preview.changed();
  await expect(page.getByText('Does the card not work?')).toBeVisible();
});
