import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { startDemo } from '../../demo/demo.js';

/** The main job, whole: a visitor's trouble in the shop, help on the page, and facts in the collector's store. */
let demo: Awaited<ReturnType<typeof startDemo>>;
let folder = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'furrow-journey-'));
  demo = await startDemo({ port: 0, data: join(folder, 'facts.db') });
});
test.afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Stored {
  readonly kind: string;
  readonly name?: string;
  readonly rule?: string;
  readonly place?: string;
  readonly route: string;
  readonly gate?: string;
  readonly answer?: string;
  readonly strength?: number;
  readonly visit: string;
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** What the store holds of a visit. */
async function factsOf(visit: string): Promise<readonly Stored[]> {
  const answer = await fetch(`${demo.collectorUrl}/facts?limit=1000`);
  const { facts } = await answer.json() as { facts: readonly Stored[] };
  return facts.filter((fact) => fact.visit === visit);
}

const visitOf = (page: Page) => page.evaluate(() => (JSON.parse(sessionStorage.getItem('furrow.visit') ?? '{}') as { key?: string }).key ?? '');

async function open(page: Page, path: string, answer: 'Allow' | 'No thanks' = 'Allow'): Promise<void> {
  await page.goto(`${demo.shopUrl}${path.slice(1)}?automated=allow`);
  await page.getByRole('button', { name: answer }).click();
  if (answer === 'Allow') await running(page);
  await page.waitForTimeout(400);
}

const running = (page: Page) => page.waitForFunction(async () => (await window.furrow?.explain?.())?.status.running);

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${demo.shopUrl}${path}`);
  await running(page);
}

async function arrive(page: Page, url: string): Promise<void> {
  await page.waitForURL(url);
  await running(page);
  await page.waitForTimeout(700);
}

/** The panel's rows about a signal, also those of the pages before. */
const rowsOf = (page: Page, name: string) => page.locator('shop-panel .signals li').filter({ has: page.getByText(name, { exact: true }) });

const expectSeen = (page: Page, name: string) => expect(rowsOf(page, name).first()).toBeAttached({ timeout: 15_000 });

/** Each signal is in the collector's store; with its place, where that has a name. */
async function expectStored(page: Page, signals: readonly (readonly [name: string, place: string | undefined])[]): Promise<void> {
  const visit = await visitOf(page);
  for (const [name, place] of signals) {
    await expect.poll(async () => (await factsOf(visit)).some((fact) => fact.name === name && (!place || fact.place === place)), { message: name, timeout: 15_000 }).toBe(true);
  }
}

/** What the shop says by itself is no trouble; how long a frame takes to be shown is up to the machine that runs the test. */
const isTrouble = ({ name = '', strength = 0, evidence }: Stored) => strength > 0 && !name.startsWith('app:') && !(name === 'slow-page' && evidence?.kind !== 'cls');

/** A finger that goes 120 px to the left. */
async function swipe(page: Page, selector: string): Promise<void> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`nothing to swipe at ${selector}`);
  const session = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width * 0.75, box.y + box.height * 0.7];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  for (let step = 1; step <= 8; step++) {
    await touch('touchMove', [{ x: x - step * 15, y: y + 1 }]);
    await page.waitForTimeout(16);
  }
  await touch('touchEnd', []);
}

/** Presses, writes and chooses in a person's rhythm, each hand in its own way. */
function handOf(page: Page, hand: 'mouse' | 'keyboard' | 'touch') {
  async function reach(control: Locator): Promise<void> {
    for (let tabs = 0; tabs < 150; tabs++) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('no key leads there');
  }

  async function press(control: Locator, times = 1): Promise<void> {
    if (hand === 'keyboard') await reach(control);
    if (hand === 'mouse') await glideTo(control);
    const key = hand === 'keyboard' && await control.evaluate((element) => element.localName === 'a') ? 'Enter' : 'Space';
    for (let time = 0; time < times; time++) {
      if (hand === 'keyboard') await page.keyboard.press(key, { delay: 40 });
      if (hand === 'mouse') await control.click({ delay: 40 });
      if (hand === 'touch') await control.tap();
      await page.waitForTimeout(130);
    }
    await page.waitForTimeout(500);
  }

  async function glideTo(control: Locator): Promise<void> {
    await control.scrollIntoViewIfNeeded();
    const box = await control.boundingBox();
    if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  }

  return {
    press,
    async write(field: Locator, words: string): Promise<void> {
      await (hand === 'keyboard' ? reach(field) : press(field));
      await page.keyboard.type(words, { delay: 50 });
    },
    /** Among radio buttons a key goes down from the one that is chosen. */
    async choose(chosen: Locator, next: Locator): Promise<void> {
      if (hand !== 'keyboard') return press(next);
      await reach(chosen);
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(500);
    },
  };
}

const help = (page: Page) => page.locator('furrow-ui').getByRole('dialog');

/** Where furrow is not sure enough to speak up, it only says that there is help. */
async function openChip(page: Page, says: string): Promise<void> {
  const chip = page.locator('furrow-ui .open');
  await expect(chip).toContainText(says, { timeout: 45_000 });
  await chip.click();
}

/** Opens “why” and returns what it says. */
async function whyOf(page: Page): Promise<string> {
  await help(page).getByRole('button', { name: 'Why am I seeing this?' }).click();
  return help(page).innerText();
}

async function putInBasket(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await expect(page.locator('#cart-count')).not.toHaveText('0');
}

test('a dead button pressed in anger: help at the button, the true reason, and facts of all of it', async ({ page }) => {
  await open(page, '/product/beetroot');
  const reserve = page.getByRole('button', { name: 'Reserve in store' });
  for (let times = 0; times < 5; times++) await reserve.click({ delay: 40 });
  await expect(help(page)).toContainText('This button is out of order');
  expect(await whyOf(page)).toMatch(/You pressed “.?Reserve in store.?” 5 times/);
  const [box, anchor] = [await help(page).boundingBox(), await reserve.boundingBox()];
  if (!box || !anchor) throw new Error('nothing is shown');
  expect(box.x + box.width <= anchor.x || anchor.x + anchor.width <= box.x || box.y + box.height <= anchor.y || anchor.y + anchor.height <= box.y).toBe(true);
  await page.waitForTimeout(2500);
  await help(page).getByRole('button', { name: 'Not now' }).click();
  await help(page).getByRole('button', { name: 'For an hour' }).click();
  await expect(help(page)).toHaveCount(0);
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).some((fact) => fact.kind === 'outcome'), { timeout: 15_000 }).toBe(true);
  const facts = await factsOf(visit);
  expect(facts.find((fact) => fact.kind === 'signal' && fact.name === 'rage-click' && fact.evidence?.dead)).toMatchObject({ place: 'reserve', route: '/product/:id' });
  expect(facts.find((fact) => fact.kind === 'decision' && fact.gate === 'show')).toMatchObject({ rule: 'reserve-is-dead' });
  expect(facts.find((fact) => fact.kind === 'nudge')).toMatchObject({ rule: 'reserve-is-dead', place: 'reserve' });
  expect(facts.find((fact) => fact.kind === 'outcome')).toMatchObject({ rule: 'reserve-is-dead', answer: 'not-now' });
});

test('one press on the dead button is a dead click', async ({ page }) => {
  await open(page, '/product/beetroot');
  await page.getByRole('button', { name: 'Reserve in store' }).click();
  await expect(help(page)).toContainText('This button is out of order');
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).map((fact) => fact.name), { timeout: 15_000 }).toContain('dead-click');
});

test('a coupon that fails three times is an error loop', async ({ page }) => {
  await open(page, '/product/pea');
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}cart`);
  await running(page);
  await page.locator('#coupon input').fill('SPRING');
  for (let times = 0; times < 3; times++) {
    await page.locator('#coupon button').click();
    await expect(page.locator('#coupon-error')).not.toBeEmpty();
    await page.waitForTimeout(1200);
  }
  await expect(help(page)).toContainText('Coupons are broken today');
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).find((fact) => fact.name === 'error-loop')?.place, { timeout: 15_000 }).toBe('coupon');
});

test('a field that refuses every card is an error loop, and a person is one step away', async ({ page }) => {
  await open(page, '/product/pea');
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}checkout/payment`);
  await running(page);
  const field = page.getByLabel('Card number');
  for (const number of ['4242424242424242', '4000000000000002', '5555555555554444']) {
    await field.fill('');
    await field.pressSequentially(number, { delay: 20 });
    await page.getByRole('button', { name: /^Pay/ }).click();
    await expect(page.getByRole('alert')).toHaveText('Card number is not valid');
    await page.waitForTimeout(900);
  }
  await expect(help(page)).toContainText('Your card is probably fine');
  await help(page).getByRole('button', { name: 'Talk to a human' }).first().click();
  await help(page).getByRole('button', { name: 'Open the chat' }).click();
  await expect(page.getByLabel('Your message')).toHaveValue(/Page: \/checkout\/payment[\s\S]*Card number/);
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).find((fact) => fact.kind === 'outcome')?.answer, { timeout: 15_000 }).toBe('human');
});

test('a field that nobody understands is a hesitation', async ({ page }) => {
  await open(page, '/product/pea');
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}checkout/address`);
  await running(page);
  await page.getByLabel('Name', { exact: true }).fill('Sam');
  await page.getByLabel('Parcel locker code').click();
  for (let second = 0; second < 14; second++) {
    await page.waitForTimeout(1000);
    await page.mouse.move(500 + second, 400);
  }
  await openChip(page, 'Parcel locker code');
  await expect(help(page)).toContainText('No locker? Leave it empty');
  expect(await whyOf(page)).toMatch(/You stayed (8|9|1\d) seconds in “.?Parcel locker code.?”/);
});

test('a checkout that was begun and left is an abandoned workflow', async ({ page }) => {
  await open(page, '/product/pea');
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}checkout/address`);
  await running(page);
  await page.getByLabel('Name', { exact: true }).fill('Sam');
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await openChip(page, 'Your order is not finished');
  await expect(help(page)).toContainText('Your basket is kept');
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).find((fact) => fact.name === 'workflow-abandon')?.evidence, { timeout: 15_000 }).toMatchObject({ workflow: 'checkout', step: 'address' });
});

test('four products, four faults: a late answer, an error, a silent button and a picture that does not come', async ({ page }) => {
  await open(page, '/product/pea');
  await page.getByRole('button', { name: 'Check the stock' }).click({ delay: 40 });
  await expectSeen(page, 'slow-response');
  await expect(rowsOf(page, 'dead-click').filter({ hasText: 'a hiccup' })).toHaveCount(1);
  await goTo(page, 'product/carrot');
  await page.getByRole('button', { name: 'Show the planting guide' }).click({ delay: 40 });
  await expectSeen(page, 'error-click');
  await goTo(page, 'product/watering-can');
  await page.getByRole('button', { name: 'Add to basket' }).click({ delay: 40, force: true });
  await expectSeen(page, 'blocked-action');
  await goTo(page, 'product/hand-fork');
  await expectSeen(page, 'broken-resource');
  await expectStored(page, [['slow-response', 'stock'], ['error-click', 'guide'], ['blocked-action', 'add-to-basket'], ['broken-resource', 'picture']]);
});

test('an address that nobody gets right, left for help that keeps one waiting', async ({ page }) => {
  await open(page, '/checkout/address');
  const locker = page.getByLabel('Parcel locker code');
  await locker.click();
  for (let times = 0; times < 4; times++) {
    await locker.pressSequentially('PLC-7', { delay: 50 });
    for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Backspace', { delay: 40 });
  }
  await expectSeen(page, 'field-churn');
  await page.getByRole('button', { name: 'On to payment' }).click();
  await expectSeen(page, 'validation-storm');
  await page.getByLabel('Name', { exact: true }).pressSequentially('Sam', { delay: 50 });
  await page.getByLabel('Street and number').pressSequentially('Weg 3', { delay: 50 });
  await page.getByRole('link', { name: 'Help', exact: true }).click({ delay: 60 });
  await expectSeen(page, 'form-abandon');
  await expectSeen(page, 'help-seek');
  await running(page);
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await expectSeen(page, 'long-wait');
  await expect(page.getByRole('dialog', { name: 'Chat' })).toBeVisible({ timeout: 15_000 });
  await expectStored(page, [['field-churn', 'locker-code'], ['validation-storm', 'address'], ['form-abandon', 'address'], ['help-seek', undefined], ['long-wait', 'open-chat']]);
});

test('lost in the shop: there and back, round and round, up and down', async ({ page }) => {
  await open(page, '/');
  for (let turn = 0; turn < 10; turn++) {
    await page.mouse.wheel(0, turn % 2 ? -900 : 900);
    await page.waitForTimeout(260);
  }
  await expectSeen(page, 'scroll-thrash');
  await page.locator('.packet.radish').click();
  await running(page);
  await page.waitForTimeout(1200);
  await page.goBack();
  await expectSeen(page, 'quick-back');
  for (let round = 0; round < 3; round++) {
    for (const name of [/^Basket/, /^Shop$/]) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await running(page);
      await page.waitForTimeout(300);
    }
  }
  await expectSeen(page, 'page-loop');
  await page.locator('.packet.radish').click();
  await arrive(page, '**/product/radish');
  for (const pauseMs of [700, 1300, 900]) {
    await page.mouse.move(500 + pauseMs / 10, 300, { steps: 4 });
    await page.waitForTimeout(pauseMs);
    await page.reload();
    await running(page);
  }
  await expectSeen(page, 'refresh-loop');
  await expectStored(page, [['scroll-thrash', undefined], ['quick-back', undefined], ['page-loop', undefined], ['refresh-loop', undefined]]);
});

test('restless hands: a mouse that is shaken, keys that are hammered', async ({ page }) => {
  await open(page, '/product/beetroot');
  await page.waitForTimeout(1800);
  for (let turn = 0; turn < 16; turn++) await page.mouse.move(turn % 2 ? 700 : 1000, 500 + turn, { steps: 8 });
  await expectSeen(page, 'thrashed-cursor');
  for (const key of 'sdfjsdfkjsdfjksdfsdfj') await page.keyboard.press(key, { delay: 20 });
  await expectSeen(page, 'key-mash');
  await expectStored(page, [['thrashed-cursor', undefined], ['key-mash', undefined]]);
});

test('a carousel that does not follow the finger; mended, it does', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await open(page, '/');
  await page.locator('.carousel').scrollIntoViewIfNeeded();
  // a page that still scrolls is one that moves
  await page.waitForTimeout(500);
  await swipe(page, '.carousel');
  await page.waitForTimeout(900);
  await swipe(page, '.carousel');
  await expectSeen(page, 'dead-swipe');
  await expectStored(page, [['dead-swipe', 'carousel']]);
  await page.goto(`${demo.shopUrl}?faults=off`);
  await running(page);
  await expect(page.locator('.carousel li.sunflower')).toBeVisible();
  await swipe(page, '.carousel');
  await expect(page.locator('.carousel li.radish')).toBeVisible();
  await context.close();
});

for (const hand of ['mouse', 'keyboard', 'touch'] as const) {
  test(`an honest order by ${hand}: not one signal from the window to the thanks`, async ({ browser }) => {
    const context = await browser.newContext(hand === 'touch' ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : {});
    const page = await context.newPage();
    const use = handOf(page, hand);
    await open(page, '/');
    await use.press(page.getByRole('button', { name: 'Next variety' }), 4);
    await use.press(page.getByRole('button', { name: 'Seeds', exact: true }));
    await use.press(page.locator('.packet.pea'));
    await arrive(page, '**/product/pea');
    await use.press(page.getByRole('button', { name: 'One more' }), 6);
    // once more than there is to take away
    await use.press(page.getByRole('button', { name: 'One less' }), 7);
    await use.press(page.getByRole('button', { name: 'Add to basket' }));
    await use.press(page.getByRole('link', { name: 'Go there', exact: true }).first());
    await arrive(page, '**/cart');
    await use.press(page.getByRole('button', { name: 'One more' }), 3);
    await use.press(page.getByRole('link', { name: 'Go to checkout' }));
    await arrive(page, '**/checkout/address');
    await use.write(page.getByLabel('Name', { exact: true }), 'Sam Green');
    await use.write(page.getByLabel('Street and number'), '84 Long Row');
    await use.write(page.getByLabel('Postcode'), '98765');
    await use.write(page.getByLabel('Town'), 'Ostermoor');
    await use.press(page.getByRole('button', { name: 'Month after' }), 5);
    await use.press(page.getByRole('button', { name: 'Month before' }), 3);
    await use.press(page.locator('#calendar tbody button:enabled').nth(9));
    await use.press(page.getByRole('button', { name: 'On to payment' }));
    await arrive(page, '**/checkout/payment*');
    await use.choose(page.getByLabel('Card', { exact: true }), page.getByLabel(/Invoice/));
    await use.press(page.getByRole('button', { name: /^Pay/ }));
    await arrive(page, '**/checkout/thanks');
    await page.waitForTimeout(4500);
    const visit = await visitOf(page);
    await expect.poll(async () => (await factsOf(visit)).map((fact) => fact.name), { timeout: 15_000 }).toContain('app:order-placed');
    const told = [...await page.evaluate(() => JSON.parse(sessionStorage.getItem('shop.seen') ?? '[]') as Stored[]), ...await factsOf(visit)];
    expect(told.filter(isTrouble)).toEqual([]);
    await context.close();
  });
}

test('a no: the same anger leaves no trace anywhere', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const before = (await (await fetch(`${demo.collectorUrl}/facts?limit=1000`)).json() as { facts: unknown[] }).facts.length;
  await open(page, '/product/beetroot', 'No thanks');
  for (let times = 0; times < 5; times++) await page.getByRole('button', { name: 'Reserve in store' }).click();
  await page.waitForTimeout(7000);
  await page.goto(`${demo.shopUrl}help`);
  expect(await page.locator('furrow-ui').count()).toBe(0);
  expect(asked.filter((url) => url.startsWith(demo.collectorUrl) || url.includes('furrow.core'))).toEqual([]);
  expect(await page.evaluate(() => [Object.keys(localStorage).filter((key) => key.startsWith('furrow.')), Object.keys(sessionStorage).filter((key) => key.startsWith('furrow.'))])).toEqual([['furrow.receipt'], []]);
  expect((await (await fetch(`${demo.collectorUrl}/facts?limit=1000`)).json() as { facts: unknown[] }).facts.length).toBeGreaterThanOrEqual(before);
});

test('nothing that a visitor typed, and nothing that the page says, reaches the collector', async ({ page }) => {
  const bodies: string[] = [];
  page.on('request', (request) => { if (request.url().startsWith(demo.collectorUrl)) bodies.push(`${request.url()} ${request.postData() ?? ''}`); });
  await open(page, '/product/beetroot');
  await putInBasket(page);
  for (let times = 0; times < 4; times++) await page.getByRole('button', { name: 'Reserve in store' }).click();
  await expect.poll(() => bodies.length, { timeout: 15_000 }).toBeGreaterThan(0);
  await page.goto(`${demo.shopUrl}checkout/address?name=Wilhelmina&token=s3cr3tt0k3n#fragment99`);
  await running(page);
  const secrets = ['Wilhelmina', 'Roggenfeld', 'Kirschweg', '84 Kirschweg', 'Ostermoor', '98-765', 'LOCKER-4711'];
  const fields = ['Name', 'Street and number', 'Town', 'Postcode', 'Parcel locker code'];
  for (const [index, label] of fields.entries()) await page.getByLabel(label, { exact: true }).pressSequentially(secrets[index] ?? '', { delay: 10 });
  await page.evaluate(() => furrow.signal('app:card-refused'));
  const before = bodies.length;
  await expect.poll(() => bodies.length, { timeout: 15_000 }).toBeGreaterThan(before);
  const visit = await visitOf(page);
  const sent = `${bodies.join('\n')}\n${JSON.stringify(await factsOf(visit))}`;
  expect(sent).toContain('"facts"');
  expect(sent).toContain('app:card-refused');
  for (const word of [...secrets, 's3cr3tt0k3n', 'fragment99', 'Reserve in store', 'beetroot', 'Parcel locker', 'PLC-7', '#reserve', 'automated', page.url()]) expect(sent, word).not.toContain(word);
});

test('the page is the same with and without furrow', async ({ browser }) => {
  const pageOf = async (answer: 'Allow' | 'No thanks') => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await open(page, '/product/beetroot', answer);
    for (let times = 0; times < 4; times++) await page.getByRole('button', { name: 'Reserve in store' }).click();
    if (answer === 'Allow') await expect(help(page)).toBeVisible();
    const told = await page.evaluate(() => {
      document.querySelectorAll('furrow-ui, furrow-prompt, [data-demo-panel], shop-panel').forEach((ours) => ours.remove());
      const all = [...document.body.querySelectorAll('*')];
      return { html: document.documentElement.outerHTML, styles: all.map((element) => { const style = getComputedStyle(element); return `${element.localName} ${style.font} ${style.color} ${style.width} ${style.display} ${style.outline}`; }), shift: performance.getEntriesByType('layout-shift').length };
    });
    await context.close();
    return told;
  };
  const [withIt, without] = [await pageOf('Allow'), await pageOf('No thanks')];
  expect(withIt.html).toBe(without.html);
  expect(withIt.styles).toEqual(without.styles);
});
