import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, type Page } from 'playwright/test';
import { bundle } from './bundle';

const ADDRESS = 'http://shop.test/pay';
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** As strict as a policy can be that still runs the page's own script and shows its icon. */
const STRICT = "default-src 'none'; script-src 'nonce-x'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";

export interface SurfacePage {
  /** A script of test/browser/fixture, bundled and run in the page. */
  readonly fixture: 'nudge' | 'prompt' | 'inspect' | 'preferences';
  readonly scheme?: 'light' | 'dark';
  readonly dir?: 'ltr' | 'rtl';
  readonly strict?: boolean;
  readonly main?: string;
  readonly css?: string;
}

/** What the visitor was doing before furrow spoke. */
const CHECKOUT = `<h1>Payment</h1><form><p><label for="name">Name on card</label> <input id="name"></p><p><label for="card">Card number</label> <input id="card"></p>
<p><label for="expiry">Expires</label> <input id="expiry"></p><button id="pay" type="button">Pay now</button></form>`;

/** Opens a small shop page, with a surface's code loaded and nothing shown yet. Nothing is fetched but that. */
export async function openSurfacePage(page: Page, { fixture, scheme = 'light', dir = 'ltr', strict = false, main = CHECKOUT, css = '' }: SurfacePage): Promise<void> {
  const script = await bundle(`import '/test/browser/fixture/${fixture}';`);
  // The policy forbids the page's own style too, so that a strict page is a bare one.
  const style = strict ? '' : `<style>html{color-scheme:${scheme};font-family:sans-serif}body{margin:0;padding:16px;line-height:1.5}a{color:inherit}${css}</style>`;
  const html = `<!doctype html><html lang="en" dir="${dir}"><head><meta name="viewport" content="width=device-width"><title>Shop</title><link rel="icon" href="data:,">${style}
<script type="module" nonce="x" src="/fixture.js"></script></head><body><header><a href="#cart">Cart</a></header><main>${main}</main></body></html>`;
  await page.route('http://shop.test/**', (route) => route.fulfill(route.request().url().endsWith('/fixture.js')
    ? { contentType: 'text/javascript', body: script }
    : { contentType: 'text/html; charset=utf-8', body: html, headers: strict ? { 'content-security-policy': STRICT } : {} }));
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective));
  });
  await page.goto(ADDRESS);
  await page.waitForFunction(() => window.ready);
}

/** How many animations run in furrow's own part of the page. */
export function animationsOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('furrow-ui,furrow-prompt,furrow-preferences-centre')?.shadowRoot?.getAnimations().length ?? 0);
}

/** What axe finds wrong in the page once it has come to rest, a line each. Empty is what we want. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  await expect.poll(() => animationsOf(page)).toBe(0);
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, AXE_TAGS);
}

declare global {
  interface Window {
    /** Directives of the page's policy that something broke. */
    refused: string[];
    /** The fixture has been loaded. */
    ready?: boolean;
    readonly axe: typeof axe;
  }
}
