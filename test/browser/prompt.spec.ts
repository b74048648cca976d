import { expect, test, type Page } from 'playwright/test';
import type { Receipt } from '../../src/types';
import { animationsOf, findingsOf, openSurfacePage } from '../support/surfacePage';
import type { Question } from './fixture/prompt';

/** A small phone, one on its side, and a wide screen at 400 %. */
const SMALL = [{ width: 320, height: 480 }, { width: 640, height: 360 }, { width: 320, height: 256 }] as const;

async function ask(page: Page, question: Question = {}): Promise<void> {
  await page.evaluate((given) => { delete window.answer; window.putQuestion(given); }, question);
  await expect(page.getByRole('region')).toBeVisible();
}

const answerOf = (page: Page) => page.evaluate(() => window.answer?.answer);

/** A yes to noticing and help, where nothing left the browser. */
const YES: Receipt = {
  v: 1, id: 'x', decision: 'granted', purposes: ['notice', 'help'], at: '2026-01-01T00:00:00.000Z', expires: '2026-07-01T00:00:00.000Z', fingerprint: '1 · notice help · local · nothing leaves', surface: 'prompt', sdk: '0',
};

/** Adds a sheet to the question, as a visitor's own style would. */
const styleInside = (page: Page, css: string) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.querySelector('furrow-prompt')?.shadowRoot?.adoptedStyleSheets.push(sheet);
}, css);

/** What axe could not decide. A line that is half scrolled away has the contrast of its neighbours. */
const openQuestionsOf = (page: Page) => page.evaluate(async () => (await window.axe.run('furrow-prompt')).incomplete.flatMap(({ id, nodes }) =>
  nodes.filter(({ any }) => (any[0]?.data as { messageKey?: string } | undefined)?.messageKey !== 'elmPartiallyObscured').map(({ html }) => `${id}: ${html}`)));

test('each way out is taken as what it says, and nothing of the question stays', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  const before = await page.content();
  for (const [button, answer] of [['Allow', 'granted'], ['No thanks', 'refused'], ['Close', 'dismissed']] as const) {
    await ask(page);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect.poll(() => answerOf(page)).toBe(answer);
    expect(await page.content()).toBe(before);
  }
  await ask(page);
  await page.evaluate(() => window.takeAway());
  expect(await page.content()).toBe(before);
});

test('yes and no weigh the same, no comes first, and nothing is chosen beforehand', async ({ page }) => {
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
  expect(await page.getByRole('region').locator('input, select, a, [aria-checked], [aria-pressed]').count()).toBe(0);
});

test('no theme and no host can make the no weigh less: what colours one button colours both', async ({ page }) => {
  const theme = ':root{--furrow-button:#040;--furrow-ink:#fff;--furrow-surface:#222;--furrow-button-edge:#0f0;--furrow-button-radius:0}';
  await openSurfacePage(page, { fixture: 'prompt', css: `${theme} .answer:first-child{opacity:0!important} furrow-prompt::part(refuse){display:none!important}` });
  await ask(page);
  const looks = await page.getByRole('region').locator('.answer').evaluateAll((buttons) => buttons.map((button) => [...getComputedStyle(button)].map((name) => getComputedStyle(button).getPropertyValue(name)).join()));
  expect(looks[0]).toBe(looks[1]);
  expect(looks[0]).toContain('rgb(0, 68, 0)');
});

test('on the smallest screens both answers and the way out are in view, with the details open and whatever changed too', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page, { last: YES });
  await page.getByText('What exactly?').click();
  for (const size of SMALL) {
    await page.setViewportSize(size);
    for (const name of ['No thanks', 'Allow', 'Close']) await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    // one can read all of it, in one direction
    const text = page.getByRole('region').locator('.text');
    expect(await text.evaluate((box) => box.scrollWidth <= box.clientWidth && box.clientHeight >= 40)).toBe(true);
    await text.evaluate((box) => { box.scrollTop = box.scrollHeight; });
    await expect(page.getByText('You can take back all or part of your yes')).toBeInViewport();
  }
});

test('larger letters and wider spacing cut nothing', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 640 });
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page);
  await styleInside(page, ':host{font-size:200%!important} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}');
  for (const name of ['No thanks', 'Allow', 'Close']) await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  const cut = await page.getByRole('region').locator('h2, p, summary, button').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent));
  expect(cut).toEqual([]);
});

test('the page stays usable: nothing moves, nobody loses the focus, every letter arrives, and waiting is no answer', async ({ page }) => {
  await page.clock.install();
  await openSurfacePage(page, { fixture: 'prompt', main: '<h1>Payment</h1><label>Name <input id="name"></label><label>Card <input id="card"></label><div style="height:3000px"></div>' });
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
  await page.mouse.wheel(0, 900);
  await page.clock.fastForward(60_000);
  await expect(page.getByRole('region')).toBeVisible();
  expect(await answerOf(page)).toBeUndefined();
});

test('a keyboard meets the question first, sees where it is, and Escape closes it only from inside', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener('keydown', ({ key }) => heard.push(key));
  });
  await ask(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region')).toBeVisible();
  for (const [name, role] of [['What exactly?', 'text'], ['No thanks', 'button'], ['Allow', 'button'], ['Close', 'button']] as const) {
    await page.keyboard.press('Tab');
    const control = role === 'text' ? page.getByText(name) : page.getByRole('button', { name });
    await expect(control).toBeFocused();
    expect(await control.evaluate((each) => getComputedStyle(each).outline)).toMatch(/ solid 2px$/);
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Cart' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await expect.poll(() => answerOf(page)).toBe('dismissed');
  // the page's own Escape is the page's, ours is ours
  expect(await page.evaluate(`heard.filter((key) => key === 'Escape').length`)).toBe(1);
});

test('it says whether anything leaves the browser, to whom and for how long, and first what has changed', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page, { collects: false, purposes: ['notice', 'help'], fingerprint: YES.fingerprint, last: YES });
  await expect(page.getByText('Nothing leaves your browser.').first()).toBeVisible();
  await expect(page.getByText('Sent: anonymous notes')).toHaveCount(0);
  await expect(page.getByText('You said yes before.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await ask(page, { last: YES });
  await expect(page.getByText('You said yes before. Since then this has changed:')).toBeVisible();
  expect(await page.getByRole('region').getByRole('listitem').allInnerTexts()).toEqual(['Sent: anonymous notes on what went wrong, to repair it.', 'Sent to: \u2068shop.test/collect\u2069', 'Kept there for 90 days.']);
});

test('it speaks the visitor’s language, and says to screen readers which one that is', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await ask(page, { language: 'fr' });
  await expect(page.locator('furrow-prompt')).toHaveAttribute('lang', 'fr');
  await page.getByRole('button', { name: 'Fermer' }).click();
  await ask(page, { language: 'ar' });
  const left = async (name: string) => (await page.getByRole('button', { name }).boundingBox())?.x ?? NaN;
  expect(await left('إغلاق')).toBeLessThan(await left('سماح'));
  expect(await left('سماح')).toBeLessThan(await left('لا، شكرًا'));
});

test('it looks the same on hostile pages', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt', css: ':root{--furrow-font:sans-serif;--furrow-color-scheme:light}' });
  await ask(page);
  await expect.poll(() => animationsOf(page)).toBe(0);
  const looks = () => page.evaluate(() => [...document.querySelector('furrow-prompt')?.shadowRoot?.querySelectorAll('*') ?? []].map((each) => {
    const style = getComputedStyle(each);
    return [each.localName, JSON.stringify(each.getBoundingClientRect()), ...[...style].filter((name) => !name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)}`)];
  }));
  const calm = await looks();
  expect(calm.length).toBeGreaterThan(10);
  for (const css of [
    '*{all:unset!important}',
    'button,section,div,h2,p,furrow-prompt{display:none!important;visibility:hidden!important}',
    'body>*{position:static!important;opacity:.1!important;transform:scale(.3)!important;z-index:-1!important;pointer-events:none!important;user-select:none!important}',
    '*{letter-spacing:2em!important;word-spacing:3em!important;line-height:5!important;font:italic 900 60px/3 serif!important;text-transform:uppercase!important;writing-mode:vertical-rl!important;-webkit-text-fill-color:red!important}',
    'html,body{transform:rotate(3deg) scale(.8);filter:blur(2px);overflow:hidden;perspective:100px;contain:strict;opacity:.2;clip-path:inset(50%)}',
  ]) {
    await page.evaluate((text) => { document.head.append(Object.assign(document.createElement('style'), { className: 'hostile', textContent: text })); }, css);
    expect(await looks(), css).toEqual(calm);
    await page.getByRole('button', { name: 'No thanks' }).click({ trial: true });
    await page.mouse.move(900, 10);
    await page.evaluate(() => document.querySelector('.hostile')?.remove());
  }
});

test('a page under the strictest policy sees no violation', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt', strict: true });
  await ask(page, { last: YES });
  expect(await page.getByRole('region').evaluate((card) => getComputedStyle(card).borderRadius)).toBe('16px');
  await page.getByText('What exactly?').click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => answerOf(page)).toBe('granted');
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test('it moves for nobody who wants rest, shows its edges in forced colours, and is not printed', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'prompt' });
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await ask(page);
  expect(await animationsOf(page)).toBe(0);
  const edges = await page.getByRole('region').locator('.answer').evaluateAll((buttons) => buttons.map((button) => { const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button); return borderTopWidth === '1px' && borderTopColor !== backgroundColor; }));
  expect(edges).toEqual([true, true]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region')).toBeHidden();
});

test('a dialog that the page has open is not covered, and the question waits behind it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await openSurfacePage(page, { fixture: 'prompt', main: '<dialog style="position:fixed;inset:auto 0 0"><button onclick="this.closest(\'dialog\').close()">Enter the shop</button></dialog>' });
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await page.evaluate(() => window.putQuestion());
  await page.getByRole('button', { name: 'Enter the shop' }).click();
  await page.getByRole('button', { name: 'No thanks' }).click();
  await expect.poll(() => answerOf(page)).toBe('refused');
});

for (const [dir, language] of [['ltr', 'de'], ['rtl', 'ar']] as const) {
  test(`axe finds nothing and leaves nothing open: ${language}, light and dark, 1280 and 320 px`, async ({ page }) => {
    await openSurfacePage(page, { fixture: 'prompt', dir });
    await page.evaluate((lang) => { document.documentElement.lang = lang; }, language);
    const before = await findingsOf(page);
    await ask(page, { language, last: YES });
    await page.locator('summary').click();
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 640 });
        await page.evaluate((value) => { document.documentElement.style.colorScheme = value; }, scheme);
        expect(await findingsOf(page), `${scheme} ${width}`).toEqual(before);
        expect(await openQuestionsOf(page), `${scheme} ${width}`).toEqual([]);
      }
    }
  });
}
