import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { startSite } from '../gallery/site.mjs';

/** The question, help and the centre, of which one stands on the page at a time. */
const SURFACES = 'furrow-prompt,furrow-ui,furrow-preferences-centre';

let site: Awaited<ReturnType<typeof startSite>>;
test.beforeAll(async () => (site = await startSite(join(import.meta.dirname, '../../dist'))));
test.afterAll(() => site.close());

const surface = (page: Page) => page.locator(SURFACES).last();
const card = (page: Page) => page.locator('furrow-ui').getByRole('dialog');
const open = (page: Page, lang = 'en') => page.goto(`${site.url}/?lang=${lang}&ask=now&template=tooltip`);

async function allow(page: Page): Promise<void> {
  await page.locator('furrow-prompt .answer').last().click();
  await page.waitForFunction(async () => (await furrow.explain()).status.running);
}

async function getHelp(page: Page): Promise<void> {
  await page.evaluate(() => furrow.signal('app:stuck', { target: document.querySelector('#pay') ?? document.body }));
  await expect(card(page)).toBeVisible();
}

async function openCentre(page: Page): Promise<void> {
  await page.evaluate(() => furrow.preferences());
  await expect(page.locator('furrow-preferences-centre').getByRole('dialog')).toBeVisible();
}

/** Each surface in turn, with everything opened that can be. */
async function eachSurface(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.locator('furrow-prompt summary').click();
  await look('question');
  await allow(page);
  await getHelp(page);
  await card(page).locator('[aria-expanded]').first().click();
  await look('help');
  await card(page).locator('[aria-expanded]').last().click();
  await look('postponing');
  await card(page).locator('.close').click();
  await openCentre(page);
  await look('centre');
  await page.keyboard.press('Escape');
}

for (const lang of ['en', 'de', 'ar']) {
  test(`what is heard of the question, of help and of the centre, in its language: ${lang}`, async ({ page }) => {
    await page.clock.setFixedTime('2026-11-21T12:00:00Z');
    await open(page, lang);
    await eachSurface(page, async (name) => {
      await expect(surface(page)).toHaveAttribute('lang', lang);
      await expect(surface(page)).toMatchAriaSnapshot({ name: `${name}.${lang}.aria.yml` });
    });
    // closed is gone, not hidden: nothing of it is left for a virtual cursor
    await expect(page.locator(SURFACES)).toHaveCount(0);
  });
}

test('letters and arrows stay the page’s, and a press that slides off is none', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.heardKeys = [];
    document.addEventListener('keydown', ({ key, defaultPrevented }) => window.heardKeys.push(defaultPrevented ? `${key} taken` : key));
  });
  const keys = ['a', 'n', '?', '/', '1', 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'];
  const press = async (): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const slideOff = async (selector: string): Promise<void> => {
    await surface(page).locator(selector).first().hover();
    await page.mouse.down();
    await page.mouse.move(5, 5);
    await page.mouse.up();
  };
  await surface(page).locator('.answer').first().waitFor();
  await press();
  await slideOff('.answer');
  await expect(page.locator('furrow-prompt')).toHaveCount(1);
  await allow(page);
  await getHelp(page);
  await press();
  await slideOff('.primary');
  await slideOff('.close');
  await expect(card(page)).toBeVisible();
  expect(await page.evaluate(() => window.heardKeys)).toEqual([...keys, ...keys]);
});

test('help that nobody answers stands for an hour, and longer', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await allow(page);
  await getHelp(page);
  await page.clock.fastForward('01:00:00');
  await expect(card(page)).toBeVisible();
});

test('a finger finds every control on a narrow phone, and letters twice as large and widely spaced are cut nowhere', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await open(page);
  await page.addStyleTag({ content: 'furrow-ui,furrow-preferences-centre{--furrow-font-size:32px}' });
  await eachSurface(page, async (name) => {
    const opened = card(page).locator('[aria-expanded=true] ~ div:not([hidden]) > :first-child');
    if (await opened.count()) await expect(opened, 'what was opened begins in view').toBeInViewport();
    expect(await page.evaluate(tooSmall, SURFACES), name).toEqual([]);
    await page.evaluate(space, SURFACES);
    expect(await page.evaluate(cut, SURFACES), name).toEqual([]);
  });
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the edge of every control and the ring around it can be told from what is behind, and what is read is in its name: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page);
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    await eachSurface(page, async (name) => {
      expect(await page.evaluate(faint, SURFACES), name).toEqual([]);
      const { violations } = await page.evaluate((selector) => window.axe.run(selector, { runOnly: ['label-content-name-mismatch'] }), SURFACES);
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)), name).toEqual([]);
    });
  });
}

// ---------------------------------------------------------------- in the page

/** Controls that are smaller than a finger needs: 44 px (2.5.5). A switch is pressed at its whole row. */
function tooSmall(selector: string): readonly string[] {
  const LEAST_PX = 44;
  return [...document.querySelectorAll(selector)].flatMap(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('button,a,select,summary,label') ?? []])
    .filter((control) => control.checkVisibility()).map((control) => ({ name: control.textContent || control.ariaLabel, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width < LEAST_PX || box.height < LEAST_PX - 0.5).map(({ name, box }) => `${name} is ${box.width} × ${box.height}`);
}

/** What a visitor sets who needs air between letters, words and lines (1.4.12). */
function space(selector: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
  for (const { shadowRoot } of document.querySelectorAll(selector)) if (shadowRoot) shadowRoot.adoptedStyleSheets.push(sheet);
}

/** Text that is wider than where it stands, and boxes that scroll sideways. */
function cut(selector: string): readonly string[] {
  return [...document.querySelectorAll(selector)].flatMap(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('h2,h3,p,li,dd,dt,button,a,label,legend,summary,.scroll,.text,dialog') ?? []])
    .filter((element) => element.checkVisibility() && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1).map((element) => `${element.localName}: ${element.textContent.slice(0, 60)}`);
}

/** Edges and rings with less than 3:1 to what is behind them (1.4.11). */
function faint(selector: string): readonly string[] {
  const LEAST = 3;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (colors: readonly string[]): number => {
    if (!canvas) throw new Error('no canvas');
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (over: string, behind: string): number => {
    const [lighter = 0, darker = 0] = [luminance([behind, over]), luminance([behind])].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  };
  return [...document.querySelectorAll(selector)].flatMap(({ shadowRoot }) => {
    const surface = shadowRoot?.querySelector('section,dialog');
    const behind = surface ? getComputedStyle(surface).backgroundColor : '';
    return [...shadowRoot?.querySelectorAll<HTMLElement>('button,a,select,input,summary') ?? []].filter((control) => control.checkVisibility() && !control.matches(':disabled')).flatMap((control) => {
      control.focus({ preventScroll: true, focusVisible: true });
      const { borderTopWidth, borderTopColor, outlineColor, outlineWidth } = getComputedStyle(control);
      const name = control.textContent || control.ariaLabel || control.closest('label')?.textContent;
      return [
        ...(parseFloat(borderTopWidth) > 0 && ratio(borderTopColor, behind) < LEAST ? [`the edge of ${name}: ${borderTopColor} on ${behind}`] : []),
        ...(parseFloat(outlineWidth) < 2 || ratio(outlineColor, behind) < LEAST ? [`the ring of ${name}: ${outlineWidth} ${outlineColor} on ${behind}`] : []),
      ];
    });
  });
}

declare global {
  interface Window {
    heardKeys: string[];
  }
}
