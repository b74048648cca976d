import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
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
  if (answer === 'Allow') await page.waitForFunction(async () => (await furrow.explain()).status.running);
  await page.waitForTimeout(400);
}

const help = (page: Page) => page.locator('furrow-ui').getByRole('dialog');

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
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
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
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
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
  await expect(page.getByText('Noticed by the rule card-is-refused')).toBeVisible();
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).find((fact) => fact.kind === 'outcome')?.answer, { timeout: 15_000 }).toBe('human');
});

test('a field that nobody understands is a hesitation', async ({ page }) => {
  await open(page, '/product/pea');
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}checkout/address`);
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
  await page.getByLabel('Name', { exact: true }).fill('Sam');
  await page.getByLabel('Parcel locker code').click();
  for (let second = 0; second < 14; second++) {
    await page.waitForTimeout(1000);
    await page.mouse.move(500 + second, 400);
  }
  await expect(help(page)).toContainText('No locker? Leave it empty');
  expect(await whyOf(page)).toMatch(/You stayed (8|9|1\d) seconds in “.?Parcel locker code.?”/);
});

test('a checkout that was begun and left is an abandoned workflow', async ({ page }) => {
  await open(page, '/product/pea');
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}checkout/address`);
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
  await page.getByLabel('Name', { exact: true }).fill('Sam');
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(help(page)).toContainText('Your order is not finished', { timeout: 45_000 });
  const visit = await visitOf(page);
  await expect.poll(async () => (await factsOf(visit)).find((fact) => fact.name === 'workflow-abandon')?.evidence, { timeout: 15_000 }).toMatchObject({ workflow: 'checkout', step: 'address' });
});

test('honest shopping gives no signal at all', async ({ page }) => {
  await open(page, '/product/pea');
  const more = page.getByRole('button', { name: /one more|more/i }).first();
  for (let times = 0; times < 6; times++) await more.click({ delay: 30 });
  await putInBasket(page);
  await page.goto(`${demo.shopUrl}checkout/address`);
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
  const next = page.getByRole('button', { name: 'Month after' });
  for (let times = 0; times < 7; times++) await next.click({ delay: 30 });
  await page.waitForTimeout(3000);
  expect(await page.evaluate(async () => (await furrow.explain()).signals.map((signal) => `${signal.name} ${signal.place}`))).toEqual([]);
});

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
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
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
