import { expect, test, type Page } from 'playwright/test';
import type { PromptOptions } from '../../src/parts';
import { findingsOf, openSurfacePage } from '../support/surfacePage';

const PHONE = { width: 320, height: 480 };

async function ask(page: Page, options: Partial<PromptOptions> = {}): Promise<void> {
  await page.evaluate((given) => window.putQuestion(given), options);
  await expect(page.getByRole('region')).toBeVisible();
}

const answerOf = (page: Page) => page.evaluate(() => window.answer);

for (const [button, answer] of [['Allow', 'granted'], ['No thanks', 'refused'], ['Close', 'dismissed']] as const) {
  test(`“${button}” is taken as ${answer}, and nothing of the question stays`, async ({ page }) => {
    await openSurfacePage(page, { fixture: 'prompt' });
    const before = await page.content();
    await ask(page);
    await page.getByRole('button', { name: button, exact: true }).click();
    expect(await answerOf(page)).toBe(answer);
    expect(await page.content()).toBe(before);
  });
}

test('yes and no weigh the same: tag, class, size, font and colours', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page);
  const faces = await page.getByRole('region').locator('.answer').evaluateAll((buttons) => buttons.map((button) => {
    const { fontSize, fontWeight, color, backgroundColor, borderColor, opacity } = getComputedStyle(button);
    const { width, height, y } = button.getBoundingClientRect();
    return { tag: button.localName, name: button.getAttribute('class'), width, height, y, fontSize, fontWeight, color, backgroundColor, borderColor, opacity };
  }));
  expect(faces).toHaveLength(2);
  expect(faces[0]).toEqual(faces[1]);
  expect(faces[0]?.height).toBeGreaterThanOrEqual(44);
  await expect(page.getByRole('region').locator('.answer').first()).toHaveText('No thanks');
});

test('both answers are in view on the smallest phone, with the details open too', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page);
  await page.getByText('What exactly?').click();
  for (const name of ['No thanks', 'Allow']) await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('the page stays usable: nothing moves, nobody loses the focus, every letter arrives', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await page.locator('#name').focus();
  const places = () => page.locator('main *').evaluateAll((all) => all.map((element) => JSON.stringify(element.getBoundingClientRect())));
  const before = await places();
  await page.keyboard.type('Ada ');
  await ask(page);
  await page.keyboard.type('Lovelace');
  await expect(page.locator('#name')).toHaveValue('Ada Lovelace');
  expect(await places()).toEqual(before);
  await page.locator('#card').click();
  await expect(page.locator('#card')).toBeFocused();
  expect(await answerOf(page)).toBeUndefined();
});

test('a keyboard meets the question first, and Escape closes it only from inside', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByText('What exactly?')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'No thanks' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await answerOf(page)).toBe('dismissed');
});

test('a question that the host answers itself goes away and leaves nothing', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  const before = await page.content();
  await ask(page);
  await page.evaluate(() => window.takeAway());
  expect(await page.content()).toBe(before);
});

test('it says whether anything leaves the browser', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page, { collects: false, purposes: ['notice', 'help'] });
  await expect(page.getByText('Nothing leaves your browser.')).toBeVisible();
  await expect(page.getByText('Sent: anonymous notes')).toHaveCount(0);
});

test('it speaks the visitor’s language, and English where it has no words', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page, { locale: 'fr-CA' });
  await expect(page.getByRole('button', { name: 'Non merci' })).toBeVisible();
  await page.getByRole('button', { name: 'Fermer' }).click();
  await ask(page, { locale: 'xx' });
  await expect(page.getByRole('button', { name: 'No thanks' })).toBeVisible();
});

test('the page’s own style stays outside', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt', css: 'furrow-prompt,body>*{display:none!important;display:block;opacity:.2;transform:scale(.1)} button{font-size:60px}' });
  await ask(page);
  expect((await page.getByRole('button', { name: 'Allow' }).boundingBox())?.height).toBeLessThan(60);
});

test('a page under the strictest policy sees no violation', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt', strict: true });
  await ask(page);
  expect(await page.getByRole('region').evaluate((card) => getComputedStyle(card).borderRadius)).toBe('16px');
  await page.getByText('What exactly?').click();
  await page.getByRole('button', { name: 'Allow' }).click();
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test('it is not printed', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region')).toBeHidden();
});

for (const scheme of ['light', 'dark'] as const) {
  for (const dir of ['ltr', 'rtl'] as const) {
    for (const width of [1280, 320]) {
      test(`axe finds nothing: ${scheme}, ${dir}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 640 });
        await openSurfacePage(page, { fixture: 'prompt', scheme, dir });
        await ask(page);
        await page.getByText('What exactly?').click();
        expect(await findingsOf(page)).toEqual([]);
      });
    }
  }
}
