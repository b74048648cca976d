import sharp from 'sharp';

/** Day and time of every picture. */
const NOON = Date.UTC(2026, 10, 21, 12);

/** A narrower screen is shown whole. */
const WHOLE_PX = 400;

/** Of the page around a surface; enough to see what it stands beside. */
const AROUND_PX = 28;

/** Flat colours and letters are a tenth as large without loss as with it, measured with such a card: 2.9 kB to 24 kB. */
const WEBP = { lossless: true, effort: 6 };

/** What the visitor needs who spaces their text: WCAG 2.2, 1.4.12. */
const SPACED = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** In the page, before any script of its own: the clock is set, and what is drawn by chance is drawn the same each time. */
function settle({ noon, isDrawn }) {
  const RealDate = Date;
  const now = () => Math.floor(noon + performance.now());
  Object.assign(window, { Date: class extends RealDate {
    constructor(...given) { super(...(given.length ? given : [now()])); }
    static now() { return now(); }
  } });
  crypto.getRandomValues = (bytes) => bytes.fill(1);
  // what is drawn from a hash comes out lowest: this help is of those that are asked after
  if (isDrawn) Math.imul = () => 0;
  // hidden from the start: to hide it for each picture would look like an answer of the page to the last press
  document.addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('caret-color', 'transparent'));
}

/**
 * Plays a scene in a look, and hands over a picture of each state that is wanted, as WebP.
 * @param {import('playwright').Browser} browser @param {string} url
 * @param {{ look: object, scene: object, wanted: (state: string) => boolean, taken: (state: string, image: Buffer) => Promise<void> }} play
 */
export async function playScene(browser, url, { look, scene, wanted, taken }) {
  const { viewport, colorScheme, forcedColors = 'none', isPhone = false, lang, isSpaced } = look;
  const context = await browser.newContext({ viewport, colorScheme, forcedColors, hasTouch: isPhone, isMobile: isPhone, reducedMotion: 'reduce', timezoneId: 'UTC', locale: lang });
  try {
    const page = await context.newPage();
    await page.addInitScript(settle, { noon: NOON, isDrawn: scene.isDrawn === true });
    await page.goto(`${url}/?lang=${lang}&${scene.at}`);
    const last = scene.states.findLastIndex(([state]) => wanted(state));
    for (const [state, , go] of scene.states.slice(0, last + 1)) {
      await go(page);
      if (!wanted(state)) continue;
      if (isSpaced) await space(page);
      await taken(state, await picture(page, viewport));
    }
  } finally {
    await context.close();
  }
}

function space(page) {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    for (const { shadowRoot } of document.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(sheet);
    window.dispatchEvent(new Event('resize'));
  }, SPACED);
}

/** Of a phone, and where nobody can see into the surface, the whole screen; else the surface, and what is around it. */
async function picture(page, viewport) {
  // what was pressed to get here is not what is looked at
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))));
  const box = viewport.width < WHOLE_PX ? undefined : await page.evaluate(boxOfSurface);
  const clip = box && around(box, viewport);
  const png = await page.screenshot({ caret: 'initial', ...(clip && { clip }) });
  return sharp(png).webp(WEBP).toBuffer();
}

/** In the page: what furrow has drawn, with the button it is about. */
function boxOfSurface() {
  if (document.querySelector('furrow-inspect')) return undefined;
  const shown = [...document.querySelectorAll('furrow-prompt,furrow-ui,furrow-preferences-centre')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('section,dialog')]);
  const isAlone = shown.some((each) => each.matches('dialog,furrow-prompt *') || each.getRootNode().host.localName !== 'furrow-ui');
  const boxes = [...shown, ...(isAlone ? [] : [document.querySelector('#pay')])].map((each) => each.getBoundingClientRect()).filter(({ width, bottom }) => width > 0 && bottom > 0);
  const [left, top] = ['left', 'top'].map((edge) => Math.min(...boxes.map((box) => box[edge])));
  const [right, bottom] = ['right', 'bottom'].map((edge) => Math.max(...boxes.map((box) => box[edge])));
  return { left, top, right, bottom };
}

function around({ left, top, right, bottom }, { width, height }) {
  const [x, y] = [left, top].map((edge) => Math.max(0, Math.floor(edge - AROUND_PX)));
  return { x, y, width: Math.min(width, Math.ceil(right + AROUND_PX)) - x, height: Math.min(height, Math.ceil(bottom + AROUND_PX)) - y };
}
