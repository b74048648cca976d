import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright/test';
import type { Hands } from './visitor';

/** A finger stays down this long. */
const DOWN_MS = 50;

/** Chromium's and Firefox's, by Playwright. */
export function createPageHands(page: Page): Hands {
  /** In a rhythm that a slow answer of the browser does not stretch. */
  async function beat(times: number, gapMs: number, once: () => Promise<void>): Promise<void> {
    for (let i = 0; i < times; i++) {
      const next = Date.now() + gapMs;
      await once();
      await wait(Math.max(0, next - Date.now()));
    }
  }

  return {
    goTo: async (url) => void await page.goto(url),
    ask: (expression) => page.evaluate(expression),
    point: (x, y) => page.mouse.move(x, y),
    press: (times, gapMs) => beat(times, gapMs, async () => {
      await page.mouse.down();
      await wait(DOWN_MS);
      await page.mouse.up();
    }),
    key: (name, times, gapMs) => beat(times, gapMs, () => page.keyboard.press(name, { delay: DOWN_MS })),
    another: async () => createPageHands(await page.context().newPage()),
  };
}
