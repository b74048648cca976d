import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from 'playwright/test';
import { findingsOf, openSurfacePage, type SurfacePage } from '../support/surfacePage';
import type { CentreScene } from './fixture/preferences';

const centre = (page: Page) => page.getByRole('dialog');
const toggle = (page: Page, name: string) => page.getByRole('switch', { name });
const status = (page: Page) => page.locator('furrow-preferences-centre [role=status]');
const said = (page: Page) => page.evaluate(() => window.said);

const FULL: CentreScene = {
  past: true, options: { transparency: 'full', honours: 'email sms push team similar predictive administrators training' }, wishes: { quiet: [{ from: '22:00', to: '07:00' }] },
};

/** The centre over a shop page, opened from its last button. */
async function open(page: Page, scene: CentreScene = {}, given: Partial<SurfacePage> = {}): Promise<void> {
  await openSurfacePage(page, { fixture: 'preferences', ...given });
  await page.evaluate((scene) => {
    const opener = document.querySelector<HTMLElement>('#pay') ?? undefined;
    opener?.focus();
    window.openCentre(scene, opener);
  }, scene);
  await expect(centre(page)).toBeVisible();
  await expect(page.locator('furrow-preferences-centre #title')).toBeFocused();
}

for (const scheme of ['light', 'dark'] as const) {
  for (const dir of ['ltr', 'rtl'] as const) {
    for (const [width, height] of [[1280, 800], [320, 640]] as const) {
      test(`nothing in the centre keeps anybody out, ${scheme}, ${dir}, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: scheme });
        await open(page, { ...FULL, locale: dir === 'rtl' ? 'ar' : 'en' }, { scheme, dir });
        for (const summary of await page.locator('furrow-preferences-centre .stack > details > summary').all()) await summary.click();
        await expect(page.locator('furrow-preferences-centre .held')).toBeVisible();
        await toggle(page, '').first().uncheck();
        expect(await findingsOf(page)).toEqual([]);
        expect(await page.locator('furrow-preferences-centre .scroll').evaluate((scroll) => scroll.scrollWidth <= scroll.clientWidth)).toBe(true);
      });
    }
  }
}

test('the hands stay on the keyboard: in at the title, through every control and back to the first, out by Esc to where they came from', async ({ page }) => {
  await open(page, FULL);
  const focused = () => page.evaluate(() => {
    const at = document.querySelector('furrow-preferences-centre')?.shadowRoot?.activeElement;
    return at ? (at.getAttribute('aria-label') ?? at.closest('label')?.querySelector('span')?.textContent ?? at.textContent) : 'elsewhere';
  });
  const met: string[] = [];
  for (let tabs = 0; tabs < 60 && !(met.length > 1 && met.at(-1) === 'Close'); tabs++) {
    await page.keyboard.press('Tab');
    const at = await focused();
    if (at !== met.at(-1) && at !== 'elsewhere') met.push(at);
  }
  expect(met).toEqual([
    'Close', 'Notice where this page does not work', 'Offer help where I am stuck', 'Send anonymous notes for repair', 'Clicks, taps and keys', 'Forms and tasks', 'Ways through the site', 'Errors and waiting',
    'Offer me help', 'By e-mail too', 'By text message too', 'By push message too', 'Quiet hours', 'From', 'To', 'Time zone',
    'Based on what is usual for me', 'Based on what is usual in my team', 'Based on people like me', 'Keep what is usual for', 'Tell me what may go wrong next', 'Show it to my team’s administrators',
    'View my data', 'Export', 'Delete my history', 'Stop everything', 'May train models', 'Yes: Card not accepted?', 'No: Card not accepted?', 'Turn on again: Coupon does not work?', 'Talk to a human', 'Save', 'Close',
  ]);
  await page.keyboard.press('Escape');
  await expect(centre(page)).toHaveCount(0);
  await expect(page.locator('#pay')).toBeFocused();
});

test('switches are kept by “Save” in one receipt, and the words beside them always agree', async ({ page }) => {
  await open(page);
  await expect(page.getByText('You allowed this on November 21, 2026, until May 20, 2027.')).toBeVisible();
  for (const name of ['Send anonymous notes for repair', 'Ways through the site', 'Clicks, taps and keys']) await toggle(page, name).uncheck();
  await expect(status(page)).toHaveText('Not saved yet.');
  const states = await page.getByRole('switch').evaluateAll((all) => all.map((each) => each instanceof HTMLInputElement && `${each.checked} ${each.closest('label')?.querySelector('.state')?.textContent}`));
  expect(new Set(states)).toEqual(new Set(['true On', 'false Off']));
  expect(await said(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(status(page)).toHaveText('Saved.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await said(page)).toEqual([{ grant: ['notice', 'help'], families: ['forms', 'page'], surface: 'preferences', locale: 'en' }]);
  await page.getByLabel('Offer me help').selectOption('Only when critical');
  await toggle(page, 'Quiet hours').check();
  await page.getByLabel('To', { exact: true }).fill('20:00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(status(page)).toHaveText('Quiet hours need two different times.');
  await expect(page.getByLabel('From', { exact: true })).toBeFocused();
  await page.getByLabel('To', { exact: true }).fill('06:30');
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(status(page)).toHaveText('Saved.');
  expect((await said(page)).slice(1)).toEqual([{ prefer: { level: 'critical', quiet: [{ from: '20:00', to: '06:30' }], timeZone: 'Asia/Tokyo' } }]);
});

test('Esc and × forget what was not saved', async ({ page }) => {
  await open(page);
  await toggle(page, 'Offer help where I am stuck').uncheck();
  await page.keyboard.press('Escape');
  await expect(centre(page)).toHaveCount(0);
  await page.evaluate(() => window.openCentre({}));
  await expect(toggle(page, 'Offer help where I am stuck')).toBeChecked();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(centre(page)).toHaveCount(0);
  expect(await said(page)).toEqual([]);
});

test('before an answer nothing is preselected, what rests on help says so, and nothing switched on is a no', async ({ page }) => {
  await open(page, { receipt: null });
  await expect(page.getByText('You have not answered yet.')).toBeVisible();
  await expect(page.locator('furrow-preferences-centre :checked:not(option)')).toHaveCount(0);
  await expect(page.getByText('To choose here, allow help above.').first()).toBeVisible();
  await expect(page.getByLabel('Offer me help')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Stop everything' })).toHaveCount(0);
  await toggle(page, 'Offer help where I am stuck').check();
  await expect(page.getByLabel('Offer me help')).toBeEnabled();
  await expect(toggle(page, 'Notice where this page does not work')).toBeChecked();
  await toggle(page, 'Notice where this page does not work').uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('You said no on')).toBeVisible();
  expect(await said(page)).toEqual([{ refuse: { surface: 'preferences', locale: 'en' } }]);
});

test('where the browser says no, that is said and nothing can be switched', async ({ page }) => {
  await open(page, { refused: true });
  await expect(page.getByText('Your browser says no for you')).toBeVisible();
  for (const each of await page.getByRole('switch').all()) await expect(each).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
});

test('no control is there that does nothing: without rules, a collector and promises of the host few are left', async ({ page }) => {
  await open(page, { options: { collect: '', rules: '' } });
  expect(await page.getByRole('switch').count()).toBe(6);
  await expect(page.getByText('Nothing leaves your browser.')).toBeVisible();
  expect(await page.getByRole('combobox').count()).toBe(0);
});

test('the visitor sees, takes along and deletes what is held, and stops everything with one press', async ({ page }) => {
  await open(page, { past: true, wishes: { level: 'important' } });
  await page.getByText('View my data').click();
  await page.getByText('Decisions, silent ones too (2)').click();
  await expect(page.getByText('card-is-refused · score 32.1, needs 60')).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
  expect(file.suggestedFilename()).toBe('furrow.json');
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({ receipt: { id: 'r' }, decisions: [{ id: 'd1' }, { id: 'd2' }] });
  await expect(status(page)).toHaveText('Saved as furrow.json.');
  await page.getByText('Delete my history').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(status(page)).toHaveText('All of it is deleted.');
  expect(await said(page)).toEqual([{ prefer: { level: 'important' } }]);
  await page.getByRole('button', { name: 'Stop everything' }).click();
  await expect(status(page)).toContainText('All stopped and deleted.');
  await expect(page.getByText('You took your yes back on')).toBeVisible();
  await expect(page.locator('furrow-preferences-centre :checked:not(option)')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Talk to a human' })).toBeVisible();
  expect((await said(page)).slice(1)).toEqual(['withdraw']);
});

test('help that was is rated once, and help that was silenced comes again', async ({ page }) => {
  await open(page, { past: true });
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(status(page)).toHaveText('Thank you.');
  await expect(page.getByRole('button', { name: 'Yes' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Turn on again' }).click();
  await expect(status(page)).toHaveText('It may come again.');
  await expect(page.getByRole('heading', { name: 'Help that you silenced' })).toHaveCount(0);
  expect(await said(page)).toEqual([{ rate: 'n1', isHelpful: true }, { revive: 'coupon' }]);
});

test('a browser that keeps nothing is told of, with what to do', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.getItem = () => null;
  });
  await open(page);
  await toggle(page, 'Forms and tasks').uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(status(page)).toContainText('your browser keeps nothing');
});

test('under the strictest policy nothing is broken, the page hears no key, and afterwards it is as it was', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'preferences', strict: true, main: '<h1>Payment</h1>' });
  await page.evaluate(() => {
    document.body.style.height = '4000px';
    scrollTo(0, 500);
    Object.assign(window, { heard: 0 });
    document.addEventListener('keydown', () => window.heard++);
  });
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate((scene) => {
    const opener = document.body.appendChild(document.createElement('button'));
    window.openCentre(scene, opener);
    opener.remove();
  }, FULL);
  await expect(centre(page)).toBeVisible();
  expect(await centre(page).evaluate((dialog) => getComputedStyle(dialog).display)).toBe('flex');
  await toggle(page, 'Forms and tasks').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(centre(page)).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
  await page.evaluate(() => document.querySelector('h1')?.blur());
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await page.evaluate(() => [window.scrollY, window.heard, window.refused])).toEqual([500, 0, []]);
});

test('at 400 % zoom nothing scrolls sideways and × stays in view; in forced colours each state has its shape', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page, { ...FULL, locale: 'de' });
  await page.getByRole('switch').last().scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Schließen' })).toBeInViewport({ ratio: 1 });
  expect(await centre(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
  expect(await centre(page).evaluate((dialog) => dialog.getAnimations().length)).toBe(0);
  const { color, backgroundColor } = await page.getByRole('button', { name: 'Speichern' }).evaluate((button) => ({ ...getComputedStyle(button) }));
  expect(color).not.toBe(backgroundColor);
  expect(backgroundColor).toBe('rgb(255, 255, 255)'); // behind its letters the browser paints the same
  const knob = (name: string) => toggle(page, name).evaluate((input) => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(input);
    return [getComputedStyle(input, '::before').marginInlineStart, borderTopWidth !== '0px' && borderTopColor !== 'rgba(0, 0, 0, 0)'];
  });
  expect(await knob('Formulare und Aufgaben')).toEqual(['14px', true]);
  expect(await knob('Auch per E-Mail')).toEqual(['0px', true]);
});

declare global {
  interface Window {
    heard: number;
  }
}
