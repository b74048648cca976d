import { expect, test, type Page } from 'playwright/test';
import type { Wish } from './fixture/nudge';
import { findingsOf, openSurfacePage } from '../support/surfacePage';

const CTAS: NonNullable<Wish['ctas']> = [
  { label: 'Pay another way', do: 'app-event', target: 'app:other-way', style: 'primary' },
  { label: 'See accepted cards', do: 'open-url', target: '/cards', style: 'plain' },
];

const ui = (page: Page) => page.locator('furrow-ui');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told = (page: Page) => page.evaluate(() => window.told.filter((what) => what !== 'shown'));

async function offer(page: Page, wish: Wish): Promise<void> {
  await page.evaluate((given) => window.offer(given), wish);
  await expect(ui(page).getByRole('dialog')).toBeVisible();
}

/** What stands in the card now, each in turn: help with either of its panels open, the preview before and after a chat failed, an aside. */
async function eachState(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  await offer(page, { ctas: CTAS, human: 'unreachable' });
  await button(page, 'Why am I seeing this?').click();
  await look('why');
  await button(page, 'Not now').click();
  await look('not now');
  await button(page, 'Talk to a human').click();
  await button(page, 'Remove Where: “\u2068Pay now\u2069”').click();
  await look('preview');
  await button(page, 'Open the chat').click();
  await expect(ui(page).getByRole('link', { name: 'Other ways to reach us' })).toBeVisible();
  await look('unreachable');
  await button(page, 'Close').click();
  await page.evaluate(() => window.aside('known'));
  await look('known problem');
  await button(page, 'Close').click();
}

/** Controls that are smaller than a finger or a shaky hand needs, whose words are cut, or whose ring would be. */
const poorControls = (page: Page, leastPx: number) => page.evaluate((least) => {
  const root = document.querySelector('furrow-ui')?.shadowRoot;
  const clip = root?.querySelector('.scroll');
  return [...root?.querySelectorAll<HTMLElement>('button,a') ?? []].filter((control) => control.checkVisibility()).flatMap((control) => {
    control.focus();
    const { width, height, left, right, top, bottom } = control.getBoundingClientRect();
    const { outlineWidth, outlineOffset } = getComputedStyle(control);
    const ringPx = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const box = clip?.contains(control) ? clip.getBoundingClientRect() : undefined;
    const name = control.textContent || control.ariaLabel;
    return [
      ...(width < least || height < least ? [`${name} is ${width} × ${height}`] : []),
      ...(control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1 ? [`${name} is cut`] : []),
      ...(parseFloat(outlineWidth) < 2 ? [`${name} has no ring`] : []),
      ...(box && (left - ringPx < box.left || right + ringPx > box.right || top - ringPx < box.top || bottom + ringPx > box.bottom) ? [`the ring of ${name} is cut`] : []),
    ];
  });
}, leastPx);

/** Text wider than where it stands. */
const cutText = (page: Page) => page.evaluate(() => [...document.querySelector('furrow-ui')?.shadowRoot?.querySelectorAll<HTMLElement>('h2,p,li,.scroll,.main,.quiet') ?? []]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0).map((element) => element.textContent));

test('axe finds nothing in any state, light and dark, from the left and from the right, wide and narrow', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  for (const [scheme, dir, width] of [['light', 'ltr', 1280], ['dark', 'rtl', 1280], ['dark', 'ltr', 320], ['light', 'rtl', 320]] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.evaluate(([colorScheme, direction]) => {
      document.documentElement.style.colorScheme = colorScheme;
      document.dir = direction;
    }, [scheme, dir] as const);
    await eachState(page, async (state) => {
      expect(await findingsOf(page), `${state}, ${scheme} ${dir} ${width}`).toEqual([]);
      expect(await cutText(page), `${state}, ${scheme} ${dir} ${width}`).toEqual([]);
    });
  }
});

test('every control is large enough, and its ring whole, also with wide letters and lines', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  // so that focus given by script shows its ring
  await page.keyboard.press('Tab');
  await eachState(page, async (state) => {
    await page.keyboard.press('Shift');
    expect(await poorControls(page, 24), state).toEqual([]);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
      document.querySelector('furrow-ui')?.shadowRoot?.adoptedStyleSheets.push(sheet);
    });
    expect(await poorControls(page, 24), `${state}, spaced`).toEqual([]);
    expect(await cutText(page), `${state}, spaced`).toEqual([]);
    await page.evaluate(() => document.querySelector('furrow-ui')?.shadowRoot?.adoptedStyleSheets.pop());
  });
});

test('a finger finds every control', async ({ browser }) => {
  const page = await (await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 720 } })).newPage();
  await openSurfacePage(page, { fixture: 'nudge' });
  await eachState(page, async (state) => {
    const small = (await poorControls(page, 44)).filter((finding) => finding.includes('×'));
    expect(small, state).toEqual([]);
  });
  await page.context().close();
});

test('the preview by keyboard: to its heading, each part struck out and put back in place, back, and out to the page', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.locator('#card').focus();
  await offer(page, { anchor: '#card', ctas: CTAS, human: 'chat' });
  for (let times = 0; times < 3; times++) await page.keyboard.press('Tab');
  await expect(button(page, 'Talk to a human')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This is what a person would read' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Remove Page: \u2066/pay\u2069')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Put back Page: \u2066/pay\u2069')).toBeFocused();
  await button(page, 'Back').press('Enter');
  await expect(page.getByRole('heading', { name: 'Stuck with paying?' })).toBeFocused();
  await button(page, 'Close').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('#expiry')).toBeFocused();
  await button(page, 'Talk to a human').press('Enter');
  await button(page, 'Open the chat').press('Enter');
  expect(await told(page)).toEqual([{ answer: 'human', whyOpened: false }]);
});

test('a chat that answers when the help has gone brings nothing back', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { human: 'waiting' });
  await button(page, 'Talk to a human').click();
  await button(page, 'Open the chat').click();
  await expect(ui(page).getByText('Opening the chat …')).toBeVisible();
  await page.evaluate(async () => {
    window.resolve?.();
    window.chatAnswers?.('timeout');
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  await expect(ui(page)).toHaveCount(0);
  expect(await told(page)).toEqual([{ answer: 'resolved', whyOpened: false }]);
});

test('what is heard of help, of the preview and of an aside', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await offer(page, { ctas: CTAS, human: 'unreachable' });
  await button(page, 'Not now').click();
  await expect(ui(page).getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Stuck with paying?":
      - heading "Stuck with paying?" [level=2]
      - paragraph: You can also pay by bank transfer.
      - button "Pay another way"
      - link "See accepted cards"
      - button "Talk to a human"
      - button "Why am I seeing this?"
      - button "Not now" [expanded]
      - button "For an hour"
      - button "Until tomorrow"
      - button "For a week"
      - button "Not on this page"
      - button "Never this one again"
      - button "No help at all"
      - button "Close"
  `);
  await button(page, 'Talk to a human').click();
  await expect(ui(page).getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "This is what a person would read":
      - heading "This is what a person would read" [level=2]
      - paragraph: It is put into the message for you. Nothing is sent until you send it.
      - list:
        - listitem:
          - text: "Page: \u2066/pay\u2069"
          - 'button "Remove Page: \u2066/pay\u2069"': Remove
        - listitem:
          - text: "Where: “\u2068Pay now\u2069”"
          - 'button "Remove Where: “\u2068Pay now\u2069”"': Remove
        - listitem:
          - text: You pressed “\u2068Pay now\u2069” 4 times and the page did not answer.
          - button "Remove You pressed “\u2068Pay now\u2069” 4 times and the page did not answer.": Remove
        - listitem:
          - text: The same error came back 3 times.
          - button "Remove The same error came back 3 times.": Remove
      - paragraph: About 4 minutes to wait
      - status
      - button "Open the chat"
      - button "Back"
      - link "Call \u2066+49 30 123456\u2069":
        - /url: tel:+4930123456
      - button "Close"
  `);
  await button(page, 'Close').click();
  await page.evaluate(() => window.aside('helpful'));
  await button(page, 'Yes').click();
  await expect(button(page, 'Close').first()).toBeFocused();
  await expect(ui(page).getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Was this helpful?":
      - heading "Was this helpful?" [level=2]
      - status: Thank you.
      - button "Close"
      - button "Settings"
      - button "Close"
  `);
});

test('more contrast, forced colours and less motion are honoured', async ({ page }) => {
  await openSurfacePage(page, { fixture: 'nudge' });
  await page.emulateMedia({ contrast: 'more' });
  await offer(page, { ctas: CTAS });
  const of = (selector: string, property: string) => ui(page).locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await of('p', 'color')).toBe(await of('h2', 'color'));
  expect(await of('.card', 'border-top-color')).toBe(await of('h2', 'color'));
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  expect(await of('.card', 'border-top-style')).toBe('solid');
  expect(await of('.card', 'border-top-color')).not.toBe(await of('.card', 'background-color'));
  expect(await of('.primary', 'border-top-color')).not.toBe(await of('.primary', 'background-color'));
});
