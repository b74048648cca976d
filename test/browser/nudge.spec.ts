import { expect, test, type Page } from 'playwright/test';
import { GAP_PX } from '../../src/nudge/place';
import type { Wish } from './fixture/nudge';
import { animationsOf, findingsOf, openSurfacePage } from '../support/surfacePage';

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
  for (const name of ['Pay another way', 'See accepted cards', 'Why am I seeing this?', 'Not now', 'Don’t show this again', 'Close']) {
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
  for (let tabs = 0; tabs < 4; tabs++) await page.keyboard.press('Tab');
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
for (const [width, height] of [[1280, 720], [320, 568], [640, 360]] as const) {
  test(`help covers its anchor nowhere in a window of ${width} × ${height}, with the reasons open too`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const place of NINE) {
      await openSurfacePage(page, { fixture: 'nudge', main: `<button id="pay" style="position:fixed;${place}">Pay now</button>` });
      await offer(page, { ctas: CTAS });
      expect(await covers(page, '#pay'), place).toBe(false);
      await page.getByText('Why am I seeing this?').click();
      await expect(page.getByText('4 times and the page did not answer')).toBeAttached();
      expect(await covers(page, '#pay'), `${place}, with reasons`).toBe(false);
      await expect(page.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
    }
  });
}

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

test('passive help finds a spot beside its place anywhere in the window, and never over it', async ({ page }) => {
  for (const [width, height] of [[1280, 720], [320, 568]] as const) {
    await page.setViewportSize({ width, height });
    for (const place of NINE) {
      await openSurfacePage(page, { fixture: 'nudge', main: `<button id="pay" style="position:fixed;${place}">Pay now</button>` });
      await offer(page, { channel: 'chip' });
      expect(await covers(page, '#pay'), place).toBe(false);
      await expect(page.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
    }
  }
});

test('passive help is told politely, once, as what it is', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { channel: 'chip' });
  await expect(page.locator('furrow-ui [role=status]')).toHaveText('Help for “\u2068Pay now\u2069” It is at the end of the page.');
  await chip(page).click();
  await expect(help(page)).toBeFocused();
  await expect(page.locator('furrow-ui [role=status]')).toHaveText('Help for “\u2068Pay now\u2069” It is at the end of the page.');
  await expect(page.locator('furrow-ui').locator('[aria-live=assertive],[role=alert]')).toHaveCount(0);
});

test('help for something inside a shadow root goes when that does', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<h1>Pay</h1><p id="pay"></p>' });
  await page.evaluate(() => {
    const root = document.querySelector('#pay')?.attachShadow({ mode: 'open' });
    root?.append(Object.assign(document.createElement('button'), { textContent: 'Pay' }));
    const find = document.querySelector.bind(document);
    document.querySelector = (selector: string) => selector === '#inner' ? root?.querySelector('button') ?? null : find(selector);
  });
  await offer(page, { anchor: '#inner' });
  await page.evaluate(() => document.querySelector('#inner')?.remove());
  await expect(help(page)).toHaveCount(0);
});

test('help stays in sight when the page goes fullscreen and comes back', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page);
  await page.evaluate(() => document.querySelector('main')?.requestFullscreen());
  await expect(page.locator('main > furrow-ui')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Not now' })).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.locator('body > furrow-ui')).toHaveCount(1);
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'not-now', whyOpened: false }]);
});

test('an anchor scrolled away inside a box of the page counts as out of sight', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<div id="box" tabindex="0" style="height:120px;overflow:auto"><button id="pay">Pay now</button><p style="height:900px"></p></div>' });
  await offer(page);
  await page.evaluate(() => document.querySelector('#box')?.scrollTo(0, 500));
  await expect(page.getByRole('button', { name: /^Help for/ })).toBeVisible();
});

test('help goes when its anchor does', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page);
  await page.evaluate(() => document.querySelector('#pay')?.remove());
  await expect(help(page)).toHaveCount(0);
  expect(await told(page)).toEqual(['shown', { answer: 'gone', whyOpened: false }]);
});

test('help goes when its anchor is hidden', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page);
  await page.locator('form').evaluate((form) => (form.style.display = 'none'));
  await expect(help(page)).toHaveCount(0);
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
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'not-now', whyOpened: false }]);
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

test('under the reasons stands what it took', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { counterfactual: { without: 1, score: 24.9, confidence: 0.4, flips: 'score', needs: 60 } });
  await page.getByRole('button', { name: 'Why am I seeing this?' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('Without the first of these, this help would not have come up (24 of the 60 points needed).')).toBeVisible();
});

test('the reasons are true, asked for with one press, and handed to the person who is asked', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { human: 'handler' });
  const reason = 'You pressed “\u2068Pay now\u2069” 4 times and the page did not answer.';
  await expect(page.getByText(reason)).toBeHidden();
  await page.getByRole('button', { name: 'Why am I seeing this?' }).click();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText('The payment was tried more than once.')).toBeVisible();
  await page.getByRole('button', { name: 'Talk to a human' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'human', whyOpened: true }]);
  expect(await page.evaluate(() => window.handedOver)).toEqual([[reason, 'The same error came back 3 times.']]);
});

for (const [name, answer] of [['Not now', 'not-now'], ['Don’t show this again', 'never'], ['Close', 'closed']] as const) {
  test(`“${name}” is answered ${answer}, and nothing stays`, async ({ page }) => {
    await openSurfacePage(page, { fixture: 'nudge' });
    const before = await page.content();
    await offer(page);
    await page.getByRole('button', { name }).click();
    expect(await told(page)).toEqual(['shown', { answer, whyOpened: false }]);
    expect(await page.content()).toBe(before);
  });
}

test('a rule’s “later” tells how much later', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: [{ label: 'Tomorrow', do: 'snooze', target: undefined, style: 'plain', forMs: 86_400_000 }] });
  await expect(page.getByRole('button', { name: 'Not now' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Tomorrow' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'not-now', whyOpened: false, forMs: 86_400_000 }]);
});

test('a rule’s button tells the page its event', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: CTAS });
  await page.getByRole('button', { name: 'Pay another way' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'action', whyOpened: false, event: 'app:other-way' }]);
});

test('a rule’s link is a real link, and one that could run a script is not there', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: [...CTAS, { label: 'Bad', do: 'open-url', target: 'javascript:alert(1)', style: 'plain' }] });
  await expect(page.getByText('Bad')).toHaveCount(0);
  await page.getByRole('link', { name: 'See accepted cards' }).click();
  await expect(page).toHaveURL('http://shop.test/cards');
});

test('a contact page is offered as a link', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { human: 'mailto:help@shop.test' });
  await expect(page.getByRole('link', { name: 'Talk to a human' })).toHaveAttribute('href', 'mailto:help@shop.test');
});

test('a chat that breaks is told to the developer alone', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await offer(page, { human: 'throws' });
  await page.getByRole('button', { name: 'Talk to a human' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'human', whyOpened: false }]);
  expect(await page.evaluate(() => window.errors)).toEqual(['Error: the chat is broken']);
  expect(thrown).toEqual([]);
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
  await page.evaluate(() => window.resolve());
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

test('the host’s document is the same, byte for byte, while help stands', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  const before = await page.content();
  await offer(page);
  const during = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    copy.querySelector('furrow-ui')?.remove();
    return `<!DOCTYPE html>${copy.outerHTML}`;
  });
  expect(during).toBe(before);
});

test('a page under the strictest policy sees no violation', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', strict: true });
  await offer(page, { ctas: CTAS });
  await page.getByText('Why am I seeing this?').click();
  expect(await help(page).evaluate((card) => getComputedStyle(card).borderRadius)).toBe('14px');
  expect(await covers(page, '#pay')).toBe(false);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test('the page’s own style stays outside', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', css: 'furrow-ui,body>*{display:none!important;opacity:.1;filter:blur(9px)} main{display:block!important} button{font-size:60px}' });
  await offer(page);
  expect((await page.getByRole('button', { name: 'Not now' }).boundingBox())?.height).toBeLessThan(40);
});

test('who wants less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.evaluate(() => window.offer());
  expect(await animationsOf(page)).toBe(0);
});

test('with forced colours every button’s words can be read', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: CTAS });
  const [ink, paper] = await page.getByRole('button', { name: 'Pay another way' }).evaluate((button) => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor]);
  expect(ink).not.toBe(paper);
});

test('a phone gets a sheet of at most half the height, with targets for fingers', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: CTAS });
  const box = await help(page).boundingBox();
  expect(box?.width).toBe(360 - 16);
  expect(box?.height).toBeLessThanOrEqual(320);
  expect(await covers(page, '#pay')).toBe(false);
  for (const target of await help(page).locator('button,a').all()) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.close();
});

const LOOKS = (['light', 'dark'] as const).flatMap((scheme) => (['ltr', 'rtl'] as const).flatMap((dir) => [1280, 320].map((width) => ({ scheme, dir, width }))));
for (const { scheme, dir, width } of LOOKS) {
  test(`axe finds nothing: ${scheme}, ${dir}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    for (const template of ['tooltip', 'chat-invite'] as const) {
      await openSurfacePage(page, { fixture: 'nudge', scheme, dir, css: 'main{padding-bottom:2000px}' });
      await offer(page, { template, ctas: CTAS, human: 'handler', counterfactual: { without: 1, score: 24, confidence: 0.4, flips: 'score', needs: 60 } });
      expect(await findingsOf(page), template).toEqual([]);
      await page.getByText('Why am I seeing this?').click();
      expect(await findingsOf(page), `${template}, why`).toEqual([]);
    }
    await openSurfacePage(page, { fixture: 'nudge', scheme, dir, css: 'main{padding-bottom:2000px}' });
    await offer(page, { channel: 'chip' });
    expect(await findingsOf(page), 'chip').toEqual([]);
    await page.evaluate(() => scrollTo(0, 1000));
    await expect(chip(page)).toBeVisible();
    expect(await findingsOf(page), 'the way back').toEqual([]);
  });
}
