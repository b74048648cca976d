import { expect, test, type Page } from 'playwright/test';
import { GAP_PX } from '../../src/nudge/place';
import type { Wish } from './fixture/nudge';
import { openSurfacePage } from '../support/surfacePage';

const CTAS: NonNullable<Wish['ctas']> = [
  { label: 'Pay another way', do: 'app-event', target: 'app:other-way', style: 'primary' },
  { label: 'See accepted cards', do: 'open-url', target: '/cards', style: 'plain' },
];

const help = (page: Page) => page.getByRole('dialog', { name: 'Stuck with paying?' });
const told = (page: Page) => page.evaluate(() => window.told);

const chip = (page: Page) => page.getByRole('button', { name: 'Help for “\u2068Pay now\u2069”' });

async function offer(page: Page, wish: Wish = {}): Promise<void> {
  await page.evaluate((given) => window.offer(given), wish);
  await expect(wish.channel === 'chip' ? chip(page) : help(page)).toBeVisible();
  await expect.poll(() => told(page)).toEqual(['shown']);
}

/** Whether the card or the chip lies over an element, even partly. */
const covers = (page: Page, selector: string) => page.evaluate((of) => {
  const card = document.querySelector('furrow-ui')?.shadowRoot?.querySelector('section')?.getBoundingClientRect();
  const other = document.querySelector(of)?.getBoundingClientRect();
  return !!card && !!other && card.left < other.right && other.left < card.right && card.top < other.bottom && other.top < card.bottom;
}, selector);

test('fifty letters typed while help appears all arrive, and neither focus nor scroll nor selection changes', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#name').focus();
  const letters = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx';
  const typing = page.keyboard.type(letters, { delay: 5 });
  await offer(page, { anchor: '#name' });
  await typing;
  await expect(page.locator('#name')).toHaveValue(letters);
  await expect(page.locator('#name')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('Tab goes from the anchor into the help and out to what follows the anchor, Shift+Tab back', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#card').focus();
  await offer(page, { anchor: '#card', ctas: CTAS });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Pay another way' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('#card')).toBeFocused();
  for (const name of ['Pay another way', 'See accepted cards', 'Why am I seeing this?', 'Not now', 'Close']) {
    await page.keyboard.press('Tab');
    await expect(help(page).getByText(name).or(help(page).getByLabel(name))).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.locator('#expiry')).toBeFocused();
});

test('who comes to the help in the page’s own order is not sent back to the anchor', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { anchor: '#card' });
  await page.locator('#pay').focus();
  for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab');
  await expect(help(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('#expiry')).not.toBeFocused();
});

test('Escape in the help closes it, stays unseen by the page, and the focus returns', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.evaluate(() => addEventListener('keydown', ({ key }) => (document.title += key)));
  await page.locator('#card').focus();
  await offer(page, { anchor: '#card' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(help(page)).toHaveCount(0);
  await expect(page.locator('#card')).toBeFocused();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
  expect(await page.title()).not.toContain('Escape');
});

test('Escape on the anchor closes the help too, anywhere else it is the page’s', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { anchor: '#card' });
  await page.locator('#name').press('Escape');
  await expect(help(page)).toBeVisible();
  await page.locator('#card').press('Escape');
  await expect(help(page)).toHaveCount(0);
});

const NINE = ['left:0;top:0', 'left:45%;top:0', 'right:0;top:0', 'left:0;top:45%', 'left:45%;top:45%', 'right:0;top:45%', 'left:0;bottom:0', 'left:45%;bottom:0', 'right:0;bottom:0'];
const LONG = 'You can also pay by bank transfer, and we will wait for it. '.repeat(14);

test('help covers its place nowhere, in windows of all sizes, however much it has to say, and can always be closed', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<button id="pay">Pay now</button>' });
  const close = page.getByRole('button', { name: 'Close' });
  for (const [width, height] of [[1280, 720], [320, 568], [640, 360], [320, 256]] as const) {
    await page.setViewportSize({ width, height });
    for (const place of NINE) {
      await page.locator('#pay').evaluate((pay, at) => { pay.style.cssText = `position:fixed;${at}`; }, place);
      for (const wish of [{ ctas: CTAS }, { body: LONG }, { channel: 'chip' }] as const) {
        const where = `${JSON.stringify(wish).slice(0, 20)} at ${place} in ${width} × ${height}`;
        await page.evaluate((given) => window.offer(given), wish);
        await expect(close, where).toBeInViewport({ ratio: 1 });
        expect(await covers(page, '#pay'), where).toBe(false);
        const why = page.getByRole('button', { name: 'Why am I seeing this?' });
        if (await why.count() === 0) continue;
        await why.evaluate((button: HTMLElement) => button.click());
        expect(await covers(page, '#pay'), `${where}, with reasons`).toBe(false);
        await expect(close, `${where}, with reasons`).toBeInViewport({ ratio: 1 });
      }
    }
  }
  expect(await page.evaluate(() => window.errors)).toEqual([]);
});

for (const zoom of [0.5, 1.5, 4]) {
  test(`help stands whole in view, beside its anchor, on a page that zooms itself by ${zoom}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1024 });
    await openSurfacePage(page, { fixture: 'nudge', main: '<button id="pay" style="margin:20px">Pay now</button>' });
    await page.evaluate((by) => { document.documentElement.style.setProperty('zoom', String(by)); }, zoom);
    await offer(page, { ctas: CTAS });
    expect(await covers(page, '#pay')).toBe(false);
    await expect(page.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
    const [card, anchor] = [await help(page).boundingBox(), await page.locator('#pay').boundingBox()];
    expect(Math.abs((card?.y ?? 0) - (anchor?.y ?? 0) - (anchor?.height ?? 0))).toBeLessThan(30);
  });
}

test('a place with no room beside it keeps a chip, and the help comes over it only when asked for', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openSurfacePage(page, { fixture: 'nudge', main: '<button id="pay" style="position:fixed;left:0;top:70px;width:360px;height:500px">Pay now</button>' });
  await page.evaluate(() => window.offer());
  await expect(chip(page)).toBeVisible();
  await chip(page).focus();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await expect(chip(page)).toBeFocused();
  await chip(page).press('Enter');
  await expect(help(page)).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
});

test('a place that fills the window gets no help that would cover it', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<button id="pay" style="position:fixed;inset:0">Pay now</button>' });
  await page.evaluate(() => window.offer());
  expect(await told(page)).toEqual([{ answer: 'gone', whyOpened: false }]);
});

test('help moves out of the way of what the visitor turns to', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<p style="margin:240px 200px 8px"><button id="pay">Pay now</button></p><p style="margin:20px 200px"><input id="next" aria-label="Next"></p>' });
  await offer(page);
  expect(await covers(page, '#next')).toBe(true);
  await page.locator('#next').focus();
  await expect.poll(() => covers(page, '#next')).toBe(false);
  expect(await covers(page, '#pay')).toBe(false);
});

test('help follows its anchor when the page scrolls or grows', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', css: 'main{padding:150px 0 1500px}' });
  await offer(page, { body: '' });
  const distance = () => page.evaluate(() => {
    const card = document.querySelector('furrow-ui')?.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
    const pay = document.querySelector('#pay')?.getBoundingClientRect();
    return card && pay ? Math.round(card.top - pay.bottom) : undefined;
  });
  await expect.poll(distance).toBe(GAP_PX);
  await page.evaluate(() => scrollTo(0, 120));
  await expect.poll(distance).toBe(GAP_PX);
  await page.evaluate(() => document.querySelector('h1')?.append(document.createElement('br'), 'and more'));
  await expect.poll(distance).toBe(GAP_PX);
});

test('an anchor out of sight leaves a chip, and only a click on it scrolls back', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', css: 'main{padding-bottom:3000px}' });
  await offer(page);
  await page.evaluate(() => scrollTo(0, 2000));
  await expect(chip(page)).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(2000);
  await chip(page).press('Enter');
  await expect(help(page)).toBeVisible();
  await expect(page.locator('#pay')).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Why am I seeing this?' })).toBeFocused();
});

test('passive help is a chip beside its place until the visitor presses it, and counts once', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', css: 'main{padding-bottom:2000px}' });
  await offer(page, { channel: 'chip' });
  await expect(help(page)).toHaveCount(0);
  const [box, anchor] = [await chip(page).boundingBox(), await page.locator('#pay').boundingBox()];
  expect((box?.y ?? 0) - (anchor?.y ?? 0) - (anchor?.height ?? 0)).toBeLessThan(GAP_PX + 10);
  expect(await covers(page, '#pay')).toBe(false);
  await chip(page).click();
  await expect(help(page)).toBeFocused();
  expect(await covers(page, '#pay')).toBe(false);
  await page.locator('#name').click();
  await expect(help(page)).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.evaluate(() => scrollTo(0, 1200));
  await chip(page).click();
  await expect(help(page)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
});

test('the keyboard reaches passive help from its place, opens it, and Escape leads back', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#pay').focus();
  await offer(page, { channel: 'chip' });
  await page.keyboard.press('Tab');
  await expect(chip(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(help(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('#pay')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Why am I seeing this?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(help(page)).toHaveCount(0);
  await expect(page.locator('#pay')).toBeFocused();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
});

test('passive help is closed with its ×, and by Escape at its place', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { channel: 'chip' });
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
  await page.evaluate(() => window.offer({ channel: 'chip' }));
  await page.locator('#pay').press('Escape');
  await expect(chip(page)).toHaveCount(0);
});

test('passive help without a place says its title in the corner', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.evaluate(() => window.offer({ channel: 'chip', anchor: '#nowhere' }));
  const box = await page.getByRole('button', { name: 'Stuck with paying?' }).boundingBox();
  expect(box && box.x + box.width).toBeGreaterThan(1280 - 70);
  expect(box && box.y + box.height).toBeGreaterThan(720 - 20);
  await page.getByRole('button', { name: 'Stuck with paying?' }).click();
  await expect(help(page)).toBeVisible();
});

test('passive help is told politely, once, as what it is', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { channel: 'chip' });
  await expect(page.locator('furrow-ui [role=status]')).toHaveText('Help for “\u2068Pay now\u2069”. It is at the end of the page.');
  await chip(page).click();
  await expect(help(page)).toBeFocused();
  await expect(page.locator('furrow-ui [role=status]')).toHaveText('Help for “\u2068Pay now\u2069”. It is at the end of the page.');
  await expect(page.locator('furrow-ui').locator('[aria-live=assertive],[role=alert]')).toHaveCount(0);
});

test('help stays in sight when the page goes fullscreen and comes back', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page);
  await page.evaluate(() => document.querySelector('main')?.requestFullscreen());
  await expect(page.locator('main > furrow-ui')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Not now' })).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.locator('body > furrow-ui')).toHaveCount(1);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
});

test('help stays when the page renders its anchor anew, and the keyboard finds it from there', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page);
  await page.evaluate(() => document.querySelector('#pay')?.replaceWith(document.querySelector('#pay')?.cloneNode(true) ?? ''));
  await page.locator('#pay').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Why am I seeing this?' })).toBeFocused();
  expect(await told(page)).toEqual(['shown']);
});

test('help for something in a modal dialog stands in the dialog, where it can be used', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<dialog><h1>Pay</h1><button id="pay">Pay now</button></dialog>', css: 'dialog{transform:scale(.9);overflow:hidden;height:90px}' });
  await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.showModal());
  await offer(page);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
  await expect(page.locator('dialog').first()).toBeVisible();
});

test('an invitation survives the dialog it stood in', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<h1>Pay</h1><button id="pay">Pay now</button><dialog aria-label="News">News</dialog>' });
  await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.showModal());
  await offer(page, { template: 'chat-invite' });
  await page.locator('dialog').first().evaluate((dialog: HTMLDialogElement) => dialog.close());
  await expect(help(page)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
});

/** A page whose field stands in a frame of the same origin, found as `#inner`. */
async function openWithFrame(page: Page, inner: string): Promise<void> {
  await openSurfacePage(page, { fixture: 'nudge', main: `<iframe id="frame" title="Payment" style="margin:100px 0 0 200px;width:400px" srcdoc="${inner}"></iframe><button id="pay" hidden></button>` });
  await page.frameLocator('#frame').locator('#inner').waitFor();
  await page.evaluate(() => {
    const find = document.querySelector.bind(document);
    document.querySelector = (selector: string) => selector === '#inner' ? find<HTMLIFrameElement>('#frame')?.contentDocument?.querySelector('#inner') ?? null : find(selector);
  });
}

test('help for something in a frame stands beside it', async ({ page }) => {
  await openWithFrame(page, '<button id=inner>Pay</button>');
  await offer(page, { anchor: '#inner' });
  const button = await page.frameLocator('#frame').locator('#inner').boundingBox();
  const below = (button?.y ?? 0) + (button?.height ?? 0);
  await expect.poll(async () => Math.round(((await help(page).boundingBox())?.y ?? 0) - below)).toBe(GAP_PX);
});

test('help for a field in a frame knows its name, and a button leads back into it', async ({ page }) => {
  await openWithFrame(page, '<label for=inner>Card number</label><input id=inner>');
  await offer(page, { anchor: '#inner', ctas: [{ label: 'Take me there', do: 'focus-element', target: undefined, style: 'primary' }] });
  await page.getByRole('button', { name: 'Why am I seeing this?' }).click();
  await expect(page.getByText('You pressed “\u2068Card number\u2069” 4 times')).toBeVisible();
  await page.getByRole('button', { name: 'Take me there' }).click();
  await expect(page.frameLocator('#frame').locator('#inner')).toBeFocused();
});

test('Tab goes from a field in a frame into the help, and back into the frame with Shift', async ({ page }) => {
  await openWithFrame(page, '<label for=inner>Card number</label><input id=inner>');
  await page.frameLocator('#frame').locator('#inner').focus();
  await offer(page, { anchor: '#inner' });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Why am I seeing this?' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.frameLocator('#frame').locator('#inner')).toBeFocused();
});

test('a button can lead to another place than the one in trouble', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: [{ label: 'Enter a name', do: 'focus-element', target: 'name', style: 'primary' }] });
  await page.getByRole('button', { name: 'Enter a name' }).click();
  await expect(page.locator('#name')).toBeFocused();
});

test('help is announced once, politely, in a region that stood there empty', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#pay').focus();
  await page.evaluate(() => {
    window.offer();
    const status = document.querySelector('furrow-ui')?.shadowRoot?.querySelector('[role=status]');
    if (!status) return;
    const said = [status.textContent];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const said = () => page.evaluate(() => Reflect.get(window, 'said') as unknown);
  await expect.poll(said).toEqual(['', 'Stuck with paying? Press Tab to reach it.']);
  await page.setViewportSize({ width: 900, height: 500 });
  await page.getByRole('button', { name: 'Why am I seeing this?' }).click();
  expect(await said()).toEqual(['', 'Stuck with paying? Press Tab to reach it.']);
});

test('trouble that goes away takes its help along', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page);
  await page.evaluate(() => window.resolve?.());
  await expect(help(page)).toHaveCount(0);
  expect(await told(page)).toEqual(['shown', { answer: 'resolved', whyOpened: false }]);
});

test('a visit that ends takes its help along, and no more is shown', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  const before = await page.content();
  await offer(page);
  await page.evaluate(() => window.withdraw());
  expect(await page.content()).toBe(before);
  await page.evaluate(() => window.offer());
  expect(await told(page)).toEqual(['shown', { answer: 'off', whyOpened: false }, { answer: 'off', whyOpened: false }]);
  expect(await page.content()).toBe(before);
});

test('help without a place is never shown', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', css: 'body{display:none}' });
  await page.evaluate(() => window.offer({ template: 'chat-invite' }));
  expect(await told(page)).toEqual([{ answer: 'gone', whyOpened: false }]);
});
