import { expect, test, type Page } from 'playwright/test';
import { serve, type Site } from '../support/serve';
import { trouble } from './fixture/trouble';

interface Told { readonly id: string; readonly name: string; readonly strength: number; readonly target?: string; readonly evidence: Readonly<Record<string, unknown>> }

let site: Site;
test.beforeAll(async () => { site = await serve(trouble); });
test.afterAll(() => site.close());

/** Longer than any verdict: 2 s, and 1.5 s more where a change elsewhere has to be confirmed. */
const VERDICT_MS = 4200;
/** The page's own habits are learned while a visitor looks around. */
const LOOK_MS = 2600;

/** The page has come to rest after the test has scrolled it. */
const SCROLLED_MS = 200;

async function open(page: Page, noise = ''): Promise<void> {
  page.on('dialog', (dialog) => { setTimeout(() => void dialog.accept(), 700); });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}/?noise=${noise}`);
  await page.waitForFunction('ready');
  await page.waitForTimeout(LOOK_MS);
}

async function press(page: Page, selector: string, times = 1, gapMs = 170): Promise<void> {
  const [frame = '', inner] = selector.split(' >> ');
  const control = inner ? page.frameLocator(frame).locator(inner) : page.locator(frame);
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (!box) throw new Error(`nothing at ${selector}`);
  await page.waitForTimeout(SCROLLED_MS);
  await page.mouse.move(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2);
  for (let i = 0; i < times; i++) {
    const next = Date.now() + gapMs;
    await page.mouse.down();
    await page.waitForTimeout(50);
    await page.mouse.up();
    await page.waitForTimeout(Math.max(0, next - Date.now()));
  }
}

async function told(page: Page): Promise<readonly Told[]> {
  await page.waitForTimeout(VERDICT_MS);
  const all = await page.evaluate<readonly Told[]>('told');
  return [...new Map(all.map((signal) => [signal.id, signal])).values()];
}

const names = (signals: readonly Told[]) => signals.filter(({ strength }) => strength > 0).map(({ name }) => name);

/** Once: the ways in which a page answers. Several times: what looks like rage and is use. */
for (const [selector, times, why] of [
  ['#text', 6, 'counts up'], ['#slow', 1, 'answers after 1.5 s'], ['#value', 6, 'sets another field'], ['#rule', 5, 'adds a style rule'], ['#sheet', 4, 'adopts a style sheet'],
  ['#move', 4, 'moves something'], ['#scroll', 1, 'scrolls smoothly'], ['#focus', 1, 'focuses another field'], ['#alert', 1, 'opens a dialog of the browser'], ['#print', 1, 'prints'],
  ['#copy', 4, 'copies'], ['#window', 1, 'opens a window'], ['#popover', 5, 'shows a popover'], ['#menu', 1, 'shows a menu by focus alone'], ['#fold-label', 5, 'folds by a check box'],
  ['#remove', 1, 'goes away itself'], ['#mail', 1, 'opens the mail program'], ['#file', 1, 'downloads'], ['#toast', 5, 'shows a message for a moment'], ['#box', 1, 'is a box that opens'],
  ['#chart', 5, 'paints a canvas'], ['#x >> #like', 6, 'counts in a shadow root'], ['#notify', 4, 'writes in a shadow root elsewhere'], ['#preview', 4, 'writes in a frame'], ['#mute', 4, 'mutes'], ['#skip', 3, 'skips through a sound'], ['#select', 1, 'selects a text'], ['#frame >> #vote', 6, 'counts in a frame'], ['#words', 3, 'is text to be selected'], ['#name', 4, 'is a field'],
  ['#ignored', 5, 'is forgiven by the host'], ['#title', 3, 'is nothing to press'],
] as const) test(`a control that ${why} is neither dead nor raged at (${selector} × ${times})`, async ({ page }) => {
  await open(page);
  await press(page, selector.startsWith('#x >>') ? '#like' : selector, times);
  expect(names(await told(page))).toEqual([]);
});

for (const [selector, why, target] of [
  ['#dead', 'does nothing', 'dead'], ['#ripple', 'only shows that it was pressed', 'ripple'], ['#again', 'writes what stood there', 'again'], ['#dead-box', 'shows a hand and does nothing', 'dead-box'],
  ['#void', 'is a link to nowhere', 'void'], ['#hash', 'is a link to where one is', 'hash'], ['#veiled', 'is covered by an invisible layer', 'veiled'],
  ['#report', 'is dead in a shadow root', 'report'], ['#still', 'is dead beside a film that stands still', 'still'], ['#frame >> #share', 'is dead in a frame', 'share'],
] as const) {
  test(`a control that ${why} is a dead click (${selector})`, async ({ page }) => {
    await open(page);
    await press(page, selector);
    expect(await told(page)).toMatchObject([{ name: 'dead-click', target, evidence: { count: 1 } }]);
  });
  test(`hammering a control that ${why} is one rage click that says so (${selector} × 5)`, async ({ page }) => {
    await open(page);
    await press(page, selector, 5);
    expect(await told(page)).toMatchObject([{ name: 'rage-click', target, evidence: { n: 5, dead: true } }]);
  });
}

test('a press on what is disabled is told as that', async ({ page }) => {
  await open(page);
  await press(page, '#disabled');
  expect(await told(page)).toMatchObject([{ name: 'blocked-action', target: 'disabled', evidence: { count: 1, blocked: true } }]);
});

test('hammering what is disabled is one rage click that says so', async ({ page }) => {
  await open(page);
  await press(page, '#disabled', 5);
  expect(await told(page)).toMatchObject([{ name: 'rage-click', target: 'disabled', evidence: { n: 5, blocked: true, dead: true } }]);
});

for (const noise of ['clock', 'promo', 'frames', 'errors', 'refusals']) {
  test(`${noise} in the background hide no dead click`, async ({ page }) => {
    await open(page, noise);
    await press(page, '#dead');
    expect(names(await told(page))).toEqual(['dead-click']);
  });
  test(`${noise} in the background are not the fault of a button that works`, async ({ page }) => {
    await open(page, noise);
    await press(page, '#text', 5);
    expect(names(await told(page))).toEqual([]);
  });
}

test('a rage click is told within 400 ms of the last press, or little more', async ({ page }) => {
  await open(page);
  await press(page, '#dead', 4);
  await page.waitForTimeout(500);
  expect(await page.evaluate('told.map((signal) => signal.name)')).toEqual(['rage-click']);
});

for (const [what, change] of [
  ['a style that is added', () => { const style = document.createElement('style'); style.textContent = '.nothing { color: red }'; document.head.append(style); }],
  ['a class on the body', () => document.body.classList.add('nothing')],
  ['a change at the other end of the page', () => { const end = document.createElement('footer'); end.textContent = 'New'; document.body.append(end); }],
] as const) test(`long after the rage, ${what} is no answer to it`, async ({ page }) => {
  await open(page);
  await press(page, '#dead', 5);
  await page.waitForTimeout(2500);
  await page.evaluate(change);
  expect(await told(page)).toMatchObject([{ name: 'rage-click', evidence: { dead: true } }]);
});

test('a button that answers after all makes a hiccup of the rage', async ({ page }) => {
  await open(page);
  await press(page, '#slow', 5);
  expect(await told(page)).toMatchObject([{ name: 'rage-click', strength: 0, evidence: { hiccup: true } }]);
});

test('a dead click is told although the next one works', async ({ page }) => {
  await open(page);
  await press(page, '#dead');
  await page.waitForTimeout(600);
  await press(page, '#text');
  expect(await told(page)).toMatchObject([{ name: 'dead-click', target: 'dead' }]);
});

for (const [selector, kind] of [['#throws', 'js'], ['#refused', 'http'], ['#declined', 'message']] as const) test(`three tries into the same failure are an error loop (${selector})`, async ({ page }) => {
  await open(page);
  await press(page, selector, 3, 1600);
  expect((await told(page)).find(({ name }) => name === 'error-loop')).toMatchObject({ evidence: { n: 3, kind } });
});

test('hammering a button that fails says how often it did', async ({ page }) => {
  await open(page);
  await press(page, '#throws', 5);
  expect((await told(page)).find(({ name }) => name === 'rage-click')).toMatchObject({ evidence: { n: 5, errors: 5 } });
});

test('typing into a field that takes nothing is a press on what is switched off', async ({ page }) => {
  await open(page);
  for (const text of ['abc', 'ab']) {
    await press(page, '#readonly');
    await page.keyboard.type(text, { delay: 90 });
    await page.waitForTimeout(700);
  }
  expect(await told(page)).toMatchObject([{ name: 'blocked-action', target: 'readonly', evidence: { count: 2 } }]);
});

test('standing in a field, after the one before went quickly, is hesitation', async ({ page }) => {
  await open(page);
  await press(page, '#name');
  await page.keyboard.type('Sam', { delay: 80 });
  await press(page, '#card');
  await page.waitForTimeout(7000);
  expect(await page.evaluate('told')).toMatchObject([{ name: 'field-hesitation', target: 'card', evidence: { field: 'text', limitMs: 6000 } }]);
});

test('going back and forth between two buttons is hesitation, comparing them once is not', async ({ page }) => {
  await open(page);
  for (const id of ['buy', 'keep', 'buy', 'keep']) {
    await page.hover(`#${id}`);
    await page.waitForTimeout(700);
  }
  expect(await page.evaluate('told')).toEqual([]);
  await page.hover('#buy');
  await page.waitForTimeout(700);
  expect(await page.evaluate('told')).toMatchObject([{ name: 'field-hesitation', target: 'buy', evidence: { field: 'button' } }]);
});

test('keys press too: Enter on a dead button, again and again', async ({ page }) => {
  await open(page);
  await page.focus('#dead');
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(150);
  }
  expect(await told(page)).toMatchObject([{ name: 'rage-click', evidence: { n: 5, input: 'key', dead: true } }]);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } });
  for (const [selector, expected] of [['#dead', ['rage-click']], ['#text', []]] as const) test(`five taps on ${selector}`, async ({ page }) => {
    await open(page);
    for (let i = 0; i < 5; i++) {
      await page.tap(selector);
      await page.waitForTimeout(120);
    }
    expect(names(await told(page))).toEqual(expected);
  });
});
