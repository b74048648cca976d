import { expect, test, type Page } from 'playwright/test';
import { findingsOf, openSurfacePage, type SurfacePage } from '../support/surfacePage';

const panel = (page: Page) => page.getByRole('complementary', { name: 'furrow inspect' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const rule = (page: Page, name: string) => page.getByRole('button', { name });
const marks = (page: Page) => page.locator('furrow-inspect .mark:visible');

/** The overlay on a page in which a visitor pays with trouble. Its closed root is opened, so that these tests and axe see inside. */
async function open(page: Page, given: Partial<SurfacePage> = {}): Promise<void> {
  await page.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'open' }); };
  });
  await openSurfacePage(page, { fixture: 'inspect', ...given });
  await page.evaluate(() => {
    window.shop();
    window.openInspect();
  });
  await expect(panel(page)).toBeVisible();
}

async function trouble(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.trouble('s1', '#card', { name: 'field-hesitation', place: 'card-number' });
    window.trouble('s2', 'header a', { name: 'dead-click', place: 'header>a' });
    window.trouble('s3', '#pay', {});
    window.trouble('s2', 'header a', { name: 'dead-click', place: 'header>a', strength: 0, amends: true });
  });
  await tab(page, 'Signals').click();
}

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 800], [390, 844]] as const) {
    test(`nothing in the overlay keeps anybody out, ${scheme}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, { scheme });
      expect(await findingsOf(page)).toEqual([]);
      await page.getByText('2 rules are about other pages').click();
      await rule(page, 'card-is-refused').click();
      expect(await findingsOf(page)).toEqual([]);
      await trouble(page);
      await page.getByRole('switch').check();
      await page.getByRole('button', { name: 'rage-click' }).hover();
      expect(await findingsOf(page)).toEqual([]);
      await tab(page, 'Problems').click();
      expect(await findingsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await findingsOf(page)).toEqual([]);
    });
  }
}

test('the hands stay on the keyboard: tabs by arrows, into a rule and back, folded and open again', async ({ page }) => {
  await open(page);
  await page.locator('#pay').focus();
  for (let tabs = 0; tabs < 5; tabs++) await page.keyboard.press('Tab');
  await expect(tab(page, 'Now')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Signals')).toBeFocused();
  await expect(tab(page, 'Signals')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await rule(page, 'settings-search').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'All rules' })).toBeFocused();
  await page.waitForTimeout(1200); // drawn anew meanwhile
  await expect(page.getByRole('button', { name: 'All rules' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rule(page, 'settings-search')).toBeFocused();
  await page.keyboard.press('Escape');
  const folded = panel(page).getByRole('button');
  await expect(folded).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Fold' })).toBeFocused();
});

test('opening the overlay takes the focus from nobody', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'inspect' });
  await page.locator('#card').focus();
  await page.evaluate(() => {
    window.shop();
    window.openInspect();
  });
  await page.waitForTimeout(1200);
  await expect(page.locator('#card')).toBeFocused();
});

test('the page hears no key and no click of the overlay, and nothing of the page is changed', async ({ page }) => {
  await open(page);
  const pageNow = () => page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (copy instanceof Element) copy.querySelector('furrow-inspect')?.remove();
    return copy instanceof Element ? copy.outerHTML : '';
  });
  const before = await pageNow();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keyup', 'click', 'pointerdown', 'mousedown']) document.addEventListener(type, () => heard.push(type));
  });
  await trouble(page);
  await page.getByRole('switch').check();
  await page.getByRole('button', { name: 'rage-click' }).hover();
  await expect(marks(page)).toHaveCount(3);
  await tab(page, 'Now').click();
  await page.keyboard.press('ArrowRight');
  await rule(page, 'Move the panel').click();
  await page.keyboard.press('Escape');
  expect(await pageNow()).toBe(before);
  expect(await page.evaluate('heard')).toEqual([]);
});

test('a signal that is pointed at shows its place on the page, which may scroll away under it', async ({ page }) => {
  await open(page, { css: 'body{min-height:3000px}' });
  await trouble(page);
  const isFramed = () => page.evaluate(() => {
    const [frame, button] = [document.querySelector('furrow-inspect')?.shadowRoot?.querySelector('.mark')?.getBoundingClientRect(), document.querySelector('#pay')?.getBoundingClientRect()];
    return !!frame && !!button && Math.abs(frame.x - button.x + 3) < 1 && Math.abs(frame.y - button.y + 3) < 1 && Math.abs(frame.width - button.width - 6) < 1.5;
  });
  await page.getByRole('button', { name: 'rage-click' }).focus();
  await expect.poll(isFramed).toBe(true);
  await page.evaluate(() => scrollTo(0, 120));
  await expect.poll(isFramed).toBe(true);
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(isFramed).toBe(true);
  await page.locator('#name').focus();
  await expect(marks(page)).toHaveCount(0);
});

test('all places are marked with the numbers of the list, and one that leaves the page is not', async ({ page }) => {
  await open(page);
  await trouble(page);
  await page.getByRole('switch').check();
  await expect(marks(page)).toHaveCount(3);
  expect(await marks(page).evaluateAll((all) => all.map((each) => each.getAttribute('data-label')).sort())).toEqual(['1', '2', '3']);
  await page.evaluate(() => document.querySelector('#card')?.remove());
  await expect(marks(page)).toHaveCount(2);
});

test('a trouble that was taken back is struck through and called a hiccup', async ({ page }) => {
  await open(page);
  await trouble(page);
  const back = page.getByRole('button', { name: 'dead-click' });
  await expect(back.locator('s')).toHaveText('dead-click');
  await expect(back).toContainText('hiccup');
  await expect(page.getByRole('button', { name: 'rage-click' }).locator('s')).toHaveCount(0);
});

test('new signals are told politely, the second one not at once', async ({ page }) => {
  await page.clock.install();
  await open(page);
  const status = page.locator('furrow-inspect').getByRole('status');
  await page.evaluate(() => window.trouble('s1', '#card', { name: 'field-hesitation', place: 'card-number' }));
  await page.clock.runFor(100);
  await expect(status).toHaveText('field-hesitation at card-number');
  await page.evaluate(() => {
    window.trouble('s2', '#pay');
    window.trouble('s3', '#pay', { name: 'error-click' });
    window.trouble('s3', '#pay', { name: 'error-click', amends: true });
  });
  await page.clock.runFor(3000);
  await expect(status).toHaveText('field-hesitation at card-number');
  await page.clock.runFor(2500);
  await expect(status).toHaveText('2 new signals, the last one error-click at pay');
});

test('before a yes it says that nothing runs, and the yes can be given', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.say({ status: { consent: 'unknown', running: false, stored: [], waiting: 0 } }));
  await expect(panel(page)).toContainText('The visitor has not answered yet');
  await page.getByRole('button', { name: 'Grant in this page' }).click();
  expect(await page.evaluate(() => window.asked)).toEqual(['grant']);
});

test('a nudge is shown as it is wished for: stage, variant, language, channel and colours', async ({ page }) => {
  await open(page);
  await rule(page, 'card-is-refused').click();
  for (const [label, choice] of [['Stage', 'then, after 2 min'], ['Variant', 'kind'], ['Language', 'fr'], ['Channel', 'chip'], ['Colours', 'dark']] as const) {
    await page.getByRole('combobox', { name: label }).selectOption(choice);
  }
  await page.getByRole('button', { name: 'Show this nudge now' }).click();
  expect(await page.evaluate(() => window.asked)).toEqual([{ rule: 'card-is-refused', stage: 1, variant: 'kind', locale: 'fr', channel: 'chip' }]);
  await page.evaluate(() => document.body.append(document.createElement('furrow-ui')));
  await expect(page.locator('furrow-ui')).toHaveAttribute('style', '--furrow-color-scheme: dark;');
});

test('the reasons are there in their order: what holds, with its time, and points that sum to the score', async ({ page }) => {
  await open(page);
  await rule(page, 'card-is-refused').click();
  const gates = page.getByRole('list').filter({ hasText: 'holdout' }).getByRole('listitem');
  await expect(gates).toHaveCount(15);
  await expect(gates.nth(9)).toContainText('at most 2');
  await expect(gates.nth(9)).toContainText('12 s to go');
  await expect(panel(page)).toContainText(/next look in \d+ s/);
  await expect(gates.nth(14)).toContainText('has nothing to ask');
  const points = await page.locator('furrow-inspect .parts .num').allTextContents();
  const [sum, ...parts] = points.map((each) => Number(each.replace('−', '-'))).reverse();
  expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(sum ?? NaN, 6);
  await expect(panel(page)).toContainText('Without the heaviest reason the score would be 35.4, under the 60 that it needs.');
});

test('where the browser refuses to copy, the gates stand there as text', async ({ page }) => {
  await open(page);
  await rule(page, 'card-is-refused').click();
  await page.getByRole('button', { name: 'Copy as text' }).click(); // a page that came by http has no clipboard
  await expect(panel(page).getByRole('textbox')).toHaveValue(/^card-is-refused: silent at limits/);
});

test('the panel goes to another corner by hand, by arrows and by presses of its handle', async ({ page }) => {
  await open(page);
  const corner = () => page.locator('furrow-inspect .layer').getAttribute('data-corner');
  const handle = rule(page, 'Move the panel');
  expect(await corner()).toBe('top-right');
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(600, 300, { steps: 4 });
  await page.mouse.move(200, 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(corner).toBe('top-left');
  await handle.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(corner).toBe('bottom-left');
  await expect(handle).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(corner).toBe('top-left');
});

test('over a modal dialog the overlay is still alive', async ({ page }) => {
  await open(page, { main: '<h1>Pay</h1><button id="pay">Pay</button><dialog><p>Really?</p></dialog>' });
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expect(page.locator('dialog furrow-inspect')).toBeAttached();
  await tab(page, 'Problems').click();
  await expect(panel(page)).toContainText('did you mean title?');
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect(page.locator('body > furrow-inspect')).toBeAttached();
});

test('on a phone it is a sheet that leaves the page its part', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, { dir: 'rtl' });
  await rule(page, 'card-is-refused').click();
  const box = await panel(page).boundingBox();
  expect(box).toMatchObject({ x: 0, width: 320 });
  expect(box?.height).toBeLessThanOrEqual(640 * 0.6);
  expect(await page.getByRole('tabpanel').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('under the strictest policy it breaks nothing of it', async ({ page }) => {
  await open(page, { strict: true });
  await trouble(page);
  await page.getByRole('switch').check();
  await tab(page, 'Now').click();
  await rule(page, 'card-is-refused').click();
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test('closed, nothing of it is left, and furrow is asked no more', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Close for this page' }).click();
  await expect(page.locator('furrow-inspect')).toHaveCount(0);
  const before = await page.evaluate(() => window.looks);
  await page.evaluate(() => window.trouble('s9', '#pay'));
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => window.looks)).toBe(before);
  await expect(page.locator('furrow-inspect')).toHaveCount(0);
});
