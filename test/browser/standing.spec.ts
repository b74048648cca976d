import { expect, test, type Page } from 'playwright/test';
import { GAP_PX } from '../../src/nudge/place';
import type { Wish } from './fixture/nudge';
import { findingsOf, openSurfacePage } from '../support/surfacePage';

const STEPS: NonNullable<Wish['steps']> = [
  { at: 'name', title: 'Your name', body: 'As it stands on the card.' },
  { at: 'nowhere', title: 'The number', body: 'Sixteen digits.' },
  { at: undefined, title: 'And pay', body: 'You see the sum again.' },
];
const CTAS: NonNullable<Wish['ctas']> = [{ label: 'Pay another way', do: 'app-event', target: 'app:other-way', style: 'primary' }];

const help = (page: Page) => page.getByRole('dialog', { name: 'Stuck with paying?' });
const chip = (page: Page) => page.getByRole('button', { name: /^Help for/ });
const told = (page: Page) => page.evaluate(() => window.told);
/** Takes away what stands there, and offers anew. */
const offer = (page: Page, wish: Wish = {}) => page.evaluate((given) => {
  window.resolve?.();
  window.told.length = 0;
  window.offer(given);
}, wish);
const boxOf = async (page: Page) => await page.locator('furrow-ui section').boundingBox() ?? { x: 0, y: 0, width: 0, height: 0 };
const formOf = (page: Page) => page.evaluate(() => document.querySelector('furrow-ui')?.shadowRoot?.querySelector<HTMLElement>('.layer')?.dataset.form);
const GONE = { answer: 'gone', whyOpened: false };

// ---------------------------------------------------------------- what becomes of its place

/** What may happen to the place of help, and what the visitor then has: the card, a chip, or nothing. */
const FATES: readonly { readonly fate: string; readonly main: string; readonly happen: () => void; readonly then: 'card' | 'chip' | 'nothing' }[] = [
  { fate: 'removed', main: '<button id="pay">Pay now</button>', then: 'nothing', happen: () => document.querySelector('#pay')?.remove() },
  { fate: 'rendered anew', main: '<p><button id="pay">Pay now</button></p>', then: 'card', happen: () => { const p = document.querySelector('p'); if (p) p.replaceWith(p.cloneNode(true)); } },
  { fate: 'moved', main: '<button id="pay">Pay now</button><div></div>', then: 'card', happen: () => { const pay = document.querySelector<HTMLElement>('#pay'); if (pay) pay.style.cssText = 'position:absolute;left:600px;top:300px'; } },
  { fate: 'scrolled off', main: '<button id="pay">Pay now</button><p style="height:3000px"></p>', then: 'chip', happen: () => scrollTo(0, 1500) },
  { fate: 'scrolled off in a box', main: '<div id="box" tabindex="0" style="height:120px;overflow:auto"><button id="pay">Pay now</button><p style="height:900px"></p></div>', then: 'chip', happen: () => document.querySelector('#box')?.scrollTo(0, 500) },
  { fate: 'covered', main: '<button id="pay">Pay now</button><div id="cover" style="position:fixed;inset:0;background:#eee" hidden></div>', then: 'card', happen: () => document.querySelector('#cover')?.removeAttribute('hidden') },
  { fate: 'display:none', main: '<form><button id="pay">Pay now</button></form>', then: 'nothing', happen: () => { const form = document.querySelector('form'); if (form) form.style.display = 'none'; } },
  { fate: 'in details that close', main: '<details open><summary>More</summary><button id="pay">Pay now</button></details>', then: 'nothing', happen: () => document.querySelector('details')?.removeAttribute('open') },
  { fate: 'in a dialog that closes', main: '<dialog id="box"><button id="pay">Pay now</button></dialog>', then: 'nothing', happen: () => document.querySelector<HTMLDialogElement>('#box')?.close() },
  { fate: 'in a virtual list that recycles it', main: '<ul><li><button id="pay">Pay now</button></li></ul>', then: 'nothing', happen: () => document.querySelector('#pay')?.replaceWith(Object.assign(document.createElement('button'), { textContent: 'Row 41' })) },
  { fate: 'in a shadow root that is emptied', main: '<div id="shadow"></div>', then: 'nothing', happen: () => document.querySelector('#shadow')?.shadowRoot?.replaceChildren() },
];

test('whatever becomes of its place, help is never left in the corner of the page, and nothing breaks', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await page.evaluate(() => {
    const find = document.querySelector.bind(document);
    document.querySelector = (selector: string) => find(selector) ?? (selector === '#pay' ? find('#shadow')?.shadowRoot?.querySelector('#pay') ?? null : null);
  });
  for (const { fate, main, happen, then } of FATES) {
    await page.evaluate((html) => {
      scrollTo(0, 0);
      document.querySelector('main')?.setHTMLUnsafe(html);
      document.querySelector<HTMLDialogElement>('dialog#box')?.showModal();
      document.querySelector('#shadow')?.attachShadow({ mode: 'open' }).setHTMLUnsafe('<button id="pay">Pay now</button>');
    }, main);
    await offer(page);
    await expect(help(page), fate).toBeVisible();
    await page.evaluate(happen);
    await expect(help(page), fate).toHaveCount(then === 'card' ? 1 : 0);
    await expect(chip(page), fate).toHaveCount(then === 'chip' ? 1 : 0);
    if (then === 'nothing') expect(await told(page), fate).toEqual(['shown', GONE]);
    else expect((await boxOf(page)).y, fate).toBeGreaterThan(8);
    if (fate === 'moved') await expect.poll(async () => Math.round((await boxOf(page)).y) - GAP_PX, fate).toBeGreaterThan(300);
    await page.evaluate(() => window.resolve?.());
  }
  expect(thrown).toEqual([]);
  expect(await page.evaluate(() => window.errors)).toEqual([]);
});

test('a modal dialog that opens over help deadens it, and gives it back as it was', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<button id="pay">Pay now</button><dialog aria-label="News" style="width:90vw;height:90vh"><button>Read</button></dialog>' });
  await offer(page);
  await expect(help(page)).toBeVisible();
  const before = await boxOf(page);
  await page.locator('dialog').first().evaluate((dialog: HTMLDialogElement) => dialog.showModal());
  expect(await page.evaluate(({ x, y }) => document.elementFromPoint(x + 20, y + 20)?.tagName, before)).toBe('DIALOG');
  for (let tabs = 0; tabs < 5; tabs++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('FURROW-UI');
  await page.locator('dialog').first().evaluate((dialog: HTMLDialogElement) => dialog.close());
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
  expect(before).toEqual(expect.objectContaining({ width: 345 }));
});

// ---------------------------------------------------------------- the guest

const CROWD = `<h1>Payment</h1><button id="pay">Pay now</button>${'<p>One <b>of</b> <i>many</i> <a href="#x">things</a></p>'.repeat(50)}`;

test('the page stays as it was: its markup, the looks of its elements, its place on the screen, and no task is long', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: CROWD, css: 'p:nth-child(odd){color:#333}p:last-child{margin:0}' });
  await page.evaluate(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.moved += Reflect.get(entry, 'value') as number; })).observe({ type: 'layout-shift' });
  });
  const markup = () => page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    copy.querySelector('furrow-ui')?.remove();
    return copy.outerHTML;
  });
  const looks = () => page.evaluate(() => [...document.querySelectorAll('main *')].slice(0, 200).map((element) => {
    const style = getComputedStyle(element);
    return [...style].map((property) => style.getPropertyValue(property)).join();
  }));
  const before = [await markup(), await looks()] as const;
  expect(before[1]).toHaveLength(200);
  for (const wish of [{}, { template: 'banner' }, { template: 'chat-invite' }, { channel: 'chip' }, { template: 'steps', steps: STEPS }] as const) {
    // the quickest of ten, since others are at work on this machine too; longer than 50 ms is a long task
    expect(await page.evaluate((given) => Math.min(...Array.from({ length: 10 }, () => {
      window.resolve?.();
      const from = performance.now();
      window.offer(given);
      return performance.now() - from;
    })), wish)).toBeLessThan(50);
    await expect(page.locator('furrow-ui')).toHaveCount(1);
    expect(await markup() === before[0], JSON.stringify(wish)).toBe(true);
    expect(await looks()).toEqual(before[1]);
  }
  await page.evaluate(() => window.resolve?.());
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before[0]);
  expect(await looks()).toEqual(before[1]);
  expect(await page.evaluate(() => window.moved)).toBe(0);
});

test('under the strictest policy every form stands, and nothing is refused', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', strict: true });
  for (const template of ['tooltip', 'banner', 'inline', 'chat-invite'] as const) {
    await offer(page, { template, ctas: CTAS });
    await expect(help(page)).toBeVisible();
    expect(await help(page).evaluate((card) => getComputedStyle(card).borderRadius), template).toBe('14px');
  }
  await offer(page, { template: 'steps', steps: STEPS });
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Step 2 of 3')).toBeVisible();
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

/** Pages whose own rules would hide, bend or blow up everything that is put into them. */
const HOSTILE = {
  'a reset of everything': '*{all:unset!important}main,p,h1,form{display:block!important}',
  'hidden strangers': 'body>*{opacity:0!important}body>:not(header,main),furrow-ui,div{display:none!important;visibility:hidden!important;filter:blur(9px)!important}body>main{opacity:1!important}',
  'huge type': 'html{font-size:60px;letter-spacing:1em;word-spacing:2em;line-height:4;text-transform:uppercase;text-align:right;text-indent:3em;white-space:nowrap;font-weight:900;cursor:none}button{font-size:60px!important}main{font-size:16px;letter-spacing:0;line-height:1.5;text-indent:0;white-space:normal}',
  'a bent body': 'body{transform:translate(40px,30px) scale(1);filter:grayscale(1);contain:paint;perspective:100px;will-change:transform;overflow:hidden;height:500px;pointer-events:none}main{pointer-events:auto}',
  'rules for popovers': '[popover],:popover-open{display:none!important;inset:0!important;width:1px!important;background:red!important}::backdrop{background:#000!important;display:block!important}:host,.layer,.card,section,[role=dialog],[part]{display:none!important}',
};

for (const [name, css] of Object.entries(HOSTILE)) {
  test(`every form looks as it should on a page with ${name}`, async ({ page }) => {
    const sight = () => page.evaluate(() => {
      const card = document.querySelector('furrow-ui')?.shadowRoot?.querySelector('section');
      if (!card) return undefined;
      const { x, y, width } = card.getBoundingClientRect();
      const seen = (at: Element | null | undefined): readonly string[] => {
        const style = at && getComputedStyle(at);
        return style ? ['display', 'visibility', 'font-size', 'font-weight', 'letter-spacing', 'line-height', 'text-transform', 'text-indent', 'white-space', 'cursor', 'pointer-events', 'background-color', 'filter', 'width'].map((property) => style.getPropertyValue(property)) : [];
      };
      const hit = document.elementFromPoint(x + width / 2, y + 12)?.tagName;
      return { hit, opacity: getComputedStyle(document.querySelector('furrow-ui') ?? card).opacity, card: seen(card), title: seen(card.querySelector('h2')), button: seen(card.querySelector('button')) };
    });
    const all = async (style: string) => {
      await openSurfacePage(page, { fixture: 'nudge', css: style });
      const sights: unknown[] = [];
      for (const wish of [{ ctas: CTAS }, { template: 'banner', ctas: CTAS }, { template: 'chat-invite' }, { template: 'inline', anchor: 'main > h1' }, { channel: 'chip' }, { template: 'steps', steps: STEPS }] as const) {
        await offer(page, wish);
        await expect.poll(() => told(page)).toEqual(['shown']);
        sights.push(await sight());
      }
      return sights;
    };
    const plain = await all('');
    expect(await all(css)).toEqual(plain);
    expect(plain).toEqual(plain.map(() => expect.objectContaining({ hit: 'FURROW-UI', opacity: '1' })));
  });
}

// ---------------------------------------------------------------- a line in the page's own flow

const FLOW = `<h1>Payment</h1><form><p id="row"><label for="name">Name</label> <input id="name"></p><p id="after"><label for="card">Card</label> <input id="card"></p>
<div id="own"></div><ul><li id="item">One</li></ul><div style="display:grid"><i id="cell">Cell</i></div><div style="display:flex"><i id="flex">Flex</i></div>
<div style="height:24px;overflow:hidden"><p id="cut" style="margin:0">Cut</p></div><div class="last"><p id="last">Last</p></div><table><tr><td><b id="td">In a cell</b></td></tr></table><button id="pay" type="button">Pay now</button></form>`;

test('a line in the page stands below its row, moves what is below once, and is used in the order of reading', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: FLOW });
  const [row, after] = [page.locator('#row'), page.locator('#after')];
  const before = await after.boundingBox();
  const markup = await page.evaluate(() => document.querySelector('form')?.innerHTML);
  await page.evaluate(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => { window.shifts += list.getEntries().length; }).observe({ type: 'layout-shift' });
  });
  await page.locator('#name').focus();
  await offer(page, { template: 'inline', anchor: '#name', ctas: CTAS });
  await expect(help(page)).toBeVisible();
  await expect(page.locator('#row + furrow-ui')).toHaveCount(1);
  const [line, above, below] = [await boxOf(page), await row.boundingBox(), await after.boundingBox()];
  expect(line.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect(below?.y).toBeGreaterThanOrEqual(line.y + line.height);
  await expect(page.locator('furrow-ui [role=status]')).toHaveText('Stuck with paying? Press Tab to reach it.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Pay another way' })).toBeFocused();
  for (let tabs = 0; tabs < 4; tabs++) await page.keyboard.press('Tab');
  await expect(page.locator('#card')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  expect(await page.evaluate(() => window.shifts)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  expect((await after.boundingBox())?.y).toBe(before?.y);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Close' }).press('Escape');
  expect(await page.evaluate(() => document.querySelector('form')?.innerHTML)).toBe(markup);
  expect(await after.boundingBox()).toEqual(before);
  await expect(page.locator('#name')).toBeFocused();
});

test('a line stands only where nothing of the page breaks; else it waits as a chip beside its place', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: FLOW, css: '.last>p:last-child{color:red}' });
  const places = { '#own': 'inline', '#pay': 'inline', '#td': 'inline', '#item': 'inline', '#cell': 'inline', '#flex': 'inline', '#cut': 'chip', '#last': 'chip' };
  const found: Record<string, string | undefined> = {};
  for (const anchor of Object.keys(places)) {
    await offer(page, { template: 'inline', anchor });
    await expect.poll(() => told(page), anchor).toEqual(['shown']);
    found[anchor] = await formOf(page);
    await page.evaluate(() => window.resolve?.());
  }
  expect(found).toEqual(places);
  await offer(page, { template: 'inline', anchor: '#own' });
  await expect(page.locator('#own > furrow-ui')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('furrow-ui')?.remove());
  await expect(page.locator('#own > furrow-ui')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('furrow-ui')?.remove());
  await expect.poll(() => told(page)).toEqual(['shown', GONE]);
  await offer(page, { template: 'inline', anchor: '#last' });
  await chip(page).click();
  await expect(help(page)).toBeFocused();
  expect(await formOf(page)).toBe('tooltip');
});

// ---------------------------------------------------------------- a bar along the edge

test('a banner keeps to the edge where the visitor is not, to half the height, and stays when its place goes', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', main: '<button id="pay" style="margin-top:200px">Pay now</button><input id="low" aria-label="Low" style="position:fixed;bottom:30px;left:400px">' });
  await offer(page, { template: 'banner', ctas: CTAS, body: 'You can also pay by bank transfer. '.repeat(60) });
  await expect(help(page)).toBeVisible();
  // once it has come to rest
  await expect.poll(async () => { const { width, y, height } = await boxOf(page); return [width, y + height]; }).toEqual([960, 720 - 8]);
  expect((await boxOf(page)).height).toBeLessThanOrEqual(360);
  await page.locator('#low').focus();
  await expect.poll(async () => (await boxOf(page)).y).toBe(8);
  await page.locator('#pay').evaluate((pay) => pay.remove());
  await page.setViewportSize({ width: 320, height: 568 });
  await expect.poll(async () => (await boxOf(page)).width).toBe(320 - 16);
  expect((await boxOf(page)).height).toBeLessThanOrEqual(284);
  await page.keyboard.press('Escape');
  expect(await told(page)).toEqual(['shown']);
  await page.getByRole('button', { name: 'Close' }).press('Escape');
  expect(await told(page)).toEqual(['shown', { answer: 'closed', whyOpened: false }]);
});

// ---------------------------------------------------------------- step by step

test('steps go from place to place at the visitor’s press, are told once each, and say where they are', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge', css: '#pay{margin-top:1500px}' });
  await page.locator('#name').focus();
  await offer(page, { template: 'steps', steps: STEPS, ctas: CTAS });
  const card = page.locator('furrow-ui section');
  const status = page.locator('furrow-ui [role=status]').first();
  const distanceTo = async (selector: string) => Math.round((await boxOf(page)).y - ((await page.locator(selector).boundingBox())?.y ?? 0));
  await expect(card).toHaveAccessibleName('Your name');
  await expect(status).toHaveText('Stuck with paying? Press Tab to reach it.');
  expect(await distanceTo('#name')).toBeLessThan(40);
  await expect(page.getByText('Pay another way')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card).toHaveAccessibleName('The number');
  await expect(status).toHaveText('Step 2 of 3: The number. Sixteen digits.');
  expect(await formOf(page)).toBe('corner');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toHaveAccessibleName('And pay');
  await expect(page.locator('#pay')).toBeInViewport({ ratio: 1 });
  await expect.poll(() => distanceTo('#pay')).toBeLessThan(40);
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Pay another way' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(card).toHaveAccessibleName('Your name');
  await expect(page.locator('#name')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await told(page)).toEqual(['shown', { answer: 'action', whyOpened: false }]);
});

// ---------------------------------------------------------------- keys, phones, what axe finds

test('Tab leads out of help whose place is the last control of the page', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#pay').focus();
  await offer(page);
  await expect(help(page)).toBeVisible();
  for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('FURROW-UI');
});

test('on a phone help keeps above what the screen’s edge takes, and above an on-screen keyboard', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#card').focus();
  await offer(page, { anchor: '#card', ctas: CTAS });
  await expect(help(page)).toBeVisible();
  const browserTools = await page.context().newCDPSession(page);
  await browserTools.send('Emulation.setSafeAreaInsetsOverride', { insets: { bottom: 34 } });
  await page.evaluate(() => window.dispatchEvent(new Event('resize')));
  await expect.poll(async () => { const { y, height } = await boxOf(page); return Math.round(y + height); }).toBe(640 - 8 - 34);
  await browserTools.send('Emulation.setSafeAreaInsetsOverride', { insets: {} });
  await page.evaluate(() => {
    const view = Object.assign(new EventTarget(), { offsetLeft: 0, offsetTop: 0, width: 360, height: 300 });
    Object.defineProperty(window, 'visualViewport', { value: view });
    window.dispatchEvent(new Event('resize'));
  });
  await expect.poll(async () => { const { y, height } = await boxOf(page); return y + height; }).toBeLessThanOrEqual(300 - 8);
  expect(Math.round((await boxOf(page)).height)).toBeLessThanOrEqual(150);
  const field = await page.locator('#card').boundingBox();
  const card = await boxOf(page);
  expect(card.y >= (field?.y ?? 0) + (field?.height ?? 0) || card.y + card.height <= (field?.y ?? 0)).toBe(true);
  await page.close();
});

test('axe finds nothing in a banner, a line or a step, light and dark, from the left and the right, wide and narrow', async ({ page }) => {
  for (const [scheme, dir, width] of [['light', 'ltr', 1280], ['dark', 'rtl', 1280], ['dark', 'ltr', 320], ['light', 'rtl', 320]] as const) {
    await page.setViewportSize({ width, height: 640 });
    await openSurfacePage(page, { fixture: 'nudge', scheme, dir });
    for (const wish of [{ template: 'banner' }, { template: 'inline', anchor: '#name' }, { template: 'steps', steps: STEPS }] as const) {
      await offer(page, { ...wish, ctas: CTAS, locale: dir === 'rtl' ? 'ar' : 'en' });
      await expect.poll(() => told(page)).toEqual(['shown']);
      expect(await findingsOf(page), `${wish.template} ${scheme} ${dir} ${width}`).toEqual([]);
    }
  }
});

test('help and what is said besides take turns', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  const aside = page.getByRole('dialog', { name: 'We know about this problem' });
  await page.evaluate(() => window.aside('known'));
  await expect(aside).toBeVisible();
  expect(await formOf(page)).toBe('tooltip');
  await page.evaluate(() => window.offer());
  await expect(help(page)).toBeVisible();
  await page.evaluate(() => window.aside('known', '#nowhere'));
  await expect(aside).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(aside).toBeVisible();
  expect(await formOf(page)).toBe('corner');
  await page.getByRole('button', { name: 'Tell me when it works' }).click();
  await expect(page.getByText('You will be told here.')).toBeVisible();
  await aside.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.locator('furrow-ui')).toHaveCount(0);
  expect(await told(page)).toEqual([{ aside: 'gone' }, 'shown', { answer: 'closed', whyOpened: false }, { aside: 'tell-me' }]);
});

declare global {
  interface Window {
    moved: number;
    shifts: number;
  }
}
